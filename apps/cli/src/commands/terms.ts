import type { FoundTerm, LanguageTag, TextPair } from "@stele/core";
import type { Command } from "commander";
import type { ReadWishes } from "../input.ts";
import { addFormat, addOutput, addReading } from "../options.ts";
import { type Destination, writeResult } from "../output.ts";
import { numberBetween } from "../parse-number.ts";
import type { Session } from "../session.ts";
import { checkTranslation } from "../terms/check-translation.ts";
import { libraryPairs, readTermsInput, rowPairs } from "../terms/terms-input.ts";
import { type TermsFormat, type TermsResult, writeTerms } from "../terms/write-terms.ts";

interface TermsFlags extends Destination, ReadWishes {
  readonly to?: string;
  readonly minCount: number;
  readonly check?: string;
  readonly strict: boolean;
  readonly format: TermsFormat;
}

/**
 * `stele terms ARTICLE [TRANSLATION]`: recurrent names and terms with their equivalents, as the beginning of a
 * glossary.
 */
export function defineTerms(command: Command, session: Session): void {
  const { t } = session;
  command
    .argument("<text>", t("cli.arguments.termsText"))
    .argument("[translation]", t("cli.arguments.termsTranslation"))
    .option("--to <language>", t("cli.options.toTerms"))
    .option("--min-count <number>", t("cli.options.minCount"), numberBetween(1, 1000), 2)
    .option("--check <glossary>", t("cli.options.checkTerms"))
    .option("--strict", t("cli.options.strictTerms"), false)
    .action((text: string, translation: string | undefined, flags: TermsFlags) =>
      showTerms({ text, ...(translation === undefined ? {} : { translation }) }, flags, session),
    );
  addReading(command, session);
  addFormat(command, session, ["table", "csv", "json"]);
  addOutput(command, session);
}

interface Texts {
  readonly text: string;
  readonly translation?: string;
}

async function showTerms(texts: Texts, flags: TermsFlags, session: Session): Promise<void> {
  const { findTerms, linesOf, parseLanguageTag } = await session.core();
  const { to, check, ...wishes } = flags;
  const wanted = to === undefined ? {} : { to: parseLanguageTag(to) };
  const polytext = await readTermsInput({ ...texts, ...wishes, ...wanted }, session);
  if (check !== undefined) return checkTranslation(polytext, { ...wishes, check }, session);
  const [source, translation] = polytext.sides;
  if (source === undefined) return;
  const { language } = source.article;
  const found = findTerms(linesOf(source), { language, minCount: flags.minCount });
  const target = wanted.to ?? translation?.article.language;
  if (target === undefined) await session.say(session.t("cli.terms.noLanguage"));
  const own = texts.translation === undefined ? [] : await rowPairs(polytext, session);
  const result = await propose(found, { language, target, own }, session);
  await writeResult(writeTerms(result, flags.format, session), flags, session);
}

interface Evidence {
  readonly language: LanguageTag;
  readonly target: LanguageTag | undefined;
  /** The rows of a translation that is not in the library. */
  readonly own: readonly TextPair[];
}

async function propose(
  found: readonly FoundTerm[],
  { language, target, own }: Evidence,
  session: Session,
): Promise<TermsResult> {
  if (target === undefined) return { language, terms: found.map((one) => ({ ...one, equivalents: [] })) };
  const { bundledAligner, proposeTerms } = await session.core();
  const library = (await session.home()).library();
  const pairs = (function* (): Iterable<TextPair> {
    yield* own;
    yield* libraryPairs(library, language, target);
  })();
  return {
    language,
    to: target,
    terms: proposeTerms(found, pairs, { source: language, target, aligner: bundledAligner() }),
  };
}
