import {
  type Article,
  type ArticleId,
  type Block,
  type BlockKind,
  createArticle,
  LANGUAGE_TAGS,
  type Provenance,
  type Sentence,
  type Side,
  type Span,
  type Standing,
} from "@stele/model";
import { countOf, listOf, type Members, malformedJson, membersOf, oneOf, optional, stringOf } from "./json-values.ts";

const KINDS: readonly BlockKind[] = [
  "dateline",
  "title",
  "byline",
  "caption",
  "paragraph",
  "heading",
  "list",
  "quote",
  "signoff",
];
const APPROVABLE = ["machine", "human", "corrected"] as const;
const STANDINGS: readonly Standing[] = [...APPROVABLE, "approved"];

/** A side of our own JSON. Throws `input-malformed`, naming the member. */
export function readSide(value: unknown, path: string): Side {
  const members = membersOf(value, path);
  return {
    article: readArticleOf(members, path),
    sentences: listOf(members.sentences, `${path}.sentences`, readSentence),
    provenance: readProvenance(members.provenance, `${path}.provenance`),
    ...optional(members, "overrides", (overrides) => readOverrides(overrides, `${path}.overrides`)),
  };
}

function readArticleOf(members: Members, path: string): Article {
  const article = createArticle({
    language: oneOf(members.language, `${path}.language`, LANGUAGE_TAGS),
    text: stringOf(members.text, `${path}.text`),
    blocks: listOf(members.blocks, `${path}.blocks`, readBlock),
    ...optional(members, "derivedFrom", (id) => stringOf(id, `${path}.derivedFrom`) as ArticleId),
  });
  if (members.id !== article.id) throw malformedJson(`${path}.id`, "the hash of its language and text");
  return article;
}

function readBlock(value: unknown, path: string): Block {
  const members = membersOf(value, path);
  return {
    kind: oneOf(members.kind, `${path}.kind`, KINDS),
    ...readSpan(members, path),
    ...optional(members, "language", (tag) => oneOf(tag, `${path}.language`, LANGUAGE_TAGS)),
    ...optional(members, "origin", (origin) => readSpan(membersOf(origin, `${path}.origin`), `${path}.origin`)),
  };
}

function readSpan(members: Members, path: string): Span {
  return { start: countOf(members.start, `${path}.start`), end: countOf(members.end, `${path}.end`) };
}

function readSentence(value: unknown, path: string): Sentence {
  const members = membersOf(value, path);
  return { ...readSpan(members, path), block: countOf(members.block, `${path}.block`) };
}

function readOverrides(value: unknown, path: string): Readonly<Record<number, Provenance>> {
  const entries = Object.entries(membersOf(value, path));
  return Object.fromEntries(entries.map(([index, item]) => [Number(index), readProvenance(item, `${path}.${index}`)]));
}

function readProvenance(value: unknown, path: string): Provenance {
  const members = membersOf(value, path);
  const standing = {
    standing: oneOf(members.standing, `${path}.standing`, STANDINGS),
    ...optional(members, "approvedFrom", (before) => oneOf(before, `${path}.approvedFrom`, APPROVABLE)),
  };
  const origin = membersOf(members.origin, `${path}.origin`);
  const kind = oneOf(origin.kind, `${path}.origin.kind`, ["engine", "file", "person"] as const);
  if (kind !== "engine") return { origin: { kind, name: stringOf(origin.name, `${path}.origin.name`) }, ...standing };
  return { origin: { kind, ...readEngine(origin, `${path}.origin`) }, ...standing };
}

function readEngine(origin: Members, path: string) {
  return {
    engine: stringOf(origin.engine, `${path}.engine`),
    date: stringOf(origin.date, `${path}.date`),
    ...optional(origin, "model", (model) => stringOf(model, `${path}.model`)),
    ...optional(origin, "via", (tag) => oneOf(tag, `${path}.via`, LANGUAGE_TAGS)),
    ...optional(origin, "options", (options) => readOptions(options, `${path}.options`)),
  };
}

function readOptions(value: unknown, path: string): Readonly<Record<string, string>> {
  const entries = Object.entries(membersOf(value, path));
  return Object.fromEntries(entries.map(([name, option]) => [name, stringOf(option, `${path}.${name}`)]));
}
