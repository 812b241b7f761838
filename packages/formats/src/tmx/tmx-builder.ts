import type { Standing } from "@stele/model";
import type { SaxesTagNS } from "saxes";
import { knownLanguage, malformed } from "./tmx-language.ts";
import type { TmxReadOptions, TmxUnit } from "./tmx-types.ts";

/** Elements inside a segment whose text is code of the tool that wrote it, not language. */
const CODE_ELEMENTS = new Set(["bpt", "ept", "it", "ph", "ut"]);
const STANDINGS: ReadonlySet<string> = new Set(["machine", "human", "corrected", "approved"]);

interface OpenVariant {
  readonly tag: string;
  readonly props: Map<string, string>;
  text: string;
}

interface OpenUnit {
  readonly source: string | undefined;
  readonly date: string | undefined;
  readonly props: Map<string, string>;
  readonly variants: OpenVariant[];
}

/** Collects units from the events of a parser. */
export interface TmxBuilder {
  open(tag: SaxesTagNS): void;
  text(text: string): void;
  close(name: string): void;
  /** The units that became complete since the last call. */
  take(): readonly TmxUnit[];
}

/** A builder for one file. */
export function tmxBuilder({ name, skipped }: TmxReadOptions): TmxBuilder {
  let path: string[] = [];
  let fileSource: string | undefined;
  let unit: OpenUnit | undefined;
  let prop: string | undefined;
  let done: TmxUnit[] = [];
  return {
    open(tag) {
      if (path.length === 0 && tag.local !== "tmx")
        throw malformed(name, `its root element is <${tag.local}>, not <tmx>`);
      path.push(tag.local);
      if (tag.local === "header") fileSource = attribute(tag, "srclang");
      if (tag.local === "tu") unit = openUnit(tag, fileSource);
      if (tag.local === "tuv") unit?.variants.push({ tag: languageOf(tag, name), props: new Map(), text: "" });
      if (tag.local === "prop") prop = attribute(tag, "type");
    },
    text(text) {
      const variant = unit?.variants.at(-1);
      if (prop !== undefined && unit !== undefined) {
        const props = path.includes("tuv") ? variant?.props : unit.props;
        props?.set(prop, (props.get(prop) ?? "") + text);
      } else if (variant !== undefined && path.includes("seg") && !path.some((element) => CODE_ELEMENTS.has(element))) {
        variant.text += text;
      }
    },
    close(element) {
      path = path.slice(0, -1);
      if (element === "prop") prop = undefined;
      if (element !== "tu" || unit === undefined) return;
      const pairs = pairsOf(unit, (tag) => skipped?.languages.set(tag, (skipped.languages.get(tag) ?? 0) + 1));
      if (pairs.length === 0 && skipped !== undefined) skipped.units += 1;
      done.push(...pairs);
      unit = undefined;
    },
    take() {
      const units = done;
      done = [];
      return units;
    },
  };
}

function attribute(tag: SaxesTagNS, name: string): string | undefined {
  return tag.attributes[name]?.value;
}

function openUnit(tag: SaxesTagNS, fileSource: string | undefined): OpenUnit {
  const date = attribute(tag, "changedate") ?? attribute(tag, "creationdate");
  return { source: attribute(tag, "srclang") ?? fileSource, date, props: new Map(), variants: [] };
}

function languageOf(tag: SaxesTagNS, name: string): string {
  const value = attribute(tag, "xml:lang") ?? attribute(tag, "lang");
  if (value === undefined) throw malformed(name, "a <tuv> does not say its language (xml:lang)");
  return value;
}

function pairsOf(unit: OpenUnit, onUnknown: (tag: string) => void): readonly TmxUnit[] {
  const texts = unit.variants.flatMap((variant) => {
    const language = knownLanguage(variant.tag);
    if (language === undefined) onUnknown(variant.tag);
    return language === undefined || variant.text.trim() === "" ? [] : [{ variant, language }];
  });
  const wanted = unit.source === undefined ? undefined : knownLanguage(unit.source);
  const source = texts.find(({ language }) => language === wanted) ?? texts[0];
  if (source === undefined) return [];
  const targets = texts.filter(({ language }) => language !== source.language);
  return targets.map((target) => ({
    source: { language: source.language, text: source.variant.text },
    target: { language: target.language, text: target.variant.text },
    ...factsOf(unit, target.variant),
  }));
}

function factsOf({ props, date }: OpenUnit, target: OpenVariant): Omit<TmxUnit, "source" | "target"> {
  const standing = target.props.get("x-standing") ?? props.get("x-standing") ?? "human";
  const score = Number.parseFloat(props.get("x-score") ?? "");
  const savedAt = date === undefined ? undefined : dateOf(date);
  return {
    standing: STANDINGS.has(standing) ? (standing as Standing) : "human",
    ...(score >= 0 && score <= 1 ? { score } : {}),
    ...(props.get("x-low-score") === "yes" ? { lowScore: true } : {}),
    ...(savedAt === undefined ? {} : { savedAt }),
  };
}

function dateOf(value: string): Date | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(value)?.slice(1).map(Number);
  if (parts === undefined) return undefined;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts;
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second));
}
