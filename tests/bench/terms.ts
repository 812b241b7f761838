/**
 * Prints how good found terms and proposed equivalents are on the project's own texts, each against tests/gold/terms.
 *
 *   npm run bench:terms -- [--errors]
 *
 * Equivalents are proposed from all samples and passages aligned by hand, the text's own translation among them.
 */
import { parseArgs } from "node:util";
import { type Equivalent, findTerms, type ProposedTerm, proposeTerms } from "@stele/core";
import { bundledAligner } from "@stele/core/node";
import { parseLanguageTag } from "@stele/model";
import { placesOfTerm } from "@stele/translate";
import { isSameTerm } from "./same-term.ts";
import { checkFigures } from "./term-checks.ts";
import { type GoldText, LANGUAGES, type Language, readTermGold, type TermForms } from "./terms-gold.ts";

const { values: flags } = parseArgs({ options: { errors: { type: "boolean", default: false } } });

interface Tally {
  found: number;
  terms: number;
  proposed: number;
  right: number;
  later: number;
  /**
   * Terms of the list that recur in their text, those found among them, and those of which the first equivalent is
   * right.
   */
  recurrent: number;
  recalled: number;
  translated: number;
}

interface Judging {
  readonly text: GoldText;
  readonly pair: readonly [Language, Language];
  readonly tally: Tally;
}

function entriesOf(term: string, { text, pair: [source] }: Judging): readonly TermForms[] {
  return text.terms.filter((entry) => entry[source].some((form) => isSameTerm(form, term)));
}

/** The place of the first right equivalent; -1 where there is none. */
function rightPlace({ term, equivalents }: ProposedTerm, judging: Judging): number {
  const entries = entriesOf(term, judging);
  const isRight = (one: Equivalent): boolean =>
    entries.some((entry) => entry[judging.pair[1]].some((form) => isSameTerm(form, one.target)));
  return equivalents.findIndex(isRight);
}

/** Adds one found term with its proposals to the tally; tells with --errors where the first is wrong. */
function judge(proposed: ProposedTerm, judging: Judging): void {
  const { tally, pair } = judging;
  const { term, equivalents } = proposed;
  const isTerm = entriesOf(term, judging).length > 0;
  const place = rightPlace(proposed, judging);
  tally.found += 1;
  tally.terms += isTerm ? 1 : 0;
  tally.proposed += equivalents.length > 0 ? 1 : 0;
  tally.right += place === 0 ? 1 : 0;
  tally.later += place > 0 ? 1 : 0;
  if (!flags.errors || place === 0) return;
  const list = equivalents.map((one) => `${one.target} ${one.likeness.toFixed(2)}`).join(", ");
  console.log(`${pair.join("-")}: ${term}${isTerm ? "" : " (no term)"} → ${list}`);
}

/** Lines that hold a term of the list elsewhere than inside a longer one. */
function linesWith(entry: TermForms, { text, pair: [source] }: Judging): number {
  const longer = text.terms.flatMap((other) => (other === entry ? [] : other[source]));
  return text[source].filter((line) => {
    const areas = longer.flatMap((form) => placesOfTerm(line, form));
    const isFree = (start: number, end: number): boolean =>
      !areas.some((area) => area.start <= start && area.end >= end && area.end - area.start > end - start);
    return entry[source].some((form) => placesOfTerm(line, form).some(({ start, end }) => isFree(start, end)));
  }).length;
}

/** Adds which recurrent terms of the list were found, and found with the right equivalent. */
function recall(proposals: readonly ProposedTerm[], judging: Judging): void {
  const { text, pair, tally } = judging;
  for (const entry of text.terms) {
    if (linesWith(entry, judging) < 2) continue;
    const own = proposals.filter(({ term }) => entriesOf(term, judging).includes(entry));
    tally.recurrent += 1;
    tally.recalled += own.length > 0 ? 1 : 0;
    tally.translated += own.some((one) => rightPlace(one, judging) === 0) ? 1 : 0;
    if (flags.errors && own.length === 0) console.log(`${pair.join("-")}: ${entry[pair[0]].join("|")} not found`);
  }
}

function measure(source: Language, target: Language, texts: readonly GoldText[]): void {
  const pairs = readTermGold().pairs(source, target);
  const tags = { source: parseLanguageTag(source), target: parseLanguageTag(target) };
  const tally = { found: 0, terms: 0, proposed: 0, right: 0, later: 0, recurrent: 0, recalled: 0, translated: 0 };
  for (const text of texts) {
    const judging = { text, pair: [source, target], tally } as const;
    const found = findTerms(text[source], { language: tags.source });
    const proposals = proposeTerms(found, pairs, { ...tags, aligner: bundledAligner() });
    for (const one of proposals) judge(one, judging);
    recall(proposals, judging);
  }
  const share = (part: number, of: number): string => (of === 0 ? "–" : (part / of).toFixed(3));
  const { found, terms, proposed, right, later, recurrent, recalled, translated } = tally;
  const ofFound = [found, share(terms, found), proposed, share(right, proposed), share(right, found), later];
  const ofList = [recurrent, share(recalled, recurrent), share(translated, recurrent)];
  console.log([`${source}-${target}`, ...ofFound, ...ofList].join("\t"));
}

const COLUMNS = ["pair", "found", "terms among them", "proposed", "right of proposed", "right of found", "right later"];
const { texts, later } = readTermGold();
for (const [name, some] of [
  ["samples and passages", texts],
  ["texts of their own", later],
] as const) {
  console.log([name, ...COLUMNS, "on the list", "found of these", "right of these"].join("\t"));
  for (const source of LANGUAGES) {
    for (const target of LANGUAGES) if (source !== target) measure(source, target, some);
  }
}

const { good, departing, falseAlarms, missed } = checkFigures();
if (flags.errors) for (const one of [...falseAlarms, ...missed]) console.log(`check: ${one}`);
console.log(
  `the check: ${falseAlarms.length} false alarms in ${good} good pieces, ${missed.length} of ${departing} departures missed`,
);
