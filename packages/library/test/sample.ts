import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type Bead,
  type Bitext,
  createArticle,
  createBitext,
  type LanguageTag,
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
