import {
  createTranslator,
  engineName,
  errorText,
  pickUiLanguage,
  readinessText,
  resources,
  UI_LANGUAGES,
} from "@stele/messages";
import { describe, expect, it } from "vitest";
import { EXIT_CODES } from "../../model/src/error-codes.ts";
import { READINESS_STATES } from "../../translate/src/readiness.ts";

const textsOf = (value: unknown, path = ""): [string, string][] =>
  typeof value === "string"
    ? [[path, value]]
    : Object.entries(value as object).flatMap(([key, inner]) => textsOf(inner, path === "" ? key : `${path}.${key}`));

const english = new Map(textsOf(resources.en.translation));
const namesIn = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => String(match[1])).sort();

describe("the texts", () => {
  it.each(UI_LANGUAGES)("have the keys and the values of English in %s", (language) => {
    const texts = new Map(textsOf(resources[language].translation));
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [key, text] of texts) {
      expect(text.trim(), key).not.toBe("");
      expect(namesIn(text), key).toEqual(namesIn(english.get(key) ?? ""));
    }
  });

  it.each([
    ["ko", /\p{Script=Hangul}/u],
    ["zh", /\p{Script=Han}/u],
  ] as const)("are written in the script of %s wherever English has a sentence", (language, script) => {
    const same = textsOf(resources[language].translation).filter(
      ([, text]) => text.includes(" ") && !script.test(text),
    );
    expect(same).toEqual([]);
  });

  it.each(UI_LANGUAGES)("name commands as they are typed in the clone, in %s", (language) => {
    const untyped = /(?<!npx )\bstele (?=[a-z])/u;
    expect(textsOf(resources[language].translation).filter(([, text]) => untyped.test(text))).toEqual([]);
  });

  it("know every state of an engine and no other", () => {
    expect(Object.keys(resources.en.translation.engines.states).sort()).toEqual([...READINESS_STATES].sort());
  });

  it("know every error code and no other", () => {
    expect(Object.keys(resources.en.translation.errors).sort()).toEqual(Object.keys(EXIT_CODES).sort());
  });
});

describe("a translator", () => {
  it.each([
    ["en", "Wrote a.json"],
    ["ko", "저장했습니다: a.json"],
    ["zh", "已写入 a.json"],
  ] as const)("fills the values in in %s and escapes nothing", (language, expected) => {
    const t = createTranslator(language);
    expect(t("cli.say.wrote", { file: "a.json" })).toBe(expected);
    expect(t("cli.say.wrote", { file: "<b>" })).toContain("<b>");
  });

  it("does not compile with an unknown key or without its values", () => {
    const t = createTranslator("en");
    // @ts-expect-error: no such key
    t("cli.nothing");
    // @ts-expect-error: the file is missing
    t("cli.say.wrote");
    expect(t("cli.commands.align")).toBe("align two texts sentence by sentence");
  });
});

describe("the language of the messages", () => {
  it.each([
    [["ko_KR.UTF-8"], "ko"],
    [["zh-TW"], "zh"],
    [["fr", "zh_CN"], "zh"],
    [[undefined, "C.UTF-8"], "en"],
    [[], "en"],
    [["EN-GB", "ko"], "en"],
  ] as const)("is, by %j, %s", (wishes, expected) => {
    expect(pickUiLanguage(wishes)).toBe(expected);
  });
});

describe("a text", () => {
  const leaves = (value: unknown): string[] =>
    typeof value === "string" ? [value] : Object.values(value as object).flatMap(leaves);

  it.each(["en", "ko", "zh"] as const)("is no mere figure: %s", (language) => {
    const texts = leaves(resources[language].translation);
    expect(texts.filter((text) => /^[\d\s]*$/u.test(text))).toEqual([]);
  });
});

describe("an error", () => {
  const error = {
    code: "input-missing",
    message: "There is no file a.txt.",
    hint: "Check it.",
    details: { file: "a.txt" },
  };

  it.each([
    ["en", "There is no file a.txt."],
    ["ko", "그런 파일이 없습니다: a.txt"],
    ["zh", "找不到这个文件：a.txt"],
  ] as const)("is said in %s with what it is about", (language, expected) => {
    expect(errorText(error, { t: createTranslator(language), language }).message).toBe(expected);
  });

  it.each([
    ["ko", "어느 언어로 번역할지 지정하지 않았습니다", "--to로 지정하십시오. 예: --to ko,zh"],
    ["zh", "没有指定要译成哪种语言", "请用 --to 指定，例如 --to ko,zh。"],
  ] as const)("of a misuse says in %s what is missing", (language, message, hint) => {
    const misuse = { code: "usage", message: "No.", hint: "Name one.", details: { reason: "target-missing" } };
    expect(errorText(misuse, { t: createTranslator(language), language })).toEqual({ message, hint });
  });

  it.each([
    ["ko", "명령의 사용법이 올바르지 않습니다: Too many."],
    ["zh", "命令用法不正确：Too many."],
  ] as const)("of a misuse nobody has translated keeps its particulars in %s", (language, expected) => {
    const misuse = { code: "usage", message: "Too many.", hint: "Name one.", details: { count: 4 } };
    expect(errorText(misuse, { t: createTranslator(language), language }).message).toBe(expected);
  });

  it.each([
    ["ko", "파일의 구조가 올바르지 않습니다: a.ladder, 3번째 줄"],
    ["zh", "文件的结构不正确：a.ladder，第 3 行"],
  ] as const)("of a file names its line in %s", (language, expected) => {
    const malformed = {
      code: "input-malformed",
      message: "No.",
      hint: "Look.",
      details: { file: "a.ladder", line: 3 },
    };
    expect(errorText(malformed, { t: createTranslator(language), language }).message).toBe(expected);
  });

  it("names both languages where it is about two", () => {
    const noEngine = { code: "engine-not-ready", message: "No.", hint: "Wait.", details: { from: "en", to: "ko" } };
    expect(errorText(noEngine, { t: createTranslator("zh"), language: "zh" }).message).toBe(
      "翻译引擎尚未就绪：en → ko",
    );
  });

  it("keeps its own words where the code is not known", () => {
    const unknown = { code: "new-code", message: "New.", hint: "Wait." };
    expect(errorText(unknown, { t: createTranslator("ko"), language: "ko" })).toEqual({
      message: "New.",
      hint: "Wait.",
    });
  });
});

describe("an engine", () => {
  const t = createTranslator("ko");

  it("is called by its name in the reader's language, one without a text by its own", () => {
    expect(engineName({ name: "local", label: "Local models" }, t)).toBe("로컬 모델");
    expect(engineName({ name: "toString", label: "Of my own" }, t)).toBe("Of my own");
  });

  it("says why it is ready or not; a state that is not known as it is", () => {
    expect(readinessText({ state: "models-installed", details: { pairs: "en-ko" } }, t)).toBe("설치된 모델: en-ko");
    expect(readinessText({ state: "asleep", details: {} }, t)).toBe("asleep");
  });
});
