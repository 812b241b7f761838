import type { balance as english } from "../en/balance.ts";
import type { SameKeys } from "../same-keys.ts";

/** The same in Chinese. */
export const balance: SameKeys<typeof english> = {
  answersKept: "目前已保存的答复：{{texts}} 条。",
  maybeBilled: "可能已计费但没有答复的请求：{{requests}} 个（{{characters}} 字符）",
};
