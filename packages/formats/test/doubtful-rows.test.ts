import { doubtfulRows } from "@stele/formats";
import { sampleSide } from "@stele/formats/testing";
import { type Bead, createBitext, type Polytext } from "@stele/model";
import { expect, it } from "vitest";

const sides = [
  sampleSide("en", ["Rain fell.", "Snow fell.", "Wind."]),
  sampleSide("ko", ["비가 내렸다.", "눈이 왔다.", "바람.", "끝."]),
  sampleSide("zh-Hans", ["下了雨，也下了雪。", "刮风。", "完。"]),
] as const;
const [english, korean, chinese] = sides;

function bead(source: Bead["source"], target: Bead["target"], lowScore = false): Bead {
  const isOneSided = source[0] === source[1] || target[0] === target[1];
  return { source, target, score: isOneSided ? null : 0.5, lowScore };
}

/** Three rows: two sentences of English, one, none. */
function polytext(enKo: readonly Bead[], koZh: readonly Bead[]): Polytext {
  const enZh = [bead([0, 2], [0, 1]), bead([2, 3], [1, 2]), bead([3, 3], [2, 3])];
  const pairs = [
    createBitext({ source: english, target: korean, beads: enKo }),
    createBitext({ source: english, target: chinese, beads: enZh }),
    createBitext({ source: korean, target: chinese, beads: koZh }),
  ];
  const row = (...runs: Polytext["rows"][number]["runs"]) => ({ runs, score: 0.5 });
  return {
    sides,
    rows: [row([0, 2], [0, 2], [0, 1]), row([2, 3], [2, 3], [1, 2]), row([3, 3], [3, 4], [2, 3])],
    pairs,
  };
}

const KO_ZH = [bead([0, 2], [0, 1]), bead([2, 3], [1, 2], true), bead([3, 4], [2, 3])];

it("marks a row for the second of its beads, and for a bead that has nothing of the first side", () => {
  const enKo = [bead([0, 1], [0, 1]), bead([1, 2], [1, 2], true), bead([2, 3], [2, 3]), bead([3, 3], [3, 4], true)];
  expect([...doubtfulRows(polytext(enKo, KO_ZH))].toSorted()).toEqual([0, 2]);
});

it("marks no row for a doubt between the other sides", () => {
  const enKo = [bead([0, 1], [0, 1]), bead([1, 2], [1, 2]), bead([2, 3], [2, 3]), bead([3, 3], [3, 4])];
  expect([...doubtfulRows(polytext(enKo, KO_ZH))]).toEqual([]);
});
