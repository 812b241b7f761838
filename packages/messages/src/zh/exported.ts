import type { exported as english } from "../en/exported.ts";
import type { SameKeys } from "../same-keys.ts";

/** The same in Chinese. */
export const exported: SameKeys<typeof english> = {
  turn: "另一种语言",
  hide: "隐藏译文",
  larger: "放大文字",
  smaller: "缩小文字",
  counterpart: "译文",
  pinyin: "拼音",
  romanisation: "罗马字",
  close: "关闭",
  sideways: "移到旁边一栏",
  ends: "第一句或最后一句",
  layout: "并排或上下排列",
  readings: "显示或隐藏拼音与罗马字",
};
