import { createAligner } from "@stele/align";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hanSkeletons } from "../src/anchors/han-sounds.ts";
import { hangulSkeletons, latinSkeletons } from "../src/anchors/skeletons.ts";

const aligner = createAligner();

async function partnersOf(source: readonly string[], target: readonly string[]): Promise<string[]> {
  const { beads } = await aligner.align(source, target, { source: "en", target: "ko" });
  return beads.map((bead) => `${bead.source.join("-")} ${bead.target.join("-")}`);
}

const isShared = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean => [...one].some((x) => other.has(x));

describe("names that Korean writes as it hears them", () => {
  it.each([
    ["Trump", "Brown", "트럼프는"],
    ["Stockholm", "Baltimore", "스톡홀름에서"],
    ["Johnson", "Whitney", "존슨이"],
    ["Zelensky", "Robinson", "젤렌스키를"],
    ["Gilbert", "Maxwell", "길버트도"],
    ["Mandelbaum", "Whitehouse", "만델바움은"],
    ["Philadelphia", "Newfoundland", "필라델피아까지"],
  ])("%s, not %s, answers %s without vectors", async (name, other, heard) => {
    const source = [`On that day ${name} was still there.`, `On that day ${other} was still there.`];
    expect(await partnersOf(source, [`그날 ${heard} 그대로였다.`])).toEqual(["0-1 0-1", "1-2 1-1"]);
    expect(await partnersOf(source.toReversed(), [`그날 ${heard} 그대로였다.`])).toEqual(["0-1 0-0", "1-2 0-1"]);
  });

  it.each([
    ["Scott", "스콧은"],
    ["Lincoln", "링컨의"],
    ["Wagner", "바그너를"],
    ["Fritz Kreisler", "프리츠 크라이슬러"],
    ["Knightley", "나이틀리와"],
    ["Kuznetsov", "쿠즈네초프"],
    ["Karadžić", "카라지치는"],
    ["McDonald", "맥도널드"],
    ["Trump’s", "트럼프"],
    ["Biden", "바이든이"],
  ])("%s is heard in %s", (name, heard) => {
    expect(isShared(latinSkeletons(name), hangulSkeletons(heard))).toBe(true);
  });

  it("of three sounds must be the whole word but for a particle", () => {
    expect(isShared(latinSkeletons("Biden"), hangulSkeletons("바이든에게"))).toBe(true);
    expect(isShared(latinSkeletons("Biden"), hangulSkeletons("바이든벨크"))).toBe(false);
  });
});

describe("names that Chinese writes as it hears them", () => {
  it.each([
    ["Trump", "트럼프", ["特朗普", "特朗普"]],
    ["Johnson", "존슨", ["约翰逊", "約翰遜"]],
    ["Merkel", "메르켈", ["默克尔", "默克爾"]],
    ["Franklin", "프랭클린", ["富兰克林", "富蘭克林"]],
    ["Macron", "마크롱", ["马克龙", "馬克龍"]],
    ["Campbell", "캠벨", ["坎贝尔", "坎貝爾"]],
    ["Frederick", "프레더릭", ["弗雷德里克", "弗雷德里克"]],
    ["Tolstoy", "톨스토이", ["托尔斯泰", "托爾斯泰"]],
    ["Strasbourg", "스트라스부르", ["斯特拉斯堡", "斯特拉斯堡"]],
    ["Cassandra", "커샌드라", ["卡桑德拉", "卡桑德拉"]],
  ])("%s and %s are heard in %j", (latin, hangul, [simplified = "", traditional = ""]) => {
    expect(hanSkeletons(`总统${traditional}说`)).toEqual(hanSkeletons(`总统${simplified}说`));
    expect(isShared(latinSkeletons(latin), hanSkeletons(`和${simplified}在`))).toBe(true);
    expect(isShared(hangulSkeletons(hangul), hanSkeletons(`和${simplified}在`))).toBe(true);
  });

  it.each(["今天下午他们在图书馆里看书。", "桥上的灯都亮了，孩子们跑回家去。"])("are not heard in %s", (words) => {
    expect(hanSkeletons(words)).toEqual(new Set());
  });

  it("answer their English without vectors, whichever tag is given", async () => {
    const source = ["On that day Robertson was still there.", "On that day Kirchner was still there."];
    const beads = await Promise.all(
      (["zh-Hans", "zh-Hant"] as const).flatMap((target) =>
        ["那天基什内尔还在那里。", "那天基什內爾還在那裡。"].map(
          async (text) => (await aligner.align(source, [text], { source: "en", target })).beads,
        ),
      ),
    );
    expect(beads[0]?.map(({ source: from, target }) => [...from, ...target])).toEqual([
      [0, 1, 0, 0],
      [1, 2, 0, 1],
    ]);
    for (const other of beads) expect(other).toEqual(beads[0]);
  });
});

describe("skeletons", () => {
  it("are found in any text, and hold classes only", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
        for (const read of [latinSkeletons, hangulSkeletons, hanSkeletons]) {
          for (const skeleton of read(text)) expect(skeleton).toMatch(/^[KNTLMPSJH]{3,}$/u);
        }
      }),
    );
  });
});
