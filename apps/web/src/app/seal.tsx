import type { ReactNode } from "react";

/** The mark: a stele with three bands of writing, as a seal would cut it. */
export function Seal(): ReactNode {
  return (
    <svg className="seal" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path className="seal-stone" d="M6 30V13C6 7 10 2.5 16 2.5S26 7 26 13v17z" />
      <path className="seal-cut" d="M10.5 13.5h11M10.5 18.5h11M10.5 23.5h7" />
    </svg>
  );
}
