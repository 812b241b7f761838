import type { LoggedRequest, Reply } from "./exchange.ts";
import { pretend } from "./pretend.ts";

/** The account that the pretended DeepL keeps; it is written to as the real one would be. */
export interface DeeplAccount {
  /** The only key that is let in; any where absent. */
  key?: string;
  /** Characters used in this period. */
  used?: number;
  /** Absent: the answer to a question for usage has no fields. */
  limit?: number;
  glossaries?: { id: string; name: string; source: string; target: string; entries: string }[];
}

const TARGETS = new Set(["ko", "zh-hans", "zh-hant", "zh", "en-us", "en-gb"]);
const SOURCES = new Set(["en", "ko", "zh"]);
/** DeepL's documented limits. */
const MOST_BYTES = 128 * 1024;
const MOST_TEXTS = 50;

/** Answers as DeepL documents it. */
export function answerDeepl(request: LoggedRequest, account: DeeplAccount): Reply {
  if (account.key !== undefined && request.authorization !== `DeepL-Auth-Key ${account.key}`) {
    return { status: 403, body: JSON.stringify({ message: "Invalid authentication key" }) };
  }
  if (request.path === "/v2/translate") return translate(request, account);
  if (request.path === "/v2/usage") return usage(account);
  if (request.path.startsWith("/v3/glossaries")) return glossaries(request, account);
  return { status: 404, body: JSON.stringify({ message: "Not found" }) };
}

function translate(request: LoggedRequest, account: DeeplAccount): Reply {
  const { texts, fields } = request;
  const target = (fields.target_lang?.[0] ?? "").toLowerCase();
  const refusal = refuse(request, account, target);
  if (refusal !== undefined) return refusal;
  const billed = texts.map((text) => [...text.replaceAll(/<[^>]*>/gu, "")].length);
  const sum = billed.reduce((total, count) => total + count, 0);
  if (account.limit !== undefined && (account.used ?? 0) + sum > account.limit) {
    return { status: 456, body: JSON.stringify({ message: "Quota exceeded" }) };
  }
  account.used = (account.used ?? 0) + sum;
  const render = (answers: readonly string[]) =>
    JSON.stringify({
      translations: answers.map((text, index) => ({
        detected_source_language: (fields.source_lang?.[0] ?? "en").toUpperCase(),
        text,
        billed_characters: billed[index] ?? 0,
        model_type_used: fields.model_type?.[0] ?? "latency_optimized",
      })),
    });
  const terms = glossaryTerms(account, fields.glossary_id?.[0]);
  const answers = texts.map((text) => withTerms(text, pretend(text, target), terms));
  return { status: 200, body: render(answers), withAnswers: (change) => render(change(answers, texts)) };
}

function refuse({ texts, fields, bytes }: LoggedRequest, account: DeeplAccount, target: string): Reply | undefined {
  const bad = (message: string): Reply => ({ status: 400, body: JSON.stringify({ message }) });
  if (bytes > MOST_BYTES) return { status: 413, body: "<html><body>Request Entity Too Large</body></html>" };
  if (texts.length > MOST_TEXTS) return bad("Too many texts");
  if (texts.length === 0) return bad("Parameter 'text' not specified");
  if (!TARGETS.has(target)) return bad("Value for 'target_lang' not supported");
  if (!SOURCES.has((fields.source_lang?.[0] ?? "en").toLowerCase()))
    return bad("Value for 'source_lang' not supported");
  if (fields.tag_handling?.[0] === "xml" && !texts.every(isWellFormed)) return bad("Tag handling parsing failed");
  const id = fields.glossary_id?.[0];
  return id === undefined || account.glossaries?.some((glossary) => glossary.id === id)
    ? undefined
    : bad("Glossary not found");
}

function isWellFormed(text: string): boolean {
  const open: string[] = [];
  for (const [, close, name, empty] of text.matchAll(/<(\/?)([a-z]\w*)(\/?)>/gu)) {
    if (empty === "/") continue;
    if (close === "/" && open.pop() !== name) return false;
    if (close === "" && name !== undefined) open.push(name);
  }
  return open.length === 0 && !/&(?![a-z]+;|#\d+;)|<(?![/a-z])/u.test(text);
}

function withTerms(source: string, answer: string, terms: readonly (readonly string[])[]): string {
  const missing = terms.flatMap(([from = "", to = ""]) => (source.includes(from) ? [to] : []));
  return missing.length === 0 ? answer : `${missing.join(" ")} ${answer}`;
}

function glossaryTerms(account: DeeplAccount, id: string | undefined): readonly (readonly string[])[] {
  const glossary = account.glossaries?.find((candidate) => candidate.id === id);
  return glossary?.entries.split("\n").map((line) => line.split("\t")) ?? [];
}

function usage({ used = 0, limit }: DeeplAccount): Reply {
  return {
    status: 200,
    body: JSON.stringify(limit === undefined ? {} : { character_count: used, character_limit: limit }),
  };
}

function glossaries(request: LoggedRequest, account: DeeplAccount): Reply {
  account.glossaries ??= [];
  const id = request.path.split("/")[3];
  if (request.method === "DELETE") {
    if (!account.glossaries.some((glossary) => glossary.id === id))
      return { status: 404, body: '{"message":"not found"}' };
    account.glossaries = account.glossaries.filter((glossary) => glossary.id !== id);
    return { status: 204, body: "" };
  }
  if (request.method === "GET") {
    return { status: 200, body: JSON.stringify({ glossaries: account.glossaries.map(describe) }) };
  }
  const field = (name: string) => request.fields[name]?.[0] ?? "";
  const made = {
    id: `glossary-${account.glossaries.length + 1}`,
    name: field("name"),
    source: field("dictionaries[0].source_lang"),
    target: field("dictionaries[0].target_lang"),
    entries: field("dictionaries[0].entries"),
  };
  account.glossaries.push(made);
  return { status: 201, body: JSON.stringify(describe(made)) };
}

function describe({ id, name, source, target, entries }: NonNullable<DeeplAccount["glossaries"]>[number]) {
  const dictionaries = [{ source_lang: source, target_lang: target, entry_count: entries.split("\n").length }];
  return { glossary_id: id, name, dictionaries, creation_time: "2026-01-05T09:00:00Z" };
}
