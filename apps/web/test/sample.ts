import {
  type Bead,
  buildPolytext,
  createBitext,
  type LanguageTag,
  type Polytext,
  type Side,
  sideOf,
} from "@stele/core";
import { createReading, type Reading } from "../src/reader/reading.ts";

/** A side of one's own; a blank line parts blocks. */
export function side(language: LanguageTag, text: string): Side {
  return sideOf({ text, language, name: `sample.${language}.txt` });
}

/** A bead by its sentences; `lowScore` where it is said so. */
export function bead(source: Bead["source"], target: Bead["target"], more: Partial<Bead> = {}): Bead {
  const isOneSided = source[0] === source[1] || target[0] === target[1];
  return { source, target, score: isOneSided ? null : 0.9, lowScore: false, ...more };
}

/**
 * Three languages: the second and third English sentence are one in Korean, the fourth is missing in Chinese, and the
 * Chinese has a sentence of its own at the end.
 */
export function threeLanguages(): Polytext {
  const en = side("en", "The bridge opened on Monday. It is long. It took 12 years. Nobody was hurt.");
  const ko = side("ko", "다리가 월요일에 개통됐다. 다리는 길고 공사에 12년이 걸렸다. 다친 사람은 없었다.");
  const zh = side("zh-Hans", "大桥周一通车。它很长。工程历时12年。市民纷纷前往。");
  return buildPolytext([
    createBitext({
      source: en,
      target: ko,
      beads: [bead([0, 1], [0, 1]), bead([1, 3], [1, 2], { lowScore: true, score: 0.3 }), bead([3, 4], [2, 3])],
    }),
    createBitext({
      source: en,
      target: zh,
      beads: [
        bead([0, 1], [0, 1], { fixed: true }),
        bead([1, 2], [1, 2]),
        bead([2, 3], [2, 3]),
        bead([3, 4], [3, 3]),
        bead([4, 4], [3, 4]),
      ],
    }),
  ]);
}

/** The same, ready for reading. */
export function threeLanguageReading(): Reading {
  return createReading(threeLanguages());
}
