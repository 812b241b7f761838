import { detectLanguage } from "@stele/core";
import type { LanguageTag } from "../api/nouns.ts";

/** A text that waits to be added. */
export interface Draft {
  readonly key: number;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly language: LanguageTag | "auto";
  /** The beginning of it, for recognising it in the list. */
  readonly opening: string;
}

/** Endings of files that can be read; others are not taken from a dropped folder. */
export const READABLE = [
  ".txt",
  ".md",
  ".markdown",
  ".html",
  ".htm",
  ".xhtml",
  ".docx",
  ".epub",
  ".srt",
  ".vtt",
] as const;
/** Archives, whose beginning is no text. */
const PACKED = /\.(?:docx|epub)$/iu;

/** More sides do not fit beside each other. */
const MOST_TEXTS = 3;

const OPENING_CHARS = 140;
/** Enough to tell the script of a text. */
const SAMPLE_BYTES = 20_000;
let lastKey = 0;

/** A draft of a file or of pasted text; its language is found by script where the sample shows one. */
export function createDraft(name: string, bytes: Uint8Array): Draft {
  const sample = plainSample(name, bytes);
  return {
    key: ++lastKey,
    name,
    bytes,
    language: detectLanguage(sample) ?? "auto",
    opening: openingOf(sample),
  };
}

function openingOf(sample: string): string {
  const characters = [...sample.trim().replace(/\s+/gu, " ")];
  if (characters.length <= OPENING_CHARS) return characters.join("");
  return `${characters.slice(0, OPENING_CHARS).join("").trimEnd()}…`;
}

function plainSample(name: string, bytes: Uint8Array): string {
  if (PACKED.test(name)) return "";
  const isLittleEndian = bytes[0] === 0xff && bytes[1] === 0xfe;
  const isBigEndian = bytes[0] === 0xfe && bytes[1] === 0xff;
  const encoding = isLittleEndian ? "utf-16le" : isBigEndian ? "utf-16be" : "utf-8";
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, SAMPLE_BYTES));
  if (/\.(?:srt|vtt)$/iu.test(name)) return text.replace(/^(?:\d+|WEBVTT.*|.*-->.*)\r?$/gmu, "");
  if (!/\.x?html?$/iu.test(name)) return text;
  return text.replace(/<(script|style|head)\b[\s\S]*?(<\/\1>|$)/giu, " ").replace(/<[^>]*>/gu, " ");
}

/** Whether a file's name promises prose. */
export function isReadable(name: string): boolean {
  const lower = name.toLowerCase();
  return READABLE.some((ending) => lower.endsWith(ending));
}

/** Why a list of drafts cannot be aligned yet; undefined where it can. */
export function alignObstacle(drafts: readonly Draft[]): "too-few" | "too-many" | "same-language" | undefined {
  if (drafts.length < 2) return "too-few";
  if (drafts.length > MOST_TEXTS) return "too-many";
  const known = drafts.map(({ language }) => language).filter((language) => language !== "auto");
  return new Set(known).size < known.length ? "same-language" : undefined;
}
