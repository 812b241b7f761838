type Words = readonly (readonly [english: string, korean: string, chinese: string])[];

const WHO: Words = [
  ["The harbour master", "항만장은", "港务长"],
  ["A young fisherman", "젊은 어부는", "一名年轻渔民"],
  ["The mayor of the island", "섬의 시장은", "岛上的市长"],
  ["Two engineers", "기술자 두 명은", "两名工程师"],
  ["The ferry company", "여객선 회사는", "渡轮公司"],
  ["An old teacher", "나이 든 교사는", "一位老教师"],
  ["The weather office", "기상청은", "气象局"],
];
const DID: Words = [
  ["counted", "세었다", "清点了"],
  ["repaired", "고쳤다", "修好了"],
  ["sold", "팔았다", "卖掉了"],
  ["photographed", "촬영했다", "拍摄了"],
  ["bought", "샀다", "买下了"],
];
const WHAT: Words = [
  ["boats", "배", "条船"],
  ["nets", "그물", "张渔网"],
  ["lamps", "등불", "盏灯"],
  ["bridges", "다리", "座桥"],
  ["letters", "편지", "封信"],
  ["baskets of fish", "생선 바구니", "筐鱼"],
];
const WHEN: Words = [
  ["on Monday", "월요일에", "周一"],
  ["before the storm", "폭풍이 오기 전에", "在暴风雨来临之前"],
  ["in the early morning", "이른 아침에", "清晨"],
  ["last winter", "지난겨울에", "去年冬天"],
];
/** Sentences of a paragraph. */
const PARAGRAPH = 4;

/** A text of so many sentences in English, Korean and Chinese, each sentence with its own figure. */
export function longTexts(rows: number): readonly { readonly text: string; readonly language: string }[] {
  const sentences = Array.from({ length: rows }, (_, at) => sentence(at));
  return ["en", "ko", "zh-Hans"].map((language, column) => ({
    text: paragraphs(
      sentences.map((one) => one[column] ?? ""),
      language === "zh-Hans" ? "" : " ",
    ),
    language,
  }));
}

function sentence(at: number): readonly string[] {
  const pick = (words: Words, step: number) => words[Math.floor(at / step) % words.length] ?? ["", "", ""];
  const [who, did, what, when] = [pick(WHO, 1), pick(DID, 3), pick(WHAT, 2), pick(WHEN, 5)];
  return [
    `${who[0]} ${did[0]} ${at + 10} ${what[0]} ${when[0]}.`,
    `${who[1]} ${when[1]} ${what[1]} ${at + 10}개를 ${did[1]}.`,
    `${who[2]}${when[2]}${did[2]}${at + 10}${what[2]}。`,
  ];
}

function paragraphs(sentences: readonly string[], glue: string): string {
  const starts = Array.from({ length: Math.ceil(sentences.length / PARAGRAPH) }, (_, at) => at * PARAGRAPH);
  return starts.map((start) => sentences.slice(start, start + PARAGRAPH).join(glue)).join("\n\n");
}
