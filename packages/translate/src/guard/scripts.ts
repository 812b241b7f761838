import { type BaseLanguage, baseLanguage, type LanguageTag } from "@stele/model";

/** How many letters of a text are in each script. */
interface ScriptCounts {
  readonly latin: number;
  readonly hangul: number;
  readonly han: number;
  readonly other: number;
}

/** Counts letters by script; kana and everything else are `other`. */
function countScripts(text: string): ScriptCounts {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const latin = count(/\p{Script=Latin}/gu);
  const hangul = count(/\p{Script=Hangul}/gu);
  const han = count(/\p{Script=Han}/gu);
  return { latin, hangul, han, other: count(/\p{L}/gu) - latin - hangul - han };
}

const SCRIPT: Readonly<Record<BaseLanguage, keyof ScriptCounts>> = { en: "latin", ko: "hangul", zh: "han" };
/** A Han or Hangul character says about what three Latin letters say. */
const WEIGHTS: ScriptCounts = { latin: 1 / 3, hangul: 1, han: 1, other: 1 };

/** How much of a text is in the script of a language, by what it says, from 0 to 1; 1 for a text without letters. */
export function shareInScript(text: string, language: LanguageTag): number {
  const counts = countScripts(text);
  const names: readonly (keyof ScriptCounts)[] = ["latin", "hangul", "han", "other"];
  const all = names.reduce((sum, name) => sum + counts[name] * WEIGHTS[name], 0);
  const own = SCRIPT[baseLanguage(language)];
  return all === 0 ? 1 : (counts[own] * WEIGHTS[own]) / all;
}

/** Frequent characters that only one of the two Chinese scripts has, simplified and traditional in turn. */
const PAIRS =
  "这這们們个個来來对對时時会會说說国國发發过過还還没沒开開关關问問题題电電话話见見长長门門间間东東车車马馬鱼魚学學习習书書写寫读讀讲講语語词詞认認" +
  "识識请請谢謝让讓谁誰难難听聽声聲爱愛亲親样樣将將为為与與从從两兩现現实實业業产產经經济濟总總统統传傳运運选選举舉权權议議员員战戰军軍场場机機飞飛" +
  "医醫药藥费費价價钱錢银銀线線报報纸紙网網络絡艺藝乐樂热熱风風云雲岁歲觉覺应應该該当當种種类類农農园園图圖馆館师師岛島桥橋楼樓数數据據华華万萬亿億";

const SIMPLIFIED = new Set([...PAIRS].filter((_, at) => at % 2 === 0));
const TRADITIONAL = new Set([...PAIRS].filter((_, at) => at % 2 === 1));

/** True where a Chinese text is plainly in the other script: two telling characters or more, and most of them. */
export function isOtherChinese(text: string, language: LanguageTag): boolean {
  const [own, other] = language === "zh-Hant" ? [TRADITIONAL, SIMPLIFIED] : [SIMPLIFIED, TRADITIONAL];
  const count = (set: ReadonlySet<string>) => [...text].filter((character) => set.has(character)).length;
  const others = count(other);
  return others >= 2 && others > count(own);
}
