import { SHAPES } from "../../packages/align/src/lattice/shapes.ts";
import type { GoldDocument, GoldSet } from "./gold-sets.ts";

/** What says the same on both sides. */
interface Unit {
  source: string[];
  target: string[];
}

type Side = keyof Unit;
const SIDES: readonly (readonly [Side, Side])[] = [
  ["source", "target"],
  ["target", "source"],
];

/** How often this translator does what, each drawn anew for every document. */
interface Habit {
  readonly joined: Readonly<Record<Side, number>>;
  readonly split: Readonly<Record<Side, number>>;
  readonly left: Readonly<Record<Side, number>>;
  /** A sentence's end stands elsewhere. */
  readonly shifted: number;
  /** Words, and clauses, that have nothing to do with the other side. */
  readonly words: number;
  readonly clauses: number;
}

/** mulberry32: the same numbers for the same seed. */
function drawFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * The document as a freer translator might have left it: sentences joined, split and left out on either side, ends of
 * sentences moved, words and clauses replaced. Real gold is news and verses, whose habits are narrow; the weights must
 * also hold for the others.
 */
export function rework(document: GoldDocument, { languages }: Pick<GoldSet, "languages">, seed: number): GoldDocument {
  const worker = new Reworker(
    document,
    { source: isChinese(languages.source), target: isChinese(languages.target) },
    drawFrom(seed),
  );
  const units = worker.shift(worker.join(worker.split(worker.leaveOut(worker.roughen()))));
  const src: string[] = [];
  const tgt: string[] = [];
  const gold = units.map(
    ({ source, target }) => [source.map((one) => src.push(one) - 1), target.map((one) => tgt.push(one) - 1)] as const,
  );
  return { id: `${document.id}, reworked`, src, tgt, gold };
}

function isChinese(language: string): boolean {
  return language.startsWith("zh");
}

function fits(source: number, target: number): boolean {
  return SHAPES.some((shape) => shape.source === source && shape.target === target);
}

class Reworker {
  private readonly document: GoldDocument;
  private readonly chinese: Readonly<Record<Side, boolean>>;
  private readonly draw: () => number;
  private readonly habit: Habit;
  private readonly texts: Readonly<Record<Side, readonly string[]>>;
  private readonly pool: Readonly<Record<Side, readonly string[]>>;

  constructor(document: GoldDocument, chinese: Readonly<Record<Side, boolean>>, draw: () => number) {
    this.document = document;
    this.chinese = chinese;
    this.draw = draw;
    const rate = (none: number, most: number): number => (draw() < none ? 0 : draw() * most);
    const both = (none: number, most: number) => ({ source: rate(none, most), target: rate(none, most) });
    this.habit = {
      joined: both(0.5, 0.35),
      split: both(0.5, 0.5),
      left: both(0.5, 0.15),
      shifted: rate(0.5, 0.3),
      words: rate(0.4, 0.22),
      clauses: rate(0.4, 0.15),
    };
    this.texts = { source: document.src, target: document.tgt };
    this.pool = { source: this.words("source", document.src), target: this.words("target", document.tgt) };
  }

  roughen(): Unit[] {
    return this.document.gold.map(([source, target]) => {
      const unit = {
        source: source.map((i) => this.document.src[i] ?? ""),
        target: target.map((j) => this.document.tgt[j] ?? ""),
      };
      if (source.length === 0 || target.length === 0) return unit;
      for (const [side] of SIDES) unit[side] = unit[side].map((sentence) => this.roughenOne(sentence, side));
      return unit;
    });
  }

  private roughenOne(sentence: string, side: Side): string {
    const { words, clauses } = this.habit;
    let parts = this.clauses(sentence, side);
    if (parts.length > 1 && this.draw() < clauses) parts = parts.toSpliced(this.below(parts.length), 1);
    if (this.draw() < clauses) {
      const other = this.pick(this.clauses(this.pick(this.texts[side]), side));
      parts = parts.toSpliced(this.below(parts.length), 0, this.softEnd(other, side));
    }
    const kept = this.words(side, [parts.join(this.glue(side))]);
    return kept.map((word) => (this.draw() < words ? this.pick(this.pool[side]) : word)).join(this.glue(side));
  }

  leaveOut(units: readonly Unit[]): Unit[] {
    return units.flatMap((unit): Unit[] => {
      if (unit.source.length === 0 || unit.target.length === 0) return [unit];
      const chance = this.draw() - this.habit.left.target;
      if (chance < 0) return unit.source.map((one) => ({ source: [one], target: [] }));
      if (chance < this.habit.left.source) return unit.target.map((one) => ({ source: [], target: [one] }));
      return [unit];
    });
  }

  split(units: readonly Unit[]): Unit[] {
    return units.map((unit) => {
      const out = { ...unit };
      for (const [side, other] of SIDES) {
        if (out[other].length !== 1) continue;
        const pieces = out[side].flatMap((sentence) => this.splitOne(sentence, side));
        if (fits(pieces.length, 1)) out[side] = pieces;
      }
      return out;
    });
  }

  private splitOne(sentence: string, side: Side): string[] {
    const pieces: string[] = [];
    const isMarked = this.draw() < 0.7;
    let piece: string[] = [];
    for (const clause of this.clauses(sentence, side)) {
      piece.push(clause);
      const isLong = piece.join("").length > (this.chinese[side] ? 8 : 25);
      if (!isLong || this.draw() >= this.habit.split[side]) continue;
      pieces.push(piece.join(this.glue(side)));
      piece = [];
    }
    if (piece.length > 0) pieces.push(piece.join(this.glue(side)));
    return pieces.map((one, index) => (isMarked && index < pieces.length - 1 ? this.fullStop(one, side) : one));
  }

  join(units: readonly Unit[]): Unit[] {
    const out: Unit[] = [];
    for (const unit of units) {
      const last = out.at(-1);
      const joins = { source: this.draw() < this.habit.joined.source, target: this.draw() < this.habit.joined.target };
      const isPair =
        last !== undefined && [last, unit].every(({ source, target }) => source.length * target.length > 0);
      const count = (side: Side): number => (last?.[side].length ?? 0) + unit[side].length - (joins[side] ? 1 : 0);
      if (!isPair || !(joins.source || joins.target) || !fits(count("source"), count("target"))) {
        out.push({ ...unit });
        continue;
      }
      for (const [side] of SIDES)
        last[side] = joins[side] ? this.joinEnds(last[side], unit[side], side) : [...last[side], ...unit[side]];
    }
    return out;
  }

  private joinEnds(before: readonly string[], after: readonly string[], side: Side): string[] {
    const end = before.at(-1) ?? "";
    const joint = this.draw() < 0.5 ? this.softEnd(end, side) : end;
    return [...before.slice(0, -1), joint + this.glue(side) + (after[0] ?? ""), ...after.slice(1)];
  }

  shift(units: readonly Unit[]): Unit[] {
    const out: Unit[] = [];
    for (const unit of units) {
      const last = out.at(-1);
      const isPair =
        last !== undefined && [last, unit].every(({ source, target }) => source.length * target.length === 1);
      const moved = isPair && this.draw() < this.habit.shifted ? this.shiftOne(last, unit) : undefined;
      if (moved === undefined) out.push(unit);
      else out.splice(-1, 1, moved);
    }
    return out;
  }

  /** Two to two that cannot be divided: on one side some clauses stand in the other sentence. */
  private shiftOne(last: Unit, unit: Unit): Unit | undefined {
    const [side, other] = this.pick(SIDES);
    const parts = [last[side], unit[side]].map(([sentence]) => this.clauses(sentence ?? "", side));
    const [ends = 0, all = 0] = [parts[0]?.length, parts.flat().length];
    const at = 1 + this.below(all - 1);
    if (at === ends) return undefined;
    const clauses = parts.flat().map((clause, k) => (k === ends - 1 ? this.softEnd(clause, side) : clause));
    const first = this.fullStop(clauses.slice(0, at).join(this.glue(side)), side);
    const moved = [first, clauses.slice(at).join(this.glue(side))];
    const plain = [...last[other], ...unit[other]];
    return side === "source" ? { source: moved, target: plain } : { source: plain, target: moved };
  }

  private glue(side: Side): string {
    return this.chinese[side] ? "" : " ";
  }

  private clauses(sentence: string, side: Side): string[] {
    return sentence.split(this.chinese[side] ? /(?<=[，；：])/u : /(?<=[,;:])\s+/u);
  }

  private words(side: Side, sentences: readonly string[]): string[] {
    return sentences.flatMap((one) => (this.chinese[side] ? (one.match(/.{1,2}/gsu) ?? []) : one.split(" ")));
  }

  private softEnd(text: string, side: Side): string {
    return text.replace(/[.。!?！？]+$/u, this.chinese[side] ? "，" : ",");
  }

  private fullStop(text: string, side: Side): string {
    return text.replace(/[，；：,;:]$/u, this.chinese[side] ? "。" : ".");
  }

  private below(count: number): number {
    return Math.floor(this.draw() * count);
  }

  private pick<T>(list: readonly T[]): T {
    const one = list[this.below(list.length)];
    if (one === undefined) throw new RangeError("nothing to pick from");
    return one;
  }
}
