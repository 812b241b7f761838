import type { Session } from "../session.ts";

/** A line on a terminal that says how far something is. */
export interface Progress {
  /** `share` from 0 to 1. */
  show(what: string, share: number): void;
  /** Takes the line away. */
  end(): void;
}

/** Shows progress where a person watches, nothing anywhere else. */
export function createProgress(session: Session): Progress {
  const { stderr } = session.io;
  const { isCi, isDumbTerminal } = session.environment;
  const isShown = stderr.isTerminal && !isCi && !isDumbTerminal && !session.isJson;
  let last = "";
  const write = (text: string): void => {
    void stderr.write(text).catch(() => undefined);
  };
  return {
    show(what, share) {
      const line = `${what} ${Math.floor(share * 100)} %`;
      if (isShown && line !== last) write(`\r\u001b[K${line}`);
      last = line;
    },
    end() {
      if (isShown && last !== "") write("\r\u001b[K");
    },
  };
}
