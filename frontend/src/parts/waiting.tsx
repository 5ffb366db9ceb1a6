/** What stands where an answer is awaited, did not come, or is empty. */
import { useEffect, useState, type ReactNode } from "react";
import type { Resource } from "../api/resource";
import { Problem } from "../api/client";
import { address, useRoute } from "../route";
import { Link } from "./link";

export function Empty({ children }: { readonly children: ReactNode }) {
  return <div className="empty">{children}</div>;
}

interface ProblemProps {
  readonly problem: Problem;
  readonly again?: () => void;
  /** Nothing else is on the page, so that this is its heading. */
  readonly isWhole?: boolean | undefined;
}

export function ProblemBox({ problem, again, isWhole }: ProblemProps) {
  useEffect(() => {
    if (isWhole) document.title = `${problem.title} · Sayso`;
  }, [isWhole, problem.title]);
  return (
    <div className="problem" role="alert">
      {isWhole ? <h1>{problem.title}</h1> : <h2>{problem.title}</h2>}
      <p>{problem.message}</p>
      <div className="tools">
        {again && (
          <button type="button" onClick={again}>
            Try again
          </button>
        )}
        {isWhole && problem.status === 404 && <Onward />}
      </div>
    </div>
  );
}

const LONG = 3_000; // milliseconds after which one wants to know why

/** After a start the server puts together what is known: of a hundred thousand claims that takes a minute. */
export function Loading() {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p className="loading" role="status">
      Loading…{isLong && " What is known is being put together; after a start, or when much was added, that takes a while."}
    </p>
  );
}

/** Where to go from an address at which there is nothing, or no longer. */
function Onward() {
  const { view, rest } = useRoute();
  return (
    <>
      <Link className="button" to={address([view])}>
        All that there are
      </Link>
      <Link className="button" to={address(["log"], { about: rest.at(-1) })}>
        What the Log says of it
      </Link>
    </>
  );
}

interface Props<T> {
  readonly of: Resource<T>;
  readonly children: (data: T) => ReactNode;
  /** The view is this answer alone. */
  readonly isWhole?: boolean;
}

/** Show an answer, or that it is awaited, or why it did not come; an old answer stays beside a problem. */
export function Answer<T>({ of, children, isWhole }: Props<T>) {
  if (of.data === null && of.problem === null) {
    return <Loading />;
  }
  return (
    <>
      {of.problem && <ProblemBox problem={of.problem} again={of.again} isWhole={isWhole && of.data === null} />}
      {of.data !== null && children(of.data)}
    </>
  );
}
