/** What a key does in the correction mode; the letters are those of OmegaT's aligner. */
export type CorrectCommand =
  | "up"
  | "down"
  | "split"
  | "merge"
  | "edit"
  | "accept"
  | "keep"
  | "review"
  | "clear"
  | "pinpoint"
  | "leave"
  | "undo"
  | "redo";

/** A correction key. */
export interface CorrectBinding {
  readonly command: CorrectCommand;
  readonly keys: readonly string[];
}

/** The keys of the correction mode, in the order of the bar. */
export const CORRECT_KEYMAP: readonly CorrectBinding[] = [
  { command: "up", keys: ["u"] },
  { command: "down", keys: ["d"] },
  { command: "split", keys: ["s"] },
  { command: "merge", keys: ["m"] },
  { command: "edit", keys: ["e"] },
  { command: "accept", keys: ["a"] },
  { command: "keep", keys: ["k"] },
  { command: "review", keys: ["r"] },
  { command: "clear", keys: ["c"] },
  { command: "pinpoint", keys: [" "] },
];

const LEAVE = "Escape";

/** A key press of the correction mode. */
export interface CorrectPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** The correction that a key press means: letters alone, and undo and redo as everywhere. */
export function correctionOf(press: CorrectPress): CorrectCommand | undefined {
  if (press.altKey) return undefined;
  const key = press.key.toLowerCase();
  if (press.ctrlKey || press.metaKey) {
    if (key === "z") return press.shiftKey ? "redo" : "undo";
    return key === "y" ? "redo" : undefined;
  }
  if (press.key === LEAVE) return "leave";
  return press.shiftKey ? undefined : CORRECT_KEYMAP.find(({ keys }) => keys.includes(press.key))?.command;
}
