import type { Aligner } from "@stele/align";
import type { PageReading, WriteOptions } from "@stele/formats";
import { type LanguageTag, type Polytext, type Side, sentenceLine } from "@stele/model";
import { pinyin, type Reading, romanise } from "@stele/readings";
import { rowLinker } from "./row-linker.ts";

/** What an exported page is to have inside its sentences. */
export interface PageWishes {
  /** Links the words; without it only sentences are lit. */
  readonly aligner?: Aligner;
  /** Pinyin and romanisation, which the page can switch off. Default false. */
  readonly hasReadings?: boolean;
}

/** Finds what an exported page shows inside its sentences. Readings are found here, links as the page is written. */
export async function pageExtras(
  polytext: Polytext,
  { aligner, hasReadings = false }: PageWishes,
): Promise<Pick<WriteOptions, "links" | "readings">> {
  const found = hasReadings ? await Promise.all(polytext.sides.map(readingsOf)) : [];
  return {
    ...(aligner === undefined ? {} : { links: await rowLinker(polytext, aligner) }),
    ...(hasReadings ? { readings: (side, sentence) => found[side]?.[sentence] ?? [] } : {}),
  };
}

async function readingsOf({ article, sentences }: Side): Promise<readonly (readonly PageReading[])[]> {
  if (article.language === "en") return [];
  const lists: (readonly PageReading[])[] = [];
  for (const sentence of sentences) {
    const readings = await read(sentenceLine(article, sentence), article.language);
    lists.push(readings.flatMap((reading) => reading.parts ?? [reading]));
  }
  return lists;
}

function read(text: string, language: Exclude<LanguageTag, "en">): Promise<readonly Reading[]> {
  return language === "ko" ? romanise(text) : pinyin(text, { language });
}
