/** A character with its reading, as the phrase list has it. */
export interface ReadCharacter {
  readonly origin: string;
  readonly pinyin: string;
  /** UTF-16 offset. */
  readonly start: number;
}

const HAN = /\p{Script=Han}/u;
/** Words in which 得 at the end keeps its full tone; after any other verb or adjective it is the particle `de`. */
const FULL_DE = new Set([..."取获所难心应求夺赢博自不只购分习贏獲應奪難習購"]);
/** After these 得 is the verb "must". */
const BEFORE_MUST = new Set([..."还都就也总又必非我你他她们您谁可先再还偏"]);
/** What makes 得 a full verb: 得了, 得过, 得到, 得出. */
const AFTER_FULL_DE = new Set([..."了过到出以"]);

/**
 * The readings of 得 and 地 where they are particles, which a list of phrases cannot know: 跑得快 `de`, 我得走 `děi`,
 * 慢慢地说 `de`. `isWordEnd` says of a character whether a word ends with it.
 */
export function particleReading(
  characters: readonly ReadCharacter[],
  index: number,
  isWordEnd: (index: number) => boolean,
): string | undefined {
  const origin = characters[index]?.origin;
  const before = characters[index - 1]?.origin ?? "";
  const after = characters[index + 1]?.origin ?? "";
  if (!HAN.test(before) || !HAN.test(after) || !isWordEnd(index)) return undefined;
  if (origin === "得" && characters[index]?.pinyin === "dé") return readingOfDe(before, after, isWordEnd(index - 1));
  if (origin === "地") return isAdverb(characters, index, isWordEnd) ? "de" : undefined;
  return undefined;
}

function readingOfDe(before: string, after: string, standsAlone: boolean): string | undefined {
  if (FULL_DE.has(before) || AFTER_FULL_DE.has(after)) return undefined;
  return standsAlone && BEFORE_MUST.has(before) ? "děi" : "de";
}

/** 地 behind a word of two characters or more (迅速地), or behind a doubled one (慢慢地). */
function isAdverb(characters: readonly ReadCharacter[], index: number, isWordEnd: (index: number) => boolean): boolean {
  const [second, first] = [characters[index - 2]?.origin ?? "", characters[index - 1]?.origin ?? ""];
  if (first === second) return true;
  const standsAlone = isWordEnd(index - 1);
  return standsAlone && HAN.test(second) && !isWordEnd(index - 2);
}
