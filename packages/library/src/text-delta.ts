/** What stands before a text that is kept as its difference from another one; no text of ours begins so. */
const MARK = "~";
/** After so many differences in a row the text is kept whole again, so that reading one stays quick. */
const LONGEST_CHAIN = 20;
/** A difference that is not much shorter than the text saves nothing. */
const LARGEST_SHARE = 0.5;

/** A text that later ones are kept as differences from. */
export interface DeltaBase {
  readonly text: string;
  /** As it is kept itself. */
  readonly kept: string;
}

/** A difference: so many code units of the base's beginning, then the new ones, then so many of its end. */
type Delta = readonly [chain: number, head: number, tail: number, middle: string];

/** A text as its difference from a base, or itself where that would be hardly shorter or the chain too long. */
export function writeDelta(text: string, base: DeltaBase): string {
  const chain = 1 + (isDelta(base.kept) ? deltaOf(base.kept)[0] : 0);
  if (chain > LONGEST_CHAIN) return text;
  const most = Math.min(text.length, base.text.length);
  let head = 0;
  while (head < most && text.charCodeAt(head) === base.text.charCodeAt(head)) head += 1;
  let tail = 0;
  while (
    tail < most - head &&
    text.charCodeAt(text.length - 1 - tail) === base.text.charCodeAt(base.text.length - 1 - tail)
  )
    tail += 1;
  const delta: Delta = [chain, head, tail, text.slice(head, text.length - tail)];
  const written = MARK + JSON.stringify(delta);
  return written.length <= text.length * LARGEST_SHARE ? written : text;
}

/** Whether a kept text is a difference. */
function isDelta(kept: string): boolean {
  return kept.startsWith(MARK);
}

/** The text that `writeDelta` wrote; `base` gives the text of its base, and is asked only for a difference. */
export function readDelta(kept: string, base: () => string): string {
  if (!isDelta(kept)) return kept;
  const [, head, tail, middle] = deltaOf(kept);
  const text = base();
  return text.slice(0, head) + middle + text.slice(text.length - tail);
}

function deltaOf(kept: string): Delta {
  return JSON.parse(kept.slice(MARK.length)) as Delta;
}
