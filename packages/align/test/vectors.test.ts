import { createAligner } from "@stele/align";
import { SteleError } from "@stele/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { multiplyPlainly, multiplyRows } from "../src/meaning/multiply.ts";
import { createSimdKernel } from "../src/meaning/simd-kernel.ts";
import { normaliseText } from "../src/vectors/normalise.ts";
import { readVectors } from "../src/vectors/read-vectors.ts";
import { tokenise } from "../src/vectors/tokenise.ts";
import { unpackRows } from "../src/vectors/unpack.ts";
import { vectorsFile } from "./vectors-file.ts";

const bytes = vectorsFile();
const vectors = readVectors(bytes);

function codeOf(run: () => unknown): string | undefined {
  try {
    run();
  } catch (error) {
    return error instanceof SteleError ? error.code : String(error);
  }
  return undefined;
}

describe("a vectors file that is not right", () => {
  const changed = (change: (copy: Uint8Array) => void): Uint8Array => {
    const copy = bytes.slice(0, bytes.length);
    change(copy);
    return copy;
  };
  const versionAt = new TextDecoder("latin1").decode(bytes.subarray(0, 200)).indexOf('"version": 1') + 11;
  it.each([
    ["is empty", () => new Uint8Array()],
    ["ends early", () => bytes.subarray(0, bytes.length - 1)],
    ["has a byte too many", () => new Uint8Array([...bytes.subarray(0, 100), ...bytes.subarray(99)])],
    ["is another file", () => new TextEncoder().encode("PK and something else, long enough to be read")],
    ["says that its header is longer than the file", () => changed((copy) => copy.fill(0xff, 8, 12))],
    ["has a header that is no JSON", () => changed((copy) => copy.fill(0x21, 12, 20))],
    ["is of another version", () => changed((copy) => copy.fill(0x32, versionAt, versionAt + 1))],
    ["holds entries that are no UTF-8", () => changed((copy) => copy.fill(0xff, 400, 500))],
  ])("is refused where it %s", (_, make) => {
    expect(codeOf(() => createAligner({ vectors: make() }))).toBe("vectors-invalid");
  });
});

describe("tokens", () => {
  it.each([
    ["The council met.", ["The", "council", "met", "."]],
    ["경제 성장", ["경제", "성장"]],
    ["经济增长", ["经济增长"]],
  ])("of %j are entries of the file", (text, words) => {
    expect(tokenise(vectors, text).map(({ start, end }) => text.slice(start, end))).toEqual(words);
  });

  it("lie inside the text, in order, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
        let end = 0;
        for (const token of tokenise(vectors, text)) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(token.end).toBeGreaterThan(token.start);
          end = token.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe("the map from normalised to untouched text", () => {
  it.each([
    ["㈜한빛", "(주)한빛", [0, 0, 0, 1, 2]],
    ["ofﬁce", "office", [0, 1, 2, 2, 3, 4]],
    ["１２３", "123", [0, 1, 2]],
    ["\u1112\u1161\u11ab글", "한글", [0, 3]],
    ["👩‍🚀!", "👩‍🚀!", [0, 0, 2, 3, 3, 5]],
  ])("tells where each unit of %j comes from", (original, text, starts) => {
    const normal = normaliseText(original);
    expect(normal.text).toBe(text);
    expect([...normal.start.subarray(0, text.length)]).toEqual(starts);
  });

  it("gives what normalising the whole text gives", () => {
    const jamo = fc.constantFrom("\u1100", "\u1161", "\u11a8", "가", "e", "\u0301", "ﬁ", "①", "カ", "ﾞ", "한");
    fc.assert(
      fc.property(fc.array(jamo, { maxLength: 12 }), (units) => {
        const text = units.join("");
        expect(normaliseText(text).text).toBe(text.normalize("NFKC"));
      }),
    );
  });
});

describe("inner products", () => {
  it("are the same to the last bit with SIMD and without", () => {
    const entries = Int32Array.from({ length: 61 }, (_, k) => k * 997);
    const matrix = unpackRows(vectors, entries, 128);
    const rows = Int32Array.from(entries.keys());
    const { values, stride } = multiplyRows({ matrix, rows }, { matrix, rows });
    const plain = multiplyPlainly({ matrix, rows }, { matrix, rows }, stride);
    for (let row = 0; row < rows.length; row++) {
      const from = row * stride;
      expect(values.slice(from, from + rows.length)).toEqual(plain.slice(from, from + rows.length));
    }
    expect(values[0]).toBeCloseTo(1, 3);
    expect(createSimdKernel(256, 26)).toBeDefined();
  });
});
