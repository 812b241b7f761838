/** What a key does while reading. */
export type Command =
  | "next"
  | "previous"
  | "left"
  | "right"
  | "first"
  | "last"
  | "flip"
  | "cover"
  | "reveal"
  | "layout"
  | "bigger"
  | "smaller"
  | "nextLow"
  | "copyAll"
  | "correct"
  | "word"
  | "save"
  | "readAloud"
  | "map"
  | "export"
  | "aids"
  | "translate"
  | "out"
  | "help";

/** A command with the keys that call it, as `KeyboardEvent.key` names them. */
export interface Binding {
  readonly command: Command;
  readonly keys: readonly string[];
}

/** Every key of the reader, in the order in which the help shows them. */
export const KEYMAP: readonly Binding[] = [
  { command: "next", keys: ["ArrowDown", "j"] },
  { command: "previous", keys: ["ArrowUp", "k"] },
  { command: "left", keys: ["ArrowLeft"] },
  { command: "right", keys: ["ArrowRight"] },
  { command: "first", keys: ["Home"] },
  { command: "last", keys: ["End"] },
  { command: "flip", keys: ["f"] },
  { command: "cover", keys: ["h"] },
  { command: "reveal", keys: [" "] },
  { command: "layout", keys: ["l"] },
  { command: "bigger", keys: ["+", "="] },
  { command: "smaller", keys: ["-"] },
  { command: "nextLow", keys: ["n"] },
  { command: "copyAll", keys: ["C"] },
  { command: "word", keys: ["Enter"] },
  { command: "save", keys: ["s"] },
  { command: "readAloud", keys: ["r"] },
  { command: "correct", keys: ["c"] },
  { command: "map", keys: ["m"] },
  { command: "export", keys: ["x"] },
  { command: "aids", keys: ["v"] },
  { command: "translate", keys: ["t"] },
  { command: "out", keys: ["Escape"] },
  { command: "help", keys: ["?"] },
];

/** What of a key press decides. */
export interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** The command of a key press; with Ctrl, Alt or the command key held the press belongs to the browser. */
export function commandOf(press: Press, keymap: readonly Binding[] = KEYMAP): Command | undefined {
  if (press.ctrlKey || press.metaKey || press.altKey) return undefined;
  return keymap.find(({ keys }) => keys.includes(press.key))?.command;
}

/** How a key is written on its cap. */
export function capOf(key: string): string {
  const caps: Readonly<Record<string, string>> = {
    ArrowDown: "↓",
    ArrowUp: "↑",
    ArrowLeft: "←",
    ArrowRight: "→",
    " ": "Space",
    Enter: "Enter",
    Escape: "Esc",
    C: "Shift C",
    "-": "−",
  };
  return caps[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}

/** Whether keys typed there are text or belong to a control of its own. */
export function isTypingIn(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select, dialog, [contenteditable]") !== null;
}
