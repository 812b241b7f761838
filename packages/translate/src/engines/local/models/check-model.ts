import type { LanguageTag } from "@stele/model";
import { shareInScript } from "../../../guard/scripts.ts";
import { bareText, hasWords } from "../../../guard/text-facts.ts";
import type { BergamotTranslator } from "../bergamot-translator.ts";
import type { ModelFiles } from "../bergamot-types.ts";
import { modelInvalid } from "../local-errors.ts";

/** A sentence that any model can translate, by its source. */
const SENTENCES: Readonly<Record<string, string>> = {
  en: "The weather is nice today, and we are going to the park with our friends.",
  ko: "오늘은 날씨가 좋아서 우리는 친구들과 함께 공원에 갑니다.",
  zh: "今天天气很好，我们和朋友们一起去公园。",
};
const TAGS: Readonly<Record<string, LanguageTag>> = { en: "en", ko: "ko", zh: "zh-Hans" };

/**
 * Translates a known sentence with a new model.
 *
 * @throws SteleError `model-invalid` where the answer is empty, the source itself, or in another script.
 */
export async function checkModel(files: ModelFiles, translator: BergamotTranslator): Promise<void> {
  const name = `${files.from}-${files.to}`;
  const sentence = SENTENCES[baseOf(files.from)] ?? SENTENCES.en ?? "";
  let answer = "";
  for await (const { text } of translator.translate([sentence], [files])) answer = text;
  const target = TAGS[baseOf(files.to)];
  if (!hasWords(answer)) throw modelInvalid(name, "it translates a known sentence into nothing");
  if (bareText(answer) === bareText(sentence)) throw modelInvalid(name, "it gives a known sentence back as it is");
  if (target !== undefined && shareInScript(answer, target) < 0.5) {
    throw modelInvalid(name, "it translates a known sentence into another script");
  }
}

function baseOf(code: string): string {
  return code.split("-")[0] ?? code;
}
