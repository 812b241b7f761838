import type { page as english } from "../en/page.ts";
import type { SameKeys } from "../same-keys.ts";

/** The reading room in Chinese. */
export const page: SameKeys<typeof english> = {
  title: "Stele",
  library: "资料库",
  empty: "这里还没有内容。打开文章：stele read FILE",
  loading: "正在载入…",
  search: "搜索",
  delete: "删除",
  undo: "撤销",
  export: "导出",
  close: "关闭",
  settings: "设置",
  language: {
    en: "英文",
    ko: "韩文",
    "zh-Hans": "中文（简体）",
    "zh-Hant": "中文（繁体）",
  },
};
