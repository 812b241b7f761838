import { createArticle, type GuardReport, type InlineMark, type MemoryLookup, type Sentence } from "@stele/model";
import { memory, type SourceText, type TranslatedArticle, translateArticle } from "@stele/translate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createScriptedEngine, type Script } from "./support/scripted-engine.ts";
import { TOOLS } from "./support/tools.ts";

/** A text whose marks are named by the words they cover; sentences end at full stops. */
function marked(text: string, ...named: readonly (readonly [string, Omit<InlineMark, "start" | "end">])[]): SourceText {
  const blocks = [...text.matchAll(/\S(?:.|\n(?!\n))*/gu)].map(({ 0: found, index }) => {
    return { kind: "paragraph" as const, start: index, end: index + found.length };
  });
  const sentences: Sentence[] = blocks.flatMap(({ start, end }, block) =>
    [...text.slice(start, end).matchAll(/\S[^.]*\./gu)].map(({ 0: found, index }) => {
      return { start: start + index, end: start + index + found.length, block };
    }),
  );
  const marks = named.map(([words, mark]) => {
    const start = text.indexOf(words);
    return { ...mark, start, end: start + words.length };
  });
  return { article: createArticle({ language: "en", text, blocks }), sentences, marks };
}

const SOURCE = marked(
  "Press Start 2 times and\nread the guide for a < b. Nothing is marked in 1 line.\n\nSee x.y now.",
  ["Start", { kind: "strong" }],
  ["the guide", { kind: "link", url: "https://example.org/g?a=1&b=2" }],
  ["a < b", { kind: "code" }],
);

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^Press/u, "누르세요"],
  [/Start/u, "시작"],
  [/ 2 times and read /u, " 2번 그리고 "],
  [/the guide/u, "안내서"],
  [/ for /u, " 읽기 "],
  [/Nothing.*line\./u, "표시된 것은 1줄도 없습니다."],
  [/^See .*$/u, "보세요."],
];

const translated: Script = (text) => WORDS.reduce((answer, [pattern, word]) => answer.replace(pattern, word), text);

async function run(script: Script, more: { readonly unit?: "paragraph"; readonly takesTags?: boolean } = {}) {
  const takes = { context: true, glossary: true, examples: true, tags: more.takesTags ?? true };
  const engine = createScriptedEngine(script, { takes });
  const unit = more.unit === undefined ? {} : { unit: more.unit };
  return { engine, result: await translateArticle(SOURCE, { engine, target: "ko", tools: TOOLS, ...unit }) };
}

function marksOf({ article: { text }, marks }: TranslatedArticle) {
  return marks.map(({ kind, start, end }) => [kind, text.slice(start, end)]);
}

function verdicts({ pieces }: GuardReport): readonly string[] {
  return pieces.map(({ verdict, reasons }) => [verdict, ...reasons].join(" "));
}

describe("marks beside the text", () => {
  it("go as numbered tags and come back over the words that translate theirs", async () => {
    const { engine, result } = await run(translated);
    const sent = engine.requests.find(({ isTagged }) => isTagged === true);
    expect(sent?.texts).toEqual(["Press <x1>Start</x1> 2 times and read <x2>the guide</x2> for <x3/>."]);
    expect(result.article.text).toMatch(/^누르세요 시작 2번 그리고 안내서 읽기 a < b\./u);
    expect(marksOf(result)).toEqual([
      ["strong", "시작"],
      ["link", "안내서"],
      ["code", "a < b"],
    ]);
    expect(result.marks[1]?.url).toBe("https://example.org/g?a=1&b=2");
  });

  it("are found in whole paragraphs too", async () => {
    const { engine, result } = await run(translated, { unit: "paragraph" });
    expect(engine.requests.some(({ isTagged }) => isTagged === true)).toBe(true);
    expect(marksOf(result)).toContainEqual(["strong", "시작"]);
  });

  it.each([
    ["dropped", (text: string) => text.replaceAll(/<\/?x1>/gu, "")],
    ["doubled", (text: string) => text.replace("<x3/>", "<x3/><x3/>")],
    ["emptied", (text: string) => text.replace(/<x1>(.*)<\/x1>/u, "<x1></x1>$1")],
    ["crossed", (text: string) => text.replace("</x1>", "").replace("</x2>", "</x1></x2>")],
    ["lost with the code", (text: string) => text.replace("<x3/>", "")],
    ["spoilt", (text: string) => text.replace("<x1>", "<x 1>")],
  ] as const)("%s on the way are sent once more without, and the loss is said", async (_, spoil) => {
    const { engine, result } = await run((...asked) => spoil(String(translated(...asked))));
    const again = engine.requests.find(({ attempt }) => attempt === 2);
    expect([again?.isTagged, again?.texts]).toEqual([undefined, ["Press Start 2 times and read the guide for a < b."]]);
    expect(verdicts(result.report)[0]).toBe("suspicious tag-broken");
    expect(result.article.text).toMatch(/^누르세요 시작 2번 그리고 안내서 읽기 a < b\./u);
    // Code is found again by itself; where the other words went nobody can say.
    expect(marksOf(result)).toEqual([["code", "a < b"]]);
  });

  it("moved to other words stay where the engine put them", async () => {
    const { result } = await run((...asked) =>
      String(translated(...asked)).replace("<x1>시작</x1> 2번", "시작 <x1>2번</x1>"),
    );
    expect(marksOf(result)[0]).toEqual(["strong", "2번"]);
    expect(verdicts(result.report)[0]).toBe("kept");
  });

  it("written as an empty pair are the same as one empty tag", async () => {
    const { result } = await run((...asked) => String(translated(...asked)).replace("<x3/>", "<x3></x3>"));
    expect(marksOf(result)).toHaveLength(3);
  });

  it("go once more with tags where the answer was bad for another reason", async () => {
    const { engine, result } = await run((text, request, call) =>
      request.isTagged === true && request.attempt === 1 ? "" : translated(text, request, call),
    );
    expect(engine.requests.filter(({ isTagged }) => isTagged === true)).toHaveLength(2);
    expect(marksOf(result)).toHaveLength(3);
  });

  it("are kept, for an engine that takes no tags, where their place is certain, and the loss of the rest is said", async () => {
    const { engine, result } = await run(translated, { takesTags: false });
    expect(engine.requests.some(({ isTagged }) => isTagged === true)).toBe(false);
    expect(engine.requests[0]?.texts[0]).toBe("Press Start 2 times and read the guide for a < b.");
    expect(marksOf(result)).toEqual([["code", "a < b"]]);
    expect(verdicts(result.report)[0]).toBe("kept marks-lost");
  });

  it("of an answer that repeats its text are the marks of the text", async () => {
    const pieces = fc.array(fc.tuple(fc.constantFrom("rain", "a<b", "&amp;", "<x1>", "비가", "x.y"), fc.nat(3)), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(pieces, async (words) => {
        let text = "Now";
        const marks: InlineMark[] = [];
        for (const [word, kind] of words) {
          text += " ";
          const [start, end] = [text.length, text.length + word.length];
          text += word;
          if (kind > 0)
            marks.push({ kind: (["strong", "code", "emphasis"] as const)[kind - 1] ?? "strong", start, end });
        }
        const blocks = [{ kind: "paragraph" as const, start: 0, end: text.length }];
        const source = {
          article: createArticle({ language: "en", text, blocks }),
          sentences: [{ start: 0, end: text.length, block: 0 }],
          marks,
        };
        const tools = { ...TOOLS, segment: (whole: string) => [{ start: 0, end: whole.length }] };
        const engine = createScriptedEngine((sent) => sent);
        const result = await translateArticle(source, { engine, target: "ko", tools });
        expect([result.article.text, result.marks]).toEqual([text, marks]);
      }),
    );
  });
});

describe("a sentence with code in it that the memory has", () => {
  const [line = ""] = SOURCE.article.text.replace("\n", " ").split(" Nothing");
  const lookup = (target: string): MemoryLookup => ({
    find: ({ text }) => (text === line ? [{ source: text, target, score: 1, standing: "human" }] : []),
  });
  const recall = async (target: string) => {
    const takes = { context: true, glossary: true, examples: true, tags: true };
    const engine = createScriptedEngine(translated, { takes });
    const around = memory(engine, { lookup: lookup(target) });
    const result = await translateArticle(SOURCE, { engine: around, target: "ko", tools: TOOLS });
    return { result, requests: engine.requests };
  };
  const isAsked = (text: string): boolean => text.startsWith("Press");

  it("comes from there, its code marked where the same words stand", async () => {
    const { result, requests } = await recall("시작을 2번 누르고 안내서에서 a < b 부분을 읽으세요.");
    expect(requests.flatMap(({ texts }) => texts).some(isAsked)).toBe(false);
    expect(marksOf(result)).toContainEqual(["code", "a < b"]);
  });

  it("is asked for where the memory's answer lacks the code; the answer goes along as an example", async () => {
    const { result, requests } = await recall("시작을 2번 누르고 안내서를 읽으세요.");
    const asked = requests.find(({ texts }) => texts.some(isAsked));
    expect(asked?.examples?.flat()).toMatchObject([{ source: line, target: "시작을 2번 누르고 안내서를 읽으세요." }]);
    expect(marksOf(result)).toContainEqual(["code", "a < b"]);
  });
});
