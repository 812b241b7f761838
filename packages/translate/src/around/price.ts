import { countCharacters } from "./meter.ts";

/** What an engine costs, from a table that the user sets; Stele knows no prices of its own. */
export interface Price {
  /** As it is shown: `EUR`, `USD`. */
  readonly currency: string;
  readonly unit: "characters" | "tokens";
  /** For a million units sent. */
  readonly perMillion: number;
  /** For a million units that come back. Default 0. */
  readonly perMillionBack?: number;
}

/** Prices by the name of the engine. */
export type PriceTable = Readonly<Record<string, Price>>;

/** Characters of Latin script a token, a usual rule of thumb; Han and Hangul count a token a character. */
const LATIN_CHARACTERS_PER_TOKEN = 4;

/** About how many tokens a text is to a language model. */
export function estimateTokens(text: string): number {
  const wide = text.match(/[\p{scx=Han}\p{scx=Hangul}]/gu)?.length ?? 0;
  return wide + Math.ceil(([...text].length - wide) / LATIN_CHARACTERS_PER_TOKEN);
}

/** What translating this text costs; the answer is taken to have as many units as the text. */
export function costOf(text: string, price: Price): number {
  const units = price.unit === "characters" ? countCharacters([text]) : estimateTokens(text);
  return (units * (price.perMillion + (price.perMillionBack ?? 0))) / 1_000_000;
}
