import { BLANK, isAt, LOWER, UPPER } from "../../characters.ts";
import { type Scene, wordEnd } from "../../scene.ts";
import { goesOn, type Verdict } from "../../verdicts.ts";
import type { Context } from "./context.ts";
import { SAYING } from "./words.ts";

const ATTRIBUTION = goesOn("attribution-follows");
/** With a capital, these begin a new sentence: `"Do you?" She went on`. */
const PRONOUNS: ReadonlySet<string> = new Set(["He", "She", "They", "We", "It", "You", "The", "His", "Her"]);
/** How many words of a name may stand before the verb: `Detective Inspector Brian O'Hagan asked`. */
const MAX_NAME = 5;

/** `"Is it far?" Tom asked.`: after a closed quotation, a name and a verb of saying belong to it. */
export function judgeAttribution(context: Context): Verdict | undefined {
  const { scene } = context;
  if (context.afterStart !== scene.next) return undefined;
  if ((context.afterFlags & LOWER) !== 0) return isThought(context) ? ATTRIBUTION : undefined;
  if (scene.end === scene.markEnd || !isQuoteEnd(scene) || PRONOUNS.has(context.after)) return undefined;
  // `He called it “a shame!” Others agreed.`: a quotation inside a clause has its speaker already.
  if (scene.quote > scene.start || (scene.quote < 0 && scene.single > scene.start)) return undefined;
  let at = scene.next;
  for (let words = 0; words <= MAX_NAME; words++) {
    const end = nameEnd(scene, at);
    if (end === at) return undefined;
    const word = scene.text.slice(at, end);
    if (words > 0 && SAYING.has(word.replace(/\.$/, ""))) return ATTRIBUTION;
    if (!isNamePart(word)) return undefined;
    at = end + 1;
    if (!isAt(scene.text, end, BLANK)) return undefined;
  }
  return undefined;
}

/** `Why? she wondered.`: a verb of saying after a pronoun in small letters, with or without quotation marks. */
function isThought({ scene, after, afterStart }: Context): boolean {
  const verb = afterStart + after.length + 1;
  const next = scene.text.slice(verb, wordEnd(scene, verb));
  return (
    SAYING.has(after) || (SAYING.has(next) && !["i", "you"].includes(after)) || (after === "i" && next === "thought")
  );
}

function isQuoteEnd(scene: Scene): boolean {
  return `"”’'»」』`.includes(scene.text[scene.end - 1] ?? "x");
}

function nameEnd(scene: Scene, start: number): number {
  let end = wordEnd(scene, start);
  while (end < scene.to && ".'’-".includes(scene.text[end] ?? "x") && end > start) end = wordEnd(scene, end + 1);
  return end;
}

function isNamePart(word: string): boolean {
  return isAt(word, 0, UPPER) || ["the", "of", "de", "van", "von", "his", "her", "a"].includes(word) || isSmall(word);
}

function isSmall(word: string): boolean {
  return isAt(word, 0, LOWER) && word.length > 2 && /(?:er|or|man|ant|ist|ess)$/.test(word);
}
