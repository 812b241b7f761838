import { remembered } from "./remembered.ts";

/** How the sides of a row stand to each other. */
export const LAYOUTS = ["side", "stacked", "interlinear"] as const;
/** One of the layouts. */
export type Layout = (typeof LAYOUTS)[number];

/** `paper` is for e-ink: black on white, nothing moves, light is a line and not a tint. */
export const THEMES = ["system", "light", "dark", "paper"] as const;
/** One of the themes. */
export type Theme = (typeof THEMES)[number];

/** Readings that can be shown over or instead of the text. */
export const AIDS = ["pinyin", "romanisation", "hanja", "otherScript"] as const;
/** One of the reading aids. */
export type Aid = (typeof AIDS)[number];

/** What a reader likes, remembered in this browser. */
export interface Settings {
  readonly layout: Layout;
  readonly theme: Theme;
  /** Steps from the usual font size, -3 to 6; a step is 8 %. */
  readonly size: number;
  /** Line width: 0 narrow, 1 usual, 2 wide. */
  readonly width: number;
  /** Word links inside the lit sentences. */
  readonly words: boolean;
  /** Known and learnt words marked where they occur. */
  readonly studied: boolean;
  readonly aids: readonly Aid[];
}

/** What holds until a reader chooses otherwise. */
export const DEFAULT_SETTINGS: Settings = {
  layout: "side",
  theme: "system",
  size: 0,
  width: 1,
  words: true,
  studied: true,
  aids: [],
};

/** The reader's settings. */
export const settings = remembered("settings", parseSettings);

/** Changes some of the settings. */
export function changeSettings(change: Partial<Settings>): void {
  settings.set({ ...settings.get(), ...change });
}

/** Any kept value as settings; each field that is not legal falls back to its default. */
export function parseSettings(kept: unknown): Settings {
  const found: Record<string, unknown> = typeof kept === "object" && kept !== null ? { ...kept } : {};
  const aids = Array.isArray(found.aids) ? found.aids : [];
  return {
    layout: oneOf(LAYOUTS, found.layout, DEFAULT_SETTINGS.layout),
    theme: oneOf(THEMES, found.theme, DEFAULT_SETTINGS.theme),
    size: step(found.size, { from: -3, to: 6, fallback: DEFAULT_SETTINGS.size }),
    width: step(found.width, { from: 0, to: 2, fallback: DEFAULT_SETTINGS.width }),
    words: typeof found.words === "boolean" ? found.words : DEFAULT_SETTINGS.words,
    studied: typeof found.studied === "boolean" ? found.studied : DEFAULT_SETTINGS.studied,
    aids: AIDS.filter((aid) => aids.includes(aid)),
  };
}

function oneOf<T>(legal: readonly T[], value: unknown, fallback: T): T {
  return legal.find((candidate) => candidate === value) ?? fallback;
}

/** A whole number inside its limits; anything else is the fallback. */
export function step(value: unknown, limits: { from: number; to: number; fallback: number }): number {
  if (typeof value !== "number" || !Number.isInteger(value)) return limits.fallback;
  return Math.min(limits.to, Math.max(limits.from, value));
}
