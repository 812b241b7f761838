import type { Translator } from "@stele/messages";
import { type RefObject, useEffect, useRef } from "react";
import { changeSettings, LAYOUTS, settings, step } from "../app/settings.ts";
import { toast } from "../app/toast.tsx";
import { correctionOf } from "../correct/correct-keymap.ts";
import type { CorrectKey } from "../correct/use-correcting.ts";
import { keepLit } from "../study/keep-lit.ts";
import { isReadingAloud, readAloud, stopReading } from "../study/read-aloud.ts";
import { type Command, commandOf, isTypingIn } from "./keymap.ts";
import type { Lamp } from "./lamp.ts";
import { focusPlace } from "./light-events.ts";
import type { Panel } from "./panels.tsx";
import { quotationOf } from "./quotation.ts";
import { type Place, type Reading, readSentence } from "./reading.ts";
import type { Session } from "./session.ts";
import { type Direction, nextRow, placeOfRow, stepFrom } from "./steps.ts";

/** What the commands act on. */
export interface CommandContext {
  readonly reading: Reading;
  readonly lamp: Lamp;
  readonly session: Session;
  readonly title: string;
  readonly textId: string | undefined;
  readonly t: Translator;
  readonly panel: Panel | undefined;
  readonly setPanel: (panel: Panel | undefined) => void;
  /** The correction mode's commands; absent where the text cannot be corrected. */
  readonly correctKeys?: RefObject<CorrectKey | null>;
}

/** Carries out a command, called by a key or by a button. */
export type Perform = (command: Command) => void;

/** The commands of the reader, bound to the keyboard while the reader is open. */
export function useCommands(context: CommandContext): Perform {
  const now = useRef(context);
  now.current = context;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (isTypingIn(event.target) || event.defaultPrevented || isPressing(event)) return;
      const correction = now.current.session.view.isCorrecting ? correctionOf(event) : undefined;
      const command = commandOf(event);
      if (correction === undefined && command === undefined) return;
      event.preventDefault();
      if (correction !== undefined) now.current.correctKeys?.current?.(correction);
      else if (command !== undefined) carryOut(command, now.current);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (command) => carryOut(command, now.current);
}

/** The space bar and Enter on a button press it. */
function isPressing(event: KeyboardEvent): boolean {
  const isPress = event.key === " " || event.key === "Enter";
  return isPress && event.target instanceof Element && event.target.closest("button, a, summary") !== null;
}

const DIRECTIONS: readonly Direction[] = ["next", "previous", "left", "right", "first", "last"];

function carryOut(command: Command, context: CommandContext): void {
  const direction = DIRECTIONS.find((known) => known === command);
  if (direction === undefined) ACTIONS[command]?.(context);
  else move(direction, context);
}

type Action = (context: CommandContext) => void;

const ACTIONS: Partial<Record<Command, Action>> = {
  flip: ({ session }) => session.flip(),
  cover: ({ session }) => coverOther(session),
  reveal: ({ lamp, session }) => reveal(lamp, session),
  layout: () =>
    changeSettings({ layout: LAYOUTS[(LAYOUTS.indexOf(settings.get().layout) + 1) % LAYOUTS.length] ?? "side" }),
  bigger: () => resize(1),
  smaller: () => resize(-1),
  nextLow: toNextLow,
  copyAll,
  correct: ({ session, correctKeys }) => correctKeys && session.setCorrecting(!session.view.isCorrecting),
  out: ({ lamp, panel, setPanel }) => (panel === undefined ? lamp.pin(undefined) : setPanel(undefined)),
  help: ({ setPanel }) => setPanel({ name: "help" }),
  map: ({ setPanel }) => setPanel({ name: "map" }),
  export: ({ setPanel }) => setPanel({ name: "export" }),
  translate: ({ setPanel, textId }) => textId !== undefined && setPanel({ name: "translate" }),
  aids: ({ setPanel }) => setPanel({ name: "aids" }),
  word: ({ lamp, setPanel }) => {
    const place = lamp.pinned();
    if (place !== undefined) setPanel({ name: "word", place, offset: 0 });
  },
  save: ({ reading, lamp, textId, t }) => {
    const place = lamp.lit();
    if (place !== undefined) keepLit({ reading, place, textId, t });
  },
  readAloud: toggleVoice,
};

function move(direction: Direction, { reading, lamp, session }: CommandContext): void {
  const { columns } = session.view;
  const from = lamp.pinned();
  const place = from === undefined ? firstVisible(reading, columns) : stepFrom(reading, from, { direction, columns });
  lamp.point(undefined);
  if (place !== undefined) focusPlace(place);
}

function firstVisible(reading: Reading, columns: readonly number[]): Place | undefined {
  const seen = [...document.querySelectorAll<HTMLElement>("[data-row]")].find(
    (row) => row.getBoundingClientRect().top > 90,
  );
  return placeOfRow(reading, Number(seen?.dataset.row ?? 0), columns[0] ?? 0);
}

function toNextLow({ reading, lamp, session }: CommandContext): void {
  const row = nextRow(reading.lowRows, lamp.pinned()?.row ?? -1);
  const place = row === undefined ? undefined : placeOfRow(reading, row, session.view.columns[0] ?? 0);
  if (place !== undefined) focusPlace(place);
}

function coverOther(session: Session): void {
  const other = session.columns[1] ?? session.columns[0];
  if (other !== undefined) session.toggleCover(other);
}

function reveal(lamp: Lamp, session: Session): void {
  const row = lamp.lit()?.row;
  for (const side of session.view.covered)
    document.querySelector<HTMLElement>(`[data-cover="${row}-${side}"]`)?.click();
}

function resize(delta: number): void {
  const { size } = settings.get();
  changeSettings({ size: step(size + delta, { from: -3, to: 6, fallback: 0 }) });
}

function toggleVoice({ reading, lamp, t }: CommandContext): void {
  if (isReadingAloud()) {
    stopReading();
    return;
  }
  const from = lamp.pinned();
  const language = from && reading.polytext.sides[from.side]?.article.language;
  if (from === undefined || language === undefined) return;
  let sentence = from.sentence;
  const next = (): string | undefined => {
    const read = readSentence(reading, { side: from.side, sentence });
    lamp.point(undefined);
    if (read !== undefined) focusPlace(read);
    sentence += 1;
    return read?.text;
  };
  if (!readAloud(language, next)) toast(t("page.reader.noVoice", { language: t(`page.language.${language}`) }));
}

function copyAll({ reading, lamp, session, title }: CommandContext): void {
  const lit = lamp.lit();
  if (lit === undefined) return;
  const text = quotationOf(reading, lit, { columns: session.columns, title });
  navigator.clipboard?.writeText(text).catch(() => undefined);
}
