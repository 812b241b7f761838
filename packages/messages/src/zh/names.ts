import type { names as english } from "../en/names.ts";
import type { SameKeys } from "../same-keys.ts";

/** The same in Chinese. */
export const names: SameKeys<typeof english> = {
  formats: {
    markdown: "Markdown 表格",
    html: "可阅读的网页（单个文件）",
    json: "JSON（包含全部信息）",
    jsonl: "JSON，每行一条",
    tsv: "制表符分隔的表格（TSV）",
    csv: "电子表格（CSV）",
    tmx: "翻译记忆库（TMX）",
    xliff: "翻译文件 XLIFF 1.2",
    xliff2: "翻译文件 XLIFF 2.0",
    anki: "Anki 卡片",
    moses: "每种语言一个纯文本文件（Moses）",
    bicleaner: "带评分的句对（Bicleaner）",
    sentalign: "仅对齐信息（SentAlign）",
    vecalign: "仅对齐信息（Vecalign）",
    hunalign: "仅对齐信息（hunalign）",
    sketch: "Sketch Engine 对应表",
  },
  authors: {
    stele: "Stele（自动）",
    reader: "读者",
  },
};
