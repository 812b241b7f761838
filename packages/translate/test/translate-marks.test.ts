import type { GuardReport } from "@stele/model";
import { type TranslatedArticle, type TranslateOptions, translateArticle } from "@stele/translate";
import { describe, expect, it } from "vitest";
import { article } from "./support/article.ts";
import { createScriptedEngine, type Script } from "./support/scripted-engine.ts";
import { TOOLS } from "./support/tools.ts";

function options(script: Script, more: Omit<Partial<TranslateOptions>, "engine"> = {}) {
  return { engine: createScriptedEngine(script), target: "ko", tools: TOOLS, ...more } as const;
}

function textsOf({ article: { text }, sentences }: TranslatedArticle): readonly string[] {
  return sentences.map(({ start, end }) => text.slice(start, end));
}

function verdicts({ pieces }: GuardReport): readonly string[] {
  return pieces.map(({ verdict, reasons }) => [verdict, ...reasons].join(" "));
}

describe("inline marks", () => {
  const MARKED = article(
    "Press **Start** and read [the guide](https://example.org/g?a=1&b=2) for `x < 2`.",
    "Nothing is marked in 1 line.",
  );
  const tagged: Script = (text) =>
    text
      .replace(/^Press/u, "누르세요")
      .replaceAll("Start", "시작")
      .replaceAll(/ and read /gu, " 그리고 ")
      .replaceAll("the guide", "안내서")
      .replaceAll(/ for /gu, " 읽기 ")
      .replace(/^Nothing.*1 line\.$/u, "표시된 것은 1줄도 없습니다.");

  it("go as numbered tags and come back as they were", async () => {
    const asked = options(tagged, { marks: "markdown" });
    const translated = await translateArticle(MARKED, asked);
    const sent = asked.engine.requests.find(({ isTagged }) => isTagged === true);
    expect(sent?.texts).toEqual(["Press <x1>Start</x1> and read <x2>the guide</x2> for <x3/>."]);
    expect(textsOf(translated)[0]).toBe(
      "누르세요 **시작** 그리고 [안내서](https://example.org/g?a=1&b=2) 읽기 `x < 2`.",
    );
    expect(translated.report.counts.kept).toBe(2);
  });

  it("that come back broken are sent once more without marks, and the loss is marked", async () => {
    const asked = options((text, request, call) => String(tagged(text, request, call)).replace("<x1>", ""), {
      marks: "markdown",
    });
    const translated = await translateArticle(MARKED, asked);
    const again = asked.engine.requests.find(({ attempt }) => attempt === 2);
    expect(again?.texts).toEqual(["Press Start and read the guide for `x < 2`."]);
    expect(verdicts(translated.report)[0]).toBe("suspicious tag-broken");
  });

  it("stay in the text for an engine that takes no tags", async () => {
    const engine = createScriptedEngine(tagged, {
      takes: { context: true, glossary: true, examples: true, tags: false },
    });
    await translateArticle(MARKED, { ...options(tagged), engine, marks: "markdown" });
    expect(engine.requests.some(({ isTagged }) => isTagged === true)).toBe(false);
    expect(engine.requests[0]?.texts[0]).toContain("**Start**");
  });
});
