export { decodeText } from "./decode-text.ts";
export type { Format, OutputFile, PageLabels, Parallel, ReadOptions, ReadText, WriteOptions } from "./format.ts";
export { FORMATS, formatByName, readArticle, writeFiles, writeText } from "./formats.ts";
export { asPolytext, rowTexts } from "./parallel-rows.ts";
