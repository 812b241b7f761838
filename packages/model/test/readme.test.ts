import { readFileSync } from "node:fs";
import { createArticle, createBitext, type Side } from "@stele/model";
import { expect, it } from "vitest";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const index = readFileSync(new URL("../src/index.ts", import.meta.url), "utf8");

/** The types of the door that are no nouns of their own: drafts, ids, parts and unions of a noun's row. */
const PARTS =
  /Draft$|Id$|Kind$|Options$|Details$|^(?:BaseLanguage|EngineOrigin|ErrorCode|GuardReason|SideLengths|Verdict)$/;

it("has a line for every noun of the door, and for nothing else", () => {
  const types = [...index.matchAll(/(?:type |class )?\b([A-Z][a-zA-Z]+)\b/g)].map(([, name = ""]) => name);
  const rows = [...readme.matchAll(/^\| `([A-Z][a-zA-Z]+)`/gm)].map(([, name = ""]) => name);
  const nouns = types.filter((name) => /[a-z]/.test(name) && !PARTS.test(name));
  expect(nouns.filter((name) => !readme.includes(`\`${name}\``) && !readme.includes(`\`${name}\`s`))).toEqual([]);
  expect(rows.filter((name) => !types.includes(name))).toEqual([]);
});

it("shows what its example prints", () => {
  const [, example = "", output = ""] = /```ts\n([\s\S]*?)```\n\n```\n([\s\S]*?)```/.exec(readme) ?? [];
  const side = (language: "en" | "ko", text: string): Side => ({
    article: createArticle({ language, text, blocks: [{ kind: "paragraph", start: 0, end: text.length }] }),
    sentences: [{ start: 0, end: text.length, block: 0 }],
    provenance: { origin: { kind: "file", name: `rain.${language}.txt` }, standing: "human" },
  });
  const bead = { source: [0, 1], target: [0, 1], score: 0.97, lowScore: false } as const;
  const bitext = createBitext({ source: side("en", "It rained."), target: side("ko", "비가 왔다."), beads: [bead] });
  expect(example).toContain("createBitext");
  expect(`${bitext.revision} ${bitext.author}\n`).toBe(output);
});
