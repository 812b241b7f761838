import { checkBeads, type GuardReport } from "@stele/model";
import { articleRequests, type TranslatedArticle, type TranslateOptions, translateArticle } from "@stele/translate";
import { describe, expect, it } from "vitest";
import { pretend } from "../../../tests/faults/pretend.ts";
import { article } from "./support/article.ts";
import { createScriptedEngine, failure, type Script } from "./support/scripted-engine.ts";
import { TOOLS } from "./support/tools.ts";

const NEWS = article(
  { text: "Harbour opens again", kind: "title" },
  "The harbour of Ostrin opened its gates at 6 in the morning. Some 40 boats left before noon.",
  "Its keeper had waited 12 years for the day. The lamps were lit at 9 that evening. Nobody slept before 11 that night.",
);

const good: Script = (text) => pretend(text, "ko");

function options(script: Script, more: Omit<Partial<TranslateOptions>, "engine"> = {}) {
  const engine = createScriptedEngine(script);
  return { engine, target: "ko", tools: TOOLS, now: () => new Date(0), ...more } as const;
}

function textsOf({ article: { text }, sentences }: TranslatedArticle): readonly string[] {
  return sentences.map(({ start, end }) => text.slice(start, end));
}

function verdicts({ pieces }: GuardReport): readonly string[] {
  return pieces.map(({ verdict, reasons }) => [verdict, ...reasons].join(" "));
}

function expectWhole(source: typeof NEWS, translated: TranslatedArticle): void {
  checkBeads(translated.beads, { source: source.sentences.length, target: translated.sentences.length });
  for (const { start, end, block } of translated.sentences) {
    const inside = translated.article.blocks[block];
    expect(inside !== undefined && inside.start <= start && end <= inside.end).toBe(true);
  }
}

describe("sentence by sentence", () => {
  it("keeps one to one, the blocks with their kinds, and the gaps between them", async () => {
    const translated = await translateArticle(NEWS, options(good));
    expectWhole(NEWS, translated);
    expect(translated.report.counts).toEqual({ empty: 0, suspicious: 0, split: 0, merged: 0, kept: 6 });
    expect(translated.article.blocks.map(({ kind }) => kind)).toEqual(["title", "paragraph", "paragraph"]);
    expect(translated.article.text.split("\n\n\n")).toHaveLength(3);
    expect(translated.beads.every(({ score, lowScore }) => score === 1 && !lowScore)).toBe(true);
  });

  it("says where the translation came from", async () => {
    const { provenance } = await translateArticle(NEWS, options(good, { engineOptions: { style: "plain" } }));
    expect(provenance).toEqual({
      standing: "machine",
      origin: {
        kind: "engine",
        engine: "scripted",
        model: "one",
        options: { style: "plain", unit: "sentence" },
        date: "1970-01-01T00:00:00.000Z",
      },
    });
  });

  it("gives a batch the title and the block before its first sentence as context", async () => {
    const asked = options(good);
    await translateArticle(NEWS, asked);
    expect(asked.engine.requests[0]).toMatchObject({
      contextPolicy: "batch",
      contexts: [
        "",
        "Harbour opens again",
        "Harbour opens again",
        expect.stringMatching(/^Harbour opens again\nThe harbour/u),
        expect.anything(),
        expect.anything(),
      ],
    });
  });

  it("segments an answer of several sentences and keeps it with its sentence", async () => {
    const translated = await translateArticle(
      NEWS,
      options((text) =>
        text.includes("12") ? "항만지기는 12년을 기다렸다. 드디어 그날이 왔다." : good(text, NEVER, 0),
      ),
    );
    expectWhole(NEWS, translated);
    expect(verdicts(translated.report)[3]).toBe("split");
    expect(textsOf(translated).slice(3, 5)).toEqual(["항만지기는 12년을 기다렸다.", "드디어 그날이 왔다."]);
  });

  it("asks once more, alone and without context, for what is bad, and keeps the better answer", async () => {
    const rejected: string[] = [];
    const asked = options(
      (text, request) => (text.includes("40") && request.attempt === 1 ? "" : good(text, request, 0)),
      {
        onRejected: (_, reasons) => void rejected.push(reasons.join()),
      },
    );
    const translated = await translateArticle(NEWS, asked);
    expect(translated.report.counts.kept).toBe(6);
    expect(translated.report.pieces[2]?.attempts).toBe(2);
    expect(asked.engine.requests[1]).toMatchObject({
      texts: ["Some 40 boats left before noon."],
      isAlone: true,
      attempt: 2,
    });
    expect(asked.engine.requests[1]?.contexts).toBeUndefined();
  });

  it("asks an engine without context for the paragraph whole, and divides the answer", async () => {
    const engine = createScriptedEngine(
      (text, request) => (text.includes("40") && request.unit !== "paragraph" ? "" : good(text, request, 0)),
      { takes: { context: false, glossary: false, examples: false, tags: false } },
    );
    const translated = await translateArticle(NEWS, { ...options(good), engine });
    expectWhole(NEWS, translated);
    expect(translated.report.counts.kept).toBe(6);
    expect(translated.report.pieces.map(({ attempts }) => attempts)).toEqual([1, 2, 2, 1, 1, 1]);
    expect(engine.requests).toHaveLength(2);
    expect(engine.requests[1]).toMatchObject({
      texts: ["The harbour of Ostrin opened its gates at 6 in the morning. Some 40 boats left before noon."],
      unit: "paragraph",
      attempt: 2,
    });
  });

  it("keeps the sentences' own answers where the paragraph whole is no better", async () => {
    const engine = createScriptedEngine((text, request) => (text.includes("40") ? "" : good(text, request, 0)), {
      takes: { context: false, glossary: false, examples: false, tags: false },
    });
    const translated = await translateArticle(NEWS, { ...options(good), engine });
    expectWhole(NEWS, translated);
    expect(verdicts(translated.report).slice(0, 3)).toEqual(["kept", "kept", "empty empty"]);
    expect(translated.report.pieces[2]?.attempts).toBe(2);
  });

  it("marks what stays bad and never drops or pads a sentence", async () => {
    const translated = await translateArticle(
      NEWS,
      options((text, request) => {
        if (text.includes("40")) return "";
        if (text.includes("12")) return text;
        return text.includes("11") ? "그날 밤 아무도 자지 않았다는 말이 전해진다." : good(text, request, 0);
      }),
    );
    expectWhole(NEWS, translated);
    expect(verdicts(translated.report)).toEqual([
      "kept",
      "kept",
      "empty empty",
      "suspicious source-copied",
      "kept",
      "suspicious figure-lost",
    ]);
    expect(translated.beads[2]).toEqual({ source: [2, 3], target: [2, 2], score: null, lowScore: true });
    expect(translated.beads[3]?.lowScore).toBe(true);
  });

  it("aligns an answer that swallowed its neighbour instead of pairing it by position", async () => {
    const both = `${pretend("Its keeper had waited 12 years for the day", "ko")}, ${pretend("The lamps were lit at 9 that evening.", "ko")}`;
    const translated = await translateArticle(
      NEWS,
      options((text, request) => (text.includes("12") ? both : text.includes("lamps") ? "" : good(text, request, 0))),
    );
    expectWhole(NEWS, translated);
    expect(verdicts(translated.report)[3]).toBe("merged");
    expect(translated.beads[3]).toMatchObject({ source: [3, 5], target: [3, 4] });
  });

  it("does not send figures without words: they are the same in every language", async () => {
    const source = article("2031-05-14", "The gate opened at 6 in the morning.");
    const asked = options(good);
    const translated = await translateArticle(source, asked);
    expect(asked.engine.requests.flatMap(({ texts }) => texts)).toEqual(["The gate opened at 6 in the morning."]);
    expect(textsOf(translated)[0]).toBe("2031-05-14");
  });

  it("joins hard-wrapped lines before it sends them and keeps the lines of a list", async () => {
    const source = article("The gate\nopened at 6 today.", { text: "Bring 2 ropes. \nBring 3 lamps.", kind: "list" });
    const asked = options(good);
    const {
      article: { text },
    } = await translateArticle(source, asked);
    expect(asked.engine.requests[0]?.texts[0]).toBe("The gate opened at 6 today.");
    expect(text.split("\n\n\n")[1]?.split("\n")).toHaveLength(2);
  });

  it("writes Chinese without blanks between sentences", async () => {
    const translated = await translateArticle(
      NEWS,
      options((text) => pretend(text, "zh-hans"), { target: "zh-Hans" }),
    );
    expectWhole(NEWS, translated);
    expect(translated.article.text.split("\n\n\n")[2]).toMatch(/^\S+$/u);
  });

  it("marks a missed glossary term", async () => {
    const glossary = { terms: [{ source: "keeper", target: "항만지기" }] };
    const translated = await translateArticle(NEWS, options(good, { glossary }));
    expect(verdicts(translated.report)[3]).toBe("suspicious term-missed");
  });

  it("tells how far it is", async () => {
    const seen: string[] = [];
    await translateArticle(NEWS, options(good, { onProgress: (done, total) => void seen.push(`${done}/${total}`) }));
    expect(seen).toEqual(["1/6", "2/6", "3/6", "4/6", "5/6", "6/6"]);
  });

  it("can say beforehand what it would ask first", async () => {
    const asked = options(good);
    const foreseen = [...articleRequests(NEWS, asked)];
    expect(asked.engine.requests).toEqual([]);
    await translateArticle(NEWS, asked);
    expect(asked.engine.requests).toEqual(foreseen);
  });

  it("goes through a book in windows, and foresees all of it", async () => {
    const book = article(...Array.from({ length: 420 }, (_, at) => `Lamp ${at + 100} was lit. `.repeat(5).trim()));
    const seen: string[] = [];
    const asked = options(good, { onProgress: (done, total) => void seen.push(`${done}/${total}`) });
    const translated = await translateArticle(book, asked);
    expectWhole(book, translated);
    expect(translated.report.counts.kept).toBe(2100);
    expect(asked.engine.requests.map(({ texts }) => texts.length)).toEqual([1000, 1000, 100]);
    expect([...articleRequests(book, asked)].flatMap(({ texts }) => texts)).toHaveLength(2100);
    expect(seen.at(-1)).toBe("2100/2100");
  });

  it("passes on the engine's error", async () => {
    await expect(
      translateArticle(
        NEWS,
        options(() => failure("never")),
      ),
    ).rejects.toMatchObject({ code: "network" });
  });

  it("refuses a text without sentences", async () => {
    await expect(translateArticle(article(), options(good))).rejects.toMatchObject({ code: "input-empty" });
  });
});

describe("paragraph by paragraph", () => {
  it("sends whole blocks and divides the answers by alignment", async () => {
    const asked = options(good, { unit: "paragraph" });
    const translated = await translateArticle(NEWS, asked);
    expectWhole(NEWS, translated);
    expect(asked.engine.requests[0]?.texts).toHaveLength(3);
    expect(asked.engine.requests[0]?.unit).toBe("paragraph");
    expect(translated.report.counts.kept).toBe(6);
  });

  it("aligns sentences that came back joined", async () => {
    const joined = "항만지기는 12년을 기다렸고 그날 저녁 9시에 등불이 켜졌다. 그날 밤 11시까지 아무도 자지 않았다.";
    const translated = await translateArticle(
      NEWS,
      options((text, request) => (text.includes("keeper") ? joined : good(text, request, 0)), { unit: "paragraph" }),
    );
    expectWhole(NEWS, translated);
    expect(verdicts(translated.report)).toEqual(["kept", "kept", "kept", "merged", "kept"]);
    expect(translated.beads.at(-1)).toMatchObject({ source: [5, 6], target: [4, 5] });
  });

  it("asks for the sentences alone where one is missing, and keeps the better way", async () => {
    const short = "항만지기는 그날을 12년이나 기다려야 했다고 한다. 그날 밤 11시까지 아무도 잠을 자지 않았다.";
    const asked = options(
      (text, request) => (request.unit === "paragraph" && text.includes("keeper") ? short : good(text, request, 0)),
      { unit: "paragraph" },
    );
    const translated = await translateArticle(NEWS, asked);
    expectWhole(NEWS, translated);
    expect(asked.engine.requests[1]).toMatchObject({ isAlone: true, attempt: 2, unit: "sentence" });
    expect(asked.engine.requests[1]?.texts).toHaveLength(3);
    expect(translated.report.counts).toMatchObject({ kept: 6, empty: 0 });
  });

  it("marks what the answer says beyond its source", async () => {
    const more =
      "오스트린 항구는 아침 6시에 문을 열었다. 아무도 말하지 않은 문장이 하나 더 있다. 정오 전에 배 40척이 떠났다고 한다.";
    const translated = await translateArticle(
      NEWS,
      options((text, request) => (text.includes("Ostrin") && text.includes("40") ? more : good(text, request, 0)), {
        unit: "paragraph",
      }),
    );
    expectWhole(NEWS, translated);
    const extra = translated.report.pieces.filter(({ source: [from, to] }) => from === to);
    expect(extra.every(({ verdict }) => verdict === "suspicious")).toBe(true);
  });
});

const NEVER = { texts: [], source: "en", target: "ko" } as const;
