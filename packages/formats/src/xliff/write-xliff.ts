import type { Bitext, Polytext, Standing } from "@stele/model";
import type { OutputFile, WriteOptions } from "../format.ts";
import { languageCode } from "../language-codes.ts";
import { type BeadTexts, beadTexts, pairName, runProvenance } from "../pair-files.ts";
import { titleOf } from "../parallel-rows.ts";
import { escapeXml } from "../xml/escape-xml.ts";

/** A bead that has a source: XLIFF has no place for a target alone. */
interface Segment extends BeadTexts {
  readonly number: number;
  readonly standing: Standing;
}

/** XLIFF 1.2, a file a pair: human-checked segments are approved, doubtful ones ask for review. */
export function writeXliff12(polytext: Polytext, options: WriteOptions): readonly OutputFile[] {
  return polytext.pairs.map((pair) => ({ suffix: suffixOf(polytext, pair), chunks: version12(pair, options) }));
}

/** XLIFF 2.0, a file a pair. */
export function writeXliff20(polytext: Polytext, options: WriteOptions): readonly OutputFile[] {
  return polytext.pairs.map((pair) => ({ suffix: suffixOf(polytext, pair), chunks: version20(pair, options) }));
}

function suffixOf({ pairs }: Polytext, pair: Bitext): string {
  return pairs.length === 1 ? ".xlf" : `.${pairName(pair)}.xlf`;
}

function* segmentsOf(pair: Bitext): Iterable<Segment> {
  let number = 0;
  for (const texts of beadTexts(pair)) {
    if (texts.source.trim() === "") continue;
    number += 1;
    yield { ...texts, number, standing: runProvenance(pair.target, texts.bead.target).standing };
  }
}

function* version12(pair: Bitext, options: WriteOptions): Iterable<string> {
  const [source, target] = codesOf(pair, options);
  yield `<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
  <file original="${escapeXml(nameOf(pair, options))}" datatype="plaintext" source-language="${source}" target-language="${target}">
    <body>
`;
  for (const segment of segmentsOf(pair)) {
    const approved = isChecked(segment) ? ' approved="yes"' : "";
    yield `      <trans-unit id="${segment.number}"${approved} xml:space="preserve">
        <source>${escapeXml(segment.source)}</source>
        <target state="${state12(segment)}">${escapeXml(segment.target)}</target>
      </trans-unit>
`;
  }
  yield "    </body>\n  </file>\n</xliff>\n";
}

function* version20(pair: Bitext, options: WriteOptions): Iterable<string> {
  const [source, target] = codesOf(pair, options);
  yield `<?xml version="1.0" encoding="UTF-8"?>
<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="${source}" trgLang="${target}">
  <file id="f1" original="${escapeXml(nameOf(pair, options))}">
`;
  for (const segment of segmentsOf(pair)) {
    yield `    <unit id="u${segment.number}" xml:space="preserve">
      <segment state="${state20(segment)}">
        <source>${escapeXml(segment.source)}</source>
        <target>${escapeXml(segment.target)}</target>
      </segment>
    </unit>
`;
  }
  yield "  </file>\n</xliff>\n";
}

function codesOf({ source, target }: Bitext, options: WriteOptions): readonly [string, string] {
  return [languageCode(source.article.language, options), languageCode(target.article.language, options)];
}

function nameOf({ source }: Bitext, { title }: WriteOptions): string {
  const { origin } = source.provenance;
  return title ?? (origin.kind === "file" ? origin.name : (titleOf(source) ?? source.article.id));
}

function isChecked({ standing, target }: Segment): boolean {
  return (standing === "corrected" || standing === "approved") && target.trim() !== "";
}

/** Weblate reads `needs-…` as "needs editing". */
function state12(segment: Segment): string {
  if (segment.target.trim() === "") return "needs-translation";
  if (isChecked(segment)) return "final";
  return segment.bead.lowScore ? "needs-review-translation" : "translated";
}

function state20(segment: Segment): string {
  if (segment.target.trim() === "") return "initial";
  if (isChecked(segment)) return "final";
  return segment.standing === "human" && !segment.bead.lowScore ? "reviewed" : "translated";
}
