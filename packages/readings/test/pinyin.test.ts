import { pinyin } from "@stele/readings";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

describe("pinyin", () => {
  it.each([
    ["银行行长说", "yínháng hángzhǎng shuō"],
    ["重庆的重要会议", "Chóngqìng de zhòngyào huìyì".toLowerCase()],
    ["他长大了，长度很长", "tā zhǎngdà le chángdù hěn cháng"],
    ["快乐的音乐", "kuàilè de yīnyuè"],
    ["调查以后再调整", "diàochá yǐhòu zài tiáozhěng"],
    ["我觉得你没睡觉", "wǒ juéde nǐ méi shuìjiào"],
    ["会计开会", "kuàijì kāihuì"],
    ["一个不对", "yígè búduì"],
    ["西安", "xī'ān"],
    ["他跑得很快", "tā pǎode hěnkuài"],
    ["我得走了", "wǒ děi zǒule"],
    ["我们都得努力", "wǒmen dōu děi nǔlì"],
    ["他得了冠军", "tā déle guànjūn"],
    ["取得成功", "qǔdé chénggōng"],
    ["政府迅速地作出反应", "zhèngfǔ xùnsù de zuòchū fǎnyìng"],
    ["慢慢地说", "mànmànde shuō"],
    ["这块地很大", "zhè kuài dì hěndà"],
  ])("reads the heteronyms of %s by context: %s", async (text, expected) => {
    expect((await pinyin(text)).map(({ reading }) => reading).join(" ")).toBe(expected);
  });

  it("reads traditional characters by the same words", async () => {
    const readings = await pinyin("銀行行長說音樂會", { language: "zh-Hant" });
    expect(readings.map(({ reading }) => reading).join(" ")).toBe("yínháng hángzhǎng shuō yīnyuè huì");
  });

  it("gives a word and its characters their spans, and nothing to what is not Chinese", async () => {
    expect(await pinyin("OK，3D打印。")).toEqual([
      {
        start: 5,
        end: 7,
        reading: "dǎyìn",
        parts: [
          { start: 5, end: 6, reading: "dǎ" },
          { start: 6, end: 7, reading: "yìn" },
        ],
      },
    ]);
  });

  it("keeps every span right whatever the text", async () => {
    const piece = fc.constantFrom(
      "中国",
      "银行",
      "长",
      "𠮷",
      "西安",
      "\ud842",
      "a",
      "1",
      " ",
      "\r\n",
      "，",
      "한국",
      "é",
      "👩‍👩‍👧",
      "不",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 20 }), async (pieces) => {
        const text = pieces.join("");
        let last = 0;
        for (const { start, end, parts = [] } of await pinyin(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text.slice(start, end)).toMatch(/^\p{Script=Han}+$/u);
          expect(parts.map((part) => text.slice(part.start, part.end)).join("")).toBe(text.slice(start, end));
          for (const { reading } of parts) expect(reading).not.toBe("");
          last = end;
        }
      }),
    );
  });
});
