import { type RefObject, useEffect, useRef, useState } from "react";
import type { Changed } from "../api/corrections.ts";
import type { Bitext, Operation } from "../api/nouns.ts";
import { useStore } from "../app/store.ts";
import { type Lamp, useLit } from "../reader/lamp.ts";
import { focusPlace } from "../reader/light-events.ts";
import type { Reading } from "../reader/reading.ts";
import type { Session } from "../reader/session.ts";
import type { CorrectCommand } from "./correct-keymap.ts";
import { type Corrector, type CorrectorState, createCorrector } from "./corrector.ts";
import { operationAt, pinpoint, type Reshaping, type Spot, spotOf } from "./operation.ts";

/** Calls a correction command from the keyboard. */
export type CorrectKey = (command: CorrectCommand) => void;

/** What the dock works on. */
export interface DockProps {
  readonly reading: Reading;
  readonly lamp: Lamp;
  readonly session: Session;
  readonly onChanged: (changed: Changed) => void;
  /** Loads the text anew, after a refused change. */
  readonly onReload: () => void;
  /** Where the reader's keyboard finds the commands. */
  readonly keys: RefObject<CorrectKey | null>;
}

/** The correction mode of one text. */
export interface Correcting {
  readonly corrector: Corrector;
  readonly now: CorrectorState;
  /** What the next correction is about; undefined while nothing is lit. */
  readonly spot: Spot | undefined;
  readonly bitext: Bitext | undefined;
  /** Index of the pair that corrections on the first side are about. */
  readonly chosen: number;
  choose(pair: number): void;
  /** Waits for its counterpart on the other side. */
  readonly anchor: Spot | undefined;
  readonly dialog: "edit" | "history" | undefined;
  open(dialog: "edit" | "history" | undefined): void;
  run(command: CorrectCommand): void;
  save(operations: readonly Operation[]): Promise<boolean>;
}

/** Wires the corrector to the reader's light and keys. */
export function useCorrecting({ reading, lamp, session, onChanged, keys }: DockProps): Correcting {
  const [corrector] = useState(() => createCorrector((changed) => changes.current(changed)));
  const changes = useRef(onChanged);
  const [chosen, choose] = useState(() => firstPair(reading, session.columns));
  const [anchor, setAnchor] = useState<Spot>();
  const [dialog, open] = useState<"edit" | "history">();
  const lit = useLit(lamp);
  const now = useStore(corrector.state);
  const spot = lit && spotOf(reading, lit, chosen);
  const bitext = reading.polytext.pairs[spot?.pair ?? chosen];
  const save = (operations: readonly Operation[]): Promise<boolean> => {
    if (bitext === undefined || operations.length === 0) return Promise.resolve(false);
    return corrector.save({ bitext: bitext.id, seen: bitext.revision, operations });
  };
  const run = (command: CorrectCommand): void => {
    if (command === "undo" || command === "redo") void corrector[command]();
    else if (command === "leave") leave(anchor === undefined);
    else if (spot !== undefined && bitext !== undefined)
      runAt({ command, spot, bitext, save, open, anchor, setAnchor, lamp, reading });
  };
  const leave = (isFree: boolean): void => (isFree ? session.setCorrecting(false) : setAnchor(undefined));
  useEffect(() => {
    changes.current = onChanged;
    keys.current = run;
  });
  return { corrector, now, spot, bitext, chosen, choose, anchor, dialog, open, run, save };
}

/** The pair of the source with the first other column. */
function firstPair(reading: Reading, columns: readonly number[]): number {
  const other = columns.find((side) => side !== 0);
  return Math.max(
    0,
    reading.pairSides.findIndex(([source, target]) => source === 0 && target === other),
  );
}

interface RunContext extends Pick<Correcting, "save" | "open" | "anchor"> {
  readonly command: Exclude<CorrectCommand, "undo" | "redo" | "leave">;
  readonly spot: Spot;
  readonly bitext: Bitext;
  readonly setAnchor: (spot: Spot | undefined) => void;
  readonly lamp: Lamp;
  readonly reading: Reading;
}

function runAt(context: RunContext): void {
  const { command, open } = context;
  if (command === "edit") open("edit");
  else if (command === "pinpoint") runPinpoint(context);
  else reshape(context, command === "accept" || command === "keep" ? "approve" : command);
}

function runPinpoint({ spot, bitext, save, anchor, setAnchor }: RunContext): void {
  const isSecond = anchor !== undefined && anchor.side !== spot.side && anchor.pair === spot.pair;
  setAnchor(isSecond ? undefined : spot);
  if (isSecond) void save(pinpoint(bitext.beads, anchor, spot));
}

function reshape(context: RunContext, reshaping: Reshaping): void {
  const { command, spot, bitext, save } = context;
  const operation = operationAt(bitext.beads, spot, reshaping);
  if (operation === undefined) return;
  void save([operation]).then((isSaved) => {
    if (isSaved && command === "accept") goOn(context);
  });
}

/** To the first sentence behind the bead that was accepted. */
function goOn({ bitext, spot, lamp, reading }: RunContext): void {
  const place = lamp.pinned();
  const next = bitext.beads[spot.bead]?.[spot.side][1];
  if (place === undefined || next === undefined || next >= (reading.polytext.sides[place.side]?.sentences.length ?? 0))
    return;
  requestAnimationFrame(() => focusPlace({ side: place.side, sentence: next }));
}
