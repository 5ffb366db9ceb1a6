/** The keys that hold now, on `?`. */
import { Dialog } from "./dialog";
import { keysNow } from "./keys";

export function Help({ close }: { readonly close: () => void }) {
  return (
    <Dialog title="Keys" close={close}>
      <dl className="facts">
        {keysNow().map(([key, does]) => (
          <div key={key} style={{ display: "contents" }}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <button type="button" className="main" onClick={close} autoFocus>
        Close
      </button>
    </Dialog>
  );
}
