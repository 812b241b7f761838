export { ankiCards, type Card, csvCards } from "./cards/write-cards.ts";
export { decodeText } from "./decode-text.ts";
export type {
  Format,
  LinkWords,
  OutputFile,
  PageLabels,
  PageReading,
  Parallel,
  ReadingsOf,
  ReadOptions,
  ReadText,
  WriteOptions,
} from "./format.ts";
export { FORMATS, formatByName, readArticle, readPolytext, writeFiles, writeText } from "./formats.ts";
export { writeLongJson } from "./json/write-json.ts";
export { type LadderOptions, ladderLengths, readLadder } from "./ladder/read-ladder.ts";
export { asLongPolytext, type LongPolytext, type LongRow, longRows, translationsIn } from "./long-rows.ts";
export { type MarkedBlock, type MarkedText, markedBlocks } from "./markdown/marked-blocks.ts";
export { type ArticleMarkdownOptions, blocksMarkdown, writeArticleMarkdown } from "./markdown/write-article.ts";
export { asPolytext, doubtfulRows, rowTexts } from "./parallel-rows.ts";
export { readTmx } from "./tmx/read-tmx.ts";
export type { ByteSource, TmxReadOptions, TmxSkipped, TmxUnit } from "./tmx/tmx-types.ts";
export { writeTmxUnits } from "./tmx/write-tmx.ts";
