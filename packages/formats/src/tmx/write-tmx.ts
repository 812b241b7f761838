import { type Bitext, hashText, type Polytext, type Provenance, type Side } from "@stele/model";
import type { OutputFile, WriteOptions } from "../format.ts";
import { languageCode } from "../language-codes.ts";
import { fullBeadTexts, pairName, runProvenance } from "../pair-files.ts";
import { rowTexts } from "../parallel-rows.ts";
import { TOOL_VERSION } from "../tool-version.ts";
import { scoreText } from "../tsv/write-tsv.ts";
import { escapeXml } from "../xml/escape-xml.ts";
import type { TmxUnit } from "./tmx-types.ts";

/** One language of a unit. */
interface Variant {
  readonly code: string;
  readonly text: string;
  readonly provenance: Provenance;
}

/** What a unit says beside its texts. */
interface UnitFacts {
  /** When it was last changed. */
  readonly savedAt?: Date;
  readonly score: number | null;
  readonly isLow: boolean;
}

/**
 * TMX 1.4 as its schema wants it: every header attribute, properties before the texts, no empty side. Three languages
 * are one file of units in three languages, or with `isPerPair` a file a pair.
 */
export function writeTmx(polytext: Polytext, options: WriteOptions): readonly OutputFile[] {
  const [only, ...more] = polytext.pairs;
  if (options.isPerPair === true) {
    return polytext.pairs.map((pair) => ({ suffix: `.${pairName(pair)}.tmx`, chunks: pairFile(pair, options) }));
  }
  const isOnePair = only !== undefined && more.length === 0;
  return [{ suffix: ".tmx", chunks: isOnePair ? pairFile(only, options) : rowsFile(polytext, options) }];
}

/**
 * A translation memory as TMX 1.4, unit by unit, however many: memories hold pairs, so every unit has two texts, and
 * the file says `*all*` where any language may be the source.
 */
export function* writeTmxUnits(
  units: Iterable<TmxUnit & { readonly origin?: string }>,
  options: WriteOptions,
): Iterable<string> {
  yield header("*all*", options);
  const unit = unitWriter(options);
  for (const { source, target, standing, score, lowScore, savedAt, origin = "translation memory" } of units) {
    const provenance: Provenance = { origin: { kind: "file", name: origin }, standing };
    const variants = [source, target].map(({ language, text }) => ({
      code: languageCode(language, options),
      text,
      provenance,
    }));
    const dated = savedAt === undefined ? {} : { savedAt };
    yield* unit(variants, { score: score ?? null, isLow: lowScore === true, ...dated });
  }
  yield "  </body>\n</tmx>\n";
}

function* pairFile(pair: Bitext, options: WriteOptions): Iterable<string> {
  const { source, target } = pair;
  yield header(languageCode(source.article.language, options), options);
  const unit = unitWriter(options);
  for (const { bead, ...texts } of fullBeadTexts(pair)) {
    const variants = [
      variant(source, { text: texts.source, provenance: runProvenance(source, bead.source) }, options),
      variant(target, { text: texts.target, provenance: runProvenance(target, bead.target) }, options),
    ];
    yield* unit(variants, { score: bead.score, isLow: bead.lowScore });
  }
  yield "  </body>\n</tmx>\n";
}

/** Rows need not hold the first language, so the file says `*all*`: any language may be the source. */
function* rowsFile(polytext: Polytext, options: WriteOptions): Iterable<string> {
  yield header("*all*", options);
  const unit = unitWriter(options);
  for (const { runs, score } of polytext.rows) {
    const texts = rowTexts(polytext, runs);
    const variants = polytext.sides.map((side, index) => {
      const provenance = runProvenance(side, runs[index] ?? [0, 0]);
      return variant(side, { text: texts[index] ?? "", provenance }, options);
    });
    yield* unit(variants, { score, isLow: false });
  }
  yield "  </body>\n</tmx>\n";
}

function variant(side: Side, said: Omit<Variant, "code">, options: WriteOptions): Variant {
  return { code: languageCode(side.article.language, options), ...said };
}

function header(sourceCode: string, { date }: WriteOptions): string {
  const made = date === undefined ? "" : ` creationdate="${tmxDate(date)}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
  <header creationtool="Stele" creationtoolversion="${TOOL_VERSION}" segtype="sentence" o-tmf="Stele" adminlang="en" srclang="${sourceCode}" datatype="plaintext"${made}/>
  <body>
`;
}

/** Units get identifiers from what they say, so that a later export of the same text has the same ones. */
function unitWriter({
  onLongText,
}: WriteOptions): (variants: readonly Variant[], facts: UnitFacts) => Iterable<string> {
  const seen = new Map<string, number>();
  return function* (variants, { score, isLow, savedAt }) {
    const full = variants.filter(({ text }) => escapeXml(text).trim() !== "");
    if (full.length < 2) return;
    const hash = hashText(full.map(({ code, text }) => `${code}\n${text}`).join("\n")).slice(0, 16);
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    for (const { text } of full) if (isLong(text)) onLongText?.();
    const dates = savedAt === undefined ? "" : ` creationdate="${tmxDate(savedAt)}" changedate="${tmxDate(savedAt)}"`;
    yield `    <tu tuid="${hash}${count === 1 ? "" : `-${count}`}"${dates}>\n`;
    if (score !== null) yield `      <prop type="x-score">${scoreText(score)}</prop>\n`;
    if (isLow) yield '      <prop type="x-low-score">yes</prop>\n';
    for (const one of full) yield variantXml(one);
    yield "    </tu>\n";
  };
}

/** Characters of a text that all programs take: memories in the cloud refuse more. */
const MOST_CHARACTERS = 2000;

function isLong(text: string): boolean {
  return text.length > MOST_CHARACTERS && [...text].length > MOST_CHARACTERS;
}

function variantXml({ code, text, provenance }: Variant): string {
  const { origin, standing } = provenance;
  const by = origin.kind === "engine" ? [origin.engine, origin.model].filter(Boolean).join(" ") : origin.name;
  const made = origin.kind === "engine" ? Date.parse(origin.date) : Number.NaN;
  const date = Number.isNaN(made) ? "" : ` creationdate="${tmxDate(new Date(made))}"`;
  return `      <tuv xml:lang="${code}"${date}>
        <prop type="x-standing">${standing}</prop>
        <prop type="x-origin">${escapeXml(`${origin.kind}: ${by}`)}</prop>
        <seg>${escapeXml(text)}</seg>
      </tuv>
`;
}

/** `YYYYMMDDThhmmssZ`, as TMX writes dates. */
function tmxDate(date: Date): string {
  return date.toISOString().replace(/[-:]|\.\d+/g, "");
}
