import type { Scene } from "../../scene.ts";

/** Syllables that final endings end in: what a full stop needs that has no blank after it. */
const FINAL = "다요죠까네음슴함됨임짐줌지군라자오소냐니걸게래렴세당용여염쥬유";

/** Whether the syllable before `at` may end a clause. */
export function endsClause(text: string, at: number): boolean {
  return at > 0 && FINAL.includes(text[at - 1] ?? "x");
}

/** Syllables that stand before the polite 요 of a verb: not those of 수요, 주요, 필요, 중요. */
const BEFORE_YO =
  "어아해여세네에예게군까구데거래대와워줘져려내싸뻐셔겨쳐켜펴봐돼죠지되걸든봬해줴께잖더던나고라써커터퍼빠파서춰녀러눠꿔둬궈혀텨쪄뎌떠꺼껴깨쎄타사차자시";
/** The same for its playful forms 용, 여, 염: fewer, because 내용, 사용, 참여 are nouns. */
const BEFORE_PLAYFUL = "어아해세네에예셔겠줘까나죠";

/** Endings that are written of verbs only, however they are spelt: the word's last two or three syllables. */
const SURE: ReadonlySet<string> = new Set(
  (
    "습니까 십니까 하시오 으시오 가시오 주시오 보시오 십시오 십쇼 하소서 주소서 으소서 랍니다 " +
    "보여줘 알려줘 찾아줘 들려줘 해줘 어줘 아줘 려줘 여줘 봐줘 찾아봐 해봐 아봐 어봐 여봐 가봐 할게 을게 갈게 볼게 줄게 릴게 을께 할께 " +
    "었냐 았냐 있냐 없냐 겠냐 하냐 되냐 가냐 리냐 히냐 었네 았네 겠네 였네 했네 됐네 있네 없네 좋네 하네 이네 같네 많네 잖아 잖여 " +
    "었지 았지 였지 겠지 했지 됐지 봤지 갔지 잤지 붓지 었군 았군 겠군 였군 하군 었구나 았구나 했구나 는구나 있구나 없구나 겠구나 구먼 구만 " +
    "었거든 았거든 했거든 있거든 없거든 었대 았대 했대 었음 걸랑 겠쥬 었쥬 았쥬 했쥬 이쥬 겠나 긋나 었니 았니 겠니 졌니 " +
    "어때 었제 았제 겠제 없재 있재 드라 랬어 거야 중이야 더라 더라고 더라구 해유 어유 아유 세유 하삼 하셈 임다 슴다 심더 당께 랑께 기라 기래 " +
    "것임 거임 문임 뿐임 편임 곳임 집임 점임 야함 아함 워함 여함 절함 능함 끔함 끗함 렴함 못함 안함 잘함 " +
    "해줌 겨줌 려줌 어줌 아줌 여줌 어짐 아짐 해짐 려짐 겨짐 보임 안됨"
  ).split(" "),
);

/** Endings that a sentence may also go on after: an end only before an opening word. */
const LIKELY: ReadonlySet<string> = new Set("거든 이야 었나 았나 였나 란다 단다 이냐 인가".split(" "));

/** Words that can open a new sentence after a plain ending: conjunctions and pronouns of a new topic. */
const OPENING = new Set(
  (
    "근데 그런데 그래서 그리고 하지만 그러나 그래도 그럼 그러면 그치만 또 또한 아무튼 암튼 어쨌든 참고로 왜냐하면 왜냐면 다만 " +
    "따라서 결국 물론 역시 이제 오늘 오늘은 어제 내일 다음 다음에 나중에 나는 난 내가 저는 전 제가 우리 우리는 그는 그녀는 이건 이거 그건 근디 진짜 정말"
  ).split(" "),
);

/** Words before which an ending is no end: they take it up (`한다 해도`, `갈까 봐`, `있다 보니`). */
const TAKES_UP =
  /^(?:라고|라며|라는|라면|라던|라도|하고|하며|하는|하면|하니|하지|하던|하더|하여|하기|하는|한다|한들|한 |할 |할까|해도|해서|해야|했|싶|생각|보니|보면|보다|본|말고|말|마|못|않|봐|볼|보라|합|고민하|고 |며 |는 |도 |만 |치|쳐|카는|이라|란 |이란)/;

/** Before these even a polite ending is no end. */
const TAKES_UP_ALL = /^(?:라고|라며|라는|라면|라던|하고 |하며|하는|하면서|하던|하시며|했다|한다 |고 |며 |는 |이라|란 )/;

/** The last consonant of a syllable as its index in the Unicode table, 0 without one, -1 for anything else. */
function finalConsonant(text: string, at: number): number {
  const index = text.charCodeAt(at) - 0xac00;
  return index >= 0 && index < 11_172 ? index % 28 : -1;
}

const N = 4;
const L = 8;
const B = 17;
const BS = 18;
const SS = 20;
/** ㅆ ㅄ ㅎ ㄶ ㅀ ㅌ ㄵ: consonants of verb stems, before the noun ending 음. */
const STEM_FINALS: ReadonlySet<number> = new Set([SS, BS, 27, 6, 15, 25, 5]);

/** How sure it is that a word ends a sentence without a mark: `sure` by itself, `likely` before an opening word. */
export type Strength = "sure" | "likely" | undefined;

/** Judges the ending of the word that ends at `end`, not before `start`. */
export function endingStrength(text: string, start: number, end: number): Strength {
  const before = end - 2 >= start ? (text[end - 2] ?? "") : "";
  if (asks(text, end)) return "sure";
  if (text[end - 1] === "줘") return isRequest(text, end) ? "sure" : undefined;
  if (before === "") return undefined;
  const short = text.slice(end - 2, end);
  if (SURE.has(short) || (end - 3 >= start && SURE.has(text.slice(end - 3, end)))) return "sure";
  return LIKELY.has(short) ? "likely" : byLastSyllable(text, end, before);
}

/** How far before its end a question has its question word. */
const QUESTION_REACH = 24;
const QUESTION_WORD =
  /(?:^|\s)(?:어떻게|얼마|누가|뭐|뭘|왜|몇|무슨|(?:어디|누구|언제|무엇)(?!나[도는\s]))(?!든|도\s|몇)/;

/** Endings of such questions: `언제 도착할까`, `거리가 어떻게 돼`, `얼마야`, `몇 시야`; -아야, -더니 and the noun 가지 are none. */
const ASKING =
  /(?:얼마나 걸려|어떻게 (?:돼|가지)|[하가오되있없했왔갔됐겠났졌렸였었았]니|(?:이|얼마|누구|뭐|어디|언제)야|(?:^|\s)몇 ?[^\s]{1,3}야|(?:있|없|하|되)지)$/;

/** Whether the clause that ends at `end` has a question word and an ending that questions have. */
function asks(text: string, end: number): boolean {
  const last = text[end - 1] ?? "";
  if (!"니야지까돼려".includes(last)) return false;
  const clause = lastClause(text.slice(Math.max(0, end - QUESTION_REACH), end));
  const isAsking = last === "까" ? finalConsonant(text, end - 2) === L : ASKING.test(clause);
  return isAsking && QUESTION_WORD.test(clause);
}

/** What stands behind the last mark. */
function lastClause(piece: string): string {
  return piece.slice(Math.max(...[...".?!,"].map((mark) => piece.lastIndexOf(mark))) + 1);
}

/** The vowels in which the form of a verb before 주다 ends, as their index in the Unicode table: ㅏㅐㅓㅔㅕㅘㅙㅝ. */
const JOINING_VOWELS: ReadonlySet<number> = new Set([0, 1, 4, 5, 6, 9, 10, 14]);

/** `켜줘`, `알려 줘`: after the joining form of a verb, written together or apart. */
function isRequest(text: string, end: number): boolean {
  const at = text[end - 2] === " " ? end - 3 : end - 2;
  if (finalConsonant(text, at) !== 0) return false;
  return JOINING_VOWELS.has(Math.floor((text.charCodeAt(at) - 0xac00) / 28) % 21);
}

function byLastSyllable(text: string, end: number, before: string): Strength {
  switch (text[end - 1]) {
    case "다":
    case "당":
      return declarative(text, end, before);
    case "요":
      return BEFORE_YO.includes(before) ? "sure" : undefined;
    case "용":
    case "여":
    case "염":
      return BEFORE_PLAYFUL.includes(before) ? "sure" : undefined;
    case "죠":
    case "쥬":
      return "sure";
    case "어":
      // 었어, 했어 and 겠어 are never joined to another verb, as 있어 and 재밌어 are.
      return finalConsonant(text, end - 2) === SS && !"있밌".includes(before) ? "sure" : undefined;
    case "음":
      return STEM_FINALS.has(finalConsonant(text, end - 2)) ? "sure" : undefined;
    case "까":
      if (before === "니") return finalConsonant(text, end - 3) === B ? "sure" : undefined;
      return finalConsonant(text, end - 2) === L ? "likely" : undefined;
    default:
      return undefined;
  }
}

/** ㅂ니다 and ㅂ시다 are sure; 었다, 없다 and 한다 are the style of books, where a full stop follows: likely only. */
function declarative(text: string, end: number, before: string): Strength {
  if (before === "니" || before === "시") return finalConsonant(text, end - 3) === B ? "sure" : undefined;
  const consonant = finalConsonant(text, end - 2);
  if (consonant === SS || consonant === BS || consonant === N || "이하되".includes(before)) return "likely";
  return undefined;
}

/** Whether what follows begins a new sentence after an ending of this strength, whose word ended at `end`. */
export function opensAfter(scene: Scene, end: number, strength: Strength): boolean {
  const { text, next: at } = scene;
  const ahead = text.slice(at, at + 8);
  const isPolite = "요죠다".includes(text[end - 1] ?? "x") && strength === "sure";
  if ((isPolite ? TAKES_UP_ALL : TAKES_UP).test(`${ahead} `)) return false;
  if (strength === "sure") return true;
  return OPENING.has(ahead.split(/[\s,.!?~]/, 1)[0] ?? "");
}
