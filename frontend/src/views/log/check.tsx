/** Whether the log is what it was: compared with itself and with all that is held. */
import { useAnswer } from "../../api/answer";
import { Answer } from "../../parts/waiting";

export function Check() {
  const check = useAnswer("/api/v1/log/check");
  return (
    <Answer of={check}>
      {(told) => (
        <div className={told.sound ? "card" : "problem"} role="status">
          <p>{told.sound ? `✓ Sound: ${told.entries.toLocaleString("en")} entries, each as it was logged.` : "✕ The log is not what it was:"}</p>
          {told.faults.length > 0 && (
            <ul>
              {told.faults.map((fault) => (
                <li key={`${fault.entry} ${fault.about} ${fault.what}`}>
                  {fault.entry !== null && `entry ${fault.entry}, `}
                  {fault.about}: {fault.what}
                </li>
              ))}
            </ul>
          )}
          <p className="from">
            Head <code>{told.head}</code>: note it elsewhere, and a log that was cut off or written anew can be told.
          </p>
        </div>
      )}
    </Answer>
  );
}
