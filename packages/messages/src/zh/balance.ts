import type { balance as english } from "../en/balance.ts";
import type { SameKeys } from "../same-keys.ts";

/** The same in Chinese. */
export const balance: SameKeys<typeof english> = {
  answersKept: "目前已保存的答复：{{texts}} 条。",
  maybeBilled: "可能已计费但没有答复的请求：{{requests}} 个（{{characters}} 字符）",
  capForbids:
    "可能已计费的内容若在本次运行中再次发送，会超过上限（{{cap}}）；缺少的文本：{{texts}} 条（{{characters}} 个字符）。再次运行同一命令只发送缺少的部分。",
  capCharacters: "{{characters}} 个字符",
  capCost: "费用 {{cost}}",
};
