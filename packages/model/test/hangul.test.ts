import { CODA, jamoOf, ONSET, syllableOf } from "@stele/model/hangul";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

describe("the jamo of a syllable", () => {
  it("are those that Unicode takes it apart into, and make it again", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0xac00, max: 0xd7a3 }), (code) => {
        const syllable = String.fromCharCode(code);
        const jamo = jamoOf(syllable);
        expect(jamo).toBeDefined();
        if (jamo === undefined) return;
        const [onset = "", vowel = "", coda = ""] = syllable.normalize("NFD");
        expect([jamo.onset, jamo.vowel]).toEqual([onset.charCodeAt(0) - 0x1100, vowel.charCodeAt(0) - 0x1161]);
        expect(jamo.coda).toBe(coda === "" ? CODA.none : coda.charCodeAt(0) - 0x11a7);
        expect(syllableOf(jamo)).toBe(syllable);
      }),
    );
  });

  it.each(["", "a", "漢", "ㄱ", "ᄀ", "🚢", undefined])("are none of %j", (mark) => {
    expect(jamoOf(mark)).toBeUndefined();
  });

  it("have the names that they are called by", () => {
    expect(jamoOf("힘")).toMatchObject({ onset: ONSET.hieut, coda: CODA.mieum });
    expect(jamoOf("읽")).toMatchObject({ onset: ONSET.ieung, coda: CODA.rieulGiyeok });
  });
});
