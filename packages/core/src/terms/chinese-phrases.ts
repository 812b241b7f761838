import type { PhraseRules } from "./phrase.ts";

const ANYWHERE = new Set(
  (
    "的 了 在 是 和 与 與 及 或 也 都 就 而 但 把 被 对 對 从 從 到 为 為 以 于 於 着 著 过 過 将 將 这 這 那 其 之 说 說 称 稱 表示 有 没 沒 没有 沒有 不 很 还 還 又 再 只 已 已经 " +
    "已經 要 会 會 能 可 可以 我 你 他 她 它 我们 我們 你们 他们 他們 她们 它们 人们 人們 们 們 这个 這個 那个 那個 这些 這些 那些 这样 這樣 那样 因为 因為 所以 " +
    "如果 但是 而且 以及 或者 由于 由於 因此 其中 其他 其余 一些 一种 一個 一个 许多 許多 每 各 某 此 该 該 并 並 却 卻 才 更 最 让 讓 使 由 向 给 給 用 像 等 约 約 至 两 兩 几 幾 " +
    "今年 去年 明年 今天 昨天 明天 周一 周二 周三 周四 周五 周六 周日 上午 下午 晚上 凌晨 当时 當時 现在 現在 以来 以來 此前 此后 此後 之前 之后 之後 随后 目前 什么 什麼 谁 誰 怎么 " +
    "自己 大家 没人 时候 時候 一直 本来 大概 左右 之间 之間 之一 三分 每年 东西 東西 这里 那里 那儿 事情 情况 告诉 告訴 需要 不用 任何 这种 這種 那种 那種 一种 一種 各种 各種 这张 这条"
  ).split(" "),
);
const NOT_LAST = new Set([
  ..."上下里裡内內中后後前时時年月日次个個名位条條只座所家座来來去出起得地第一二三四五六七八九十百千万萬亿億号號岁歲",
]);
const NOT_FIRST = new Set([
  ..."里裡内內个個名位次年月日时時得地们們者号號岁歲座所条條只上下中后後前套张張片颗顆把件双雙群批份种種项項辆輛艘架封幅棵盏盞株",
]);
/** The same mark as the end of an office: 洪水控制所. */
const OFFICE = /...所$/u;
/** 那盏, 每隔 */
const POINTER = /^[这這那每某哪]./u;
const NUMBER = /^[\d.,:%〇零一二三四五六七八九十百千万萬亿億两兩半]+$/u;
const FIGURE = /^[\d.,:%〇零一二三四五六七八九十百千万萬亿億两兩半多几幾数數]+/u;

/** Chinese: words of a segmenter, and runs of the single characters it makes of a name. */
export const CHINESE_PHRASES: PhraseRules = {
  mostWords: 7,
  canBeTerm: (words) => {
    const [first = "", last = ""] = [words[0], words.at(-1)];
    const text = words.join("");
    if (words.some((word) => ANYWHERE.has(word) || POINTER.test(word) || NUMBER.test(word))) return false;
    if (FIGURE.test(text)) return false;
    const isName = words.length > 2 && words.every((word) => word.length === 1);
    return isName || !((NOT_LAST.has(last) && !OFFICE.test(text)) || NOT_FIRST.has(first));
  },
  shown: (text) => text,
  plain: (text) => text,
  key: (shown) => shown,
  judge: ({ places }) => {
    const [length = 0] = places.map(({ text }) => text.length);
    if (length < 2) return "never";
    return length > 2 ? "name" : "word";
  },
};
