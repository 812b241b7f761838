/** 64 syllables and 64 characters that are common in news texts; a word becomes a few of them, always the same. */
const SYLLABLES =
  "가나다라마바사아자차카타파하고노도로모보소오조초코토포호구누두루무부수우주추쿠투푸후기니디리미비시이지치키티피히개내대래매배새애재채캐태";
const CHARACTERS =
  "中国人民大会上海北京公司今天明年月日政府经济发展新闻报道市场学生工作问题世界时间科技文化社区交通城市河水桥梁春秋冬夏山林农业食品安全健康医院";
const TRADITIONAL =
  "國會經濟發報導場學問題時間開關東車門長馬書見說語讀寫頭業產動務實際體應當對後從來這個們還進過運達遠選邊";
const WORDS =
  "river market season report council number village bridge student harvest garden winter station teacher evening".split(
    " ",
  );

/**
 * A pretended translation: in the script of the target, of a likely length, with figures and tags kept, the same for
 * the same text. Nobody could read it; the guard finds nothing wrong with it.
 */
export function pretend(text: string, target: string): string {
  const tokens =
    text.match(/<\/?x\d+\/?>|&[a-z]+;|\d[\d.,]*\d|\d|[\p{L}\p{M}.'’-]*[\p{L}\p{M}]|[^\s\p{L}\d]|\s+/gu) ?? [];
  const isChinese = target.toLowerCase().startsWith("zh");
  const words = tokens.map((token) => pretendToken(token, target));
  const joined = words.join("");
  return isChinese ? joined.replaceAll(/\s+/gu, "").replace(/\.$/u, "。") : joined;
}

function pretendToken(token: string, target: string): string {
  if (/^[<&\s\d]/u.test(token)) return token;
  if (!/\p{L}/u.test(token)) return plainMark(token);
  const seed = hash(token.toLowerCase());
  if (target.startsWith("ko")) return spell(seed, SYLLABLES, 1 + Math.ceil(token.length / 4));
  if (target.toLowerCase() === "zh-hant") return spell(seed, TRADITIONAL, Math.ceil(token.length / 4));
  if (target.toLowerCase().startsWith("zh")) return spell(seed, CHARACTERS, Math.ceil(token.length / 4));
  return Array.from({ length: Math.ceil(token.length / 2) }, (_, at) => WORDS[(seed + at * 7) % WORDS.length]).join(
    " ",
  );
}

function plainMark(mark: string): string {
  return mark === "。" ? "." : mark === "，" ? "," : mark;
}

function spell(seed: number, alphabet: string, length: number): string {
  return Array.from({ length }, (_, at) => alphabet[(seed + at * 11) % alphabet.length]).join("");
}

function hash(text: string): number {
  let value = 7;
  for (const character of text) value = (value * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return value;
}
