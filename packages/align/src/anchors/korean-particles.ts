import { CODA, jamoOf } from "@stele/model/hangul";

/** What follows a Korean noun without a blank, longer ones first, for use in an expression. */
export const PARTICLES =
  "에서는|에게는|으로는|으로도|에서도|까지는|부터는|에게서|로부터|께서는|이라는|이라고|에서|에게|으로|까지|부터|처럼|보다|께서|한테|에는|에도|라는|라고|이나|이다|였다|이라|은|는|이|가|을|를|의|에|도|와|과|로|만|나|라|인";

const NOUN = new RegExp(`(?<=.)(?:들)?(?:${PARTICLES}|들)$`, "u");
/** Endings of verbs and of nouns made verbs: what is left need not be a stem, it is only nearer to one. */
const VERB =
  /(?<=.)(?:하였습니다|했습니다|합니다|습니다|하였다|했다고|했지만|하지만|한다고|한다|했다|하는|하여|해서|하고|하며|하기|하던|하게|하면|하지|한|할|해|함|되었다|됐다|된다|되는|되어|되고|되지|될|된|됨|었다고|었지만|었던|었다|았다고|았지만|았던|았다|다고|는데|은데|지만|으며|으면|려고|는다|다는|자고|라고|어서|아서|으로|던|는|은|고|며|면|어|아|지|게|기|을|다)$/u;

/** A Korean word without its particle, and without its ending as a verb; the forms that differ from the word. */
export function koreanStems(word: string): readonly string[] {
  return [...new Set([withoutParticle(word), word.replace(VERB, "")])].filter((stem) => stem !== word);
}

/**
 * A Korean noun without the particle behind it, where the sound before a particle is the one that it has (전문가 ends in
 * none). A noun that ends as a particle does (로웨나) loses its end.
 */
export function withoutParticle(word: string): string {
  const found = NOUN.exec(word);
  if (found === null) return word;
  return agrees(word.slice(0, found.index), found[0]) ? word.slice(0, found.index) : word;
}

/** Particles and forms of 이다 that a noun has behind it; 들 and titles may stand between. */
const BEHIND_NOUN = new RegExp(
  `^(?<title>들|님|씨|측)?(?<particle>${PARTICLES}|(?:으로|로)[서써]|(?:까지|부터|에서|에게|한테|보다|만|께)[도의는은을]|께|뿐|밖에|조차|마저|대로|마다|하고|이?랑|이[고며자]|이지만|인데|인지|일|입니[다까]|이?었[가-힣]+|였[가-힣]+|라도|이라도)?(?!\\p{Script=Hangul})`,
  "u",
);

/** Whether a Korean noun that ends at an offset of a text (UTF-16) is whole there: a particle stands behind it, or no letter. */
export function endsNoun(text: string, end: number): boolean {
  const found = BEHIND_NOUN.exec(text.slice(end));
  if (found === null) return false;
  const { title = text.slice(0, end), particle } = found.groups ?? {};
  return particle === undefined || agrees(title, particle);
}

const NEEDS_CLOSED = /^(?:은|이(?![다라고며자지었])|을|과|으로)/u;
const NEEDS_OPEN = /^(?:는|가|를|와|나|라|로|랑|였)/u;

/** Whether a particle is the one for the sound before it: 이 behind a consonant, 가 behind a vowel. */
function agrees(stem: string, particle: string): boolean {
  const coda = jamoOf(stem.at(-1))?.coda;
  if (coda === undefined || particle.startsWith("들")) return true;
  if (NEEDS_CLOSED.test(particle)) return coda !== CODA.none && !(particle.startsWith("으로") && coda === CODA.rieul);
  return !NEEDS_OPEN.test(particle) || coda === CODA.none || (particle.startsWith("로") && coda === CODA.rieul);
}
