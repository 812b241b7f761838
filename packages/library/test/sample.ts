import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type Bead,
  type Bitext,
  createArticle,
  createBitext,
  createLongBitext,
  type LanguageTag,
  type LongBitext,
  type Passage,
  type Side,
  type Standing,
} from "@stele/model";

/** A new file in a new folder. */
export function newFile(): string {
  return join(mkdtempSync(join(tmpdir(), "stele-library-")), "library.db");
}

/** A side whose sentences stand one a line, each a block of its own. */
export function side(language: LanguageTag, lines: readonly string[], standing: Standing = "human"): Side {
  let at = 0;
  const blocks = lines.map((line) => {
    const start = at;
    at += line.length + 1;
    return { kind: "paragraph" as const, start, end: start + line.length };
  });
  return {
    article: createArticle({ language, text: lines.join("\n"), blocks }),
    sentences: blocks.map(({ start, end }, block) => ({ start, end, block })),
    provenance: { origin: { kind: "file", name: "a.txt" }, standing },
  };
}

/** Line i with line i; what is left over stands alone. */
export function pair(source: Side, target: Side, score = 0.9): Bitext {
  const [sources, targets] = [source.sentences.length, target.sentences.length];
  const beads = Array.from({ length: Math.max(sources, targets) }, (_, index): Bead => {
    const [s, t] = [Math.min(index, sources), Math.min(index, targets)];
    const isWhole = index < sources && index < targets;
    return {
      source: [s, Math.min(s + 1, sources)],
      target: [t, Math.min(t + 1, targets)],
      score: isWhole ? score : null,
      lowScore: isWhole && score < 0.5,
    };
  });
  return createBitext({ source, target, beads });
}

export const ENGLISH: readonly string[] = [
  "The river rose on Monday.",
  "Two bridges were closed.",
  "The two countries agreed on closer cooperation.",
];
export const KOREAN: readonly string[] = [
  "월요일에 강물이 불었다.",
  "다리 두 곳이 통제됐다.",
  "두 나라는 협력을 강화하기로 했다.",
];
export const CHINESE: readonly string[] = ["周一河水上涨。", "两座桥梁被封闭。", "两国同意加强合作。"];

/** The same bitext as if it were too long to be held: so many beads a passage. */
export function lengthened(bitext: Bitext, size: number): LongBitext {
  const { source, target, beads } = bitext;
  const passages: Passage[] = [];
  for (let from = 0; from < beads.length; from += size) passages.push(passageOf(bitext, [from, from + size]));
  const { language } = target.article;
  return createLongBitext({ source, target: { language, provenance: target.provenance }, passages });
}

function passageOf({ target, beads, report }: Bitext, [from, to]: readonly [number, number]): Passage {
  const { article, sentences, overrides = {} } = target;
  const own = beads.slice(from, to);
  const [first, end] = [own[0]?.target[0] ?? 0, own.at(-1)?.target[1] ?? 0];
  const isLast = to >= beads.length;
  const start = first === 0 ? 0 : (sentences[first - 1]?.end ?? 0);
  const stop = isLast ? article.text.length : (sentences[end - 1]?.end ?? 0);
  const isHere = (at: number): boolean => at > start && (at <= stop || isLast);
  return {
    text: article.text.slice(start, stop),
    start,
    first,
    sentences: sentences.slice(first, end),
    blocks: article.blocks.filter((block) => isHere(block.end)),
    beads: own,
    pieces: report?.pieces.slice(from, to) ?? [],
    marks: [],
    overrides: Object.fromEntries(Object.entries(overrides).filter(([at]) => Number(at) >= first && Number(at) < end)),
  };
}
