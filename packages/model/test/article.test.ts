import { createHash } from "node:crypto";
import { createArticle, hashText, SteleError } from "@stele/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

describe("createArticle", () => {
  it("gives the same text in the same language the same id, whatever its blocks", () => {
    const plain = createArticle({ language: "ko", text: "안녕하세요. 반갑습니다." });
    const blocked = createArticle({
      language: "ko",
      text: "안녕하세요. 반갑습니다.",
      blocks: [{ kind: "paragraph", start: 0, end: 13 }],
    });
    expect(blocked.id).toBe(plain.id);
    expect(createArticle({ language: "en", text: plain.text }).id).not.toBe(plain.id);
  });

  it("has an id that anyone can compute: SHA-256 of language, line feed and text", () => {
    const { id } = createArticle({ language: "zh-Hant", text: "兩座橋。" });
    expect(id).toBe(createHash("sha256").update("zh-Hant\n兩座橋。", "utf8").digest("hex"));
  });

  it("keeps the text as it is, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(createArticle({ language: "en", text }).text).toBe(text);
      }),
    );
  });

  it.each([
    ["overlap", [0, 5, 4, 9]],
    ["leave the text", [0, 5, 6, 99]],
    ["run backwards", [5, 2, 6, 7]],
    ["are not whole numbers", [0, 1.5, 2, 3]],
  ])("refuses blocks that %s", (_why, [a = 0, b = 0, c = 0, d = 0]) => {
    const blocks = [
      { kind: "paragraph", start: a, end: b },
      { kind: "paragraph", start: c, end: d },
    ] as const;
    const make = () => createArticle({ language: "en", text: "Ten chars.", blocks });
    expect(make).toThrow(SteleError);
    expect(make).toThrow(/block number/);
  });

  it("does not touch the draft", () => {
    const draft = Object.freeze({ language: "en", text: "Calm.", blocks: Object.freeze([]) } as const);
    expect(createArticle(draft)).toEqual({ ...draft, id: hashText("en\nCalm.") });
  });
});

it("hashes a long text as a short one: no character is cut in two", () => {
  for (const length of [65_535, 65_536, 65_537, 200_000]) {
    const text = `${"x".repeat(length - 1)}🌊 물이 불었다`;
    expect(hashText(text)).toBe(createHash("sha256").update(text).digest("hex"));
  }
});
