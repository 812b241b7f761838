import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { always, CHANGES } from "../../../tests/faults/fault.ts";
import { type FaultsServer, startFaultsServer } from "../../../tests/faults/faults-server.ts";
import { emptyHome, type Outcome, runStele } from "./run-stele.ts";

const ARTICLE = `---
title: Ferry
---
# The ferry *stops*

The **old harbour** closed on Monday & [the ferry](https://example.org/f?a=1&b=2 "Plan") did not run.
Use \`a < b\` or <https://example.org/x>.

1. Take the **bus**.
2. Wait.

> They said ~~nothing~~ little.

\`\`\`sh
echo "ferry"
\`\`\`

| place | time |
| ----- | ---- |
| **quay** | noon |
`;

let server: FaultsServer;
let home: string;

beforeEach(async () => {
  server = await startFaultsServer({ account: { used: 0, limit: 1_000_000 } });
  home = emptyHome();
  writeFileSync(join(home, "article.md"), ARTICLE);
});
afterEach(() => server.close());

const variables = () => ({ DEEPL_API_KEY: "key", DEEPL_SERVER_URL: server.url, STELE_ENGINE: "deepl" });
const stele = (...argv: string[]): Promise<Outcome> => runStele(argv, { home, variables: variables() });
const fileOf = (name: string): string => readFileSync(join(home, name), "utf8");

describe("a translated Markdown article", () => {
  it("is Markdown again, with its marks over the translated words and all else as it was", async () => {
    expect((await stele("translate", "article.md", "--to", "ko", "-o", "out.md")).exitCode).toBe(0);
    const out = fileOf("out.md");
    expect(out).toMatch(/^---\ntitle: Ferry\n---\n# [^\n*]*\*\p{Script=Hangul}+\*\n/u);
    expect(out).toMatch(/\*\*\p{Script=Hangul}+ \p{Script=Hangul}+\*\* /u);
    expect(out).toMatch(/\[\p{Script=Hangul}+ \p{Script=Hangul}+\]\(https:\/\/example\.org\/f\?a=1\\&b=2 "Plan"\)/u);
    expect(out).toContain("`a < b`");
    expect(out).toContain("<https://example.org/x>");
    expect(out).toMatch(/\n1\. .*\*\*\p{Script=Hangul}+\*\*\.\n2\. /u);
    expect(out).toMatch(/\n> .*~~\p{Script=Hangul}+~~/u);
    expect(out).toContain('```sh\necho "ferry"\n```');
    expect(out).toMatch(/\n\| \*\*\p{Script=Hangul}+\*\* \| \p{Script=Hangul}+ \|\n/u);
    const sent = server.translations().find(({ fields }) => fields.tag_handling !== undefined);
    expect(sent?.fields.tag_handling).toEqual(["xml"]);
    expect(sent?.texts).toContain("Use <x1/> or <x2/>.");
    expect(sent?.texts).toContainEqual(
      expect.stringMatching(/^The <x1>old harbour<\/x1> closed on Monday &amp; <x2>/u),
    );
  });

  it("sends nothing again, is Markdown on standard output too, and plain text in a .txt", async () => {
    await stele("translate", "article.md", "--to", "ko", "-o", "out.md");
    const sent = server.translations().length;
    expect((await stele("translate", "article.md", "--to", "ko")).stdout).toBe(fileOf("out.md"));
    await stele("translate", "article.md", "--to", "ko", "-o", "out.txt");
    expect(fileOf("out.txt")).not.toMatch(/\*\*|\]\(|^#/mu);
    expect(server.translations()).toHaveLength(sent);
    await stele("translate", "article.md", "--to", "ko,zh");
    expect(readdirSync(home)).toEqual(expect.arrayContaining(["article.ko.md", "article.zh-Hans.md"]));
  });

  it.each(["tagsDropped", "tagsMoved", "tagsDoubled"] as const)(
    "whose tags are broken (%s) keeps its words and what is certain of its marks, and the guard says so",
    async (change) => {
      server.plan(always({ kind: "answers", change: CHANGES[change] }));
      const { exitCode, stderr } = await stele("translate", "article.md", "--to", "ko", "-o", "out.md", "--strict");
      expect([exitCode, stderr.includes("a mark was broken")]).toEqual([8, true]);
      const out = fileOf("out.md");
      expect(out).not.toMatch(/<\/?x\d|&lt;/u);
      // Only what stands for code and addresses is doubled.
      expect(/\*\*\p{Script=Hangul}+ \p{Script=Hangul}+\*\*/u.test(out)).toBe(change === "tagsDoubled");
      // Moved, but whole: nobody can say where in the other language it belongs.
      expect(out.includes("`a < b`")).toBe(change === "tagsMoved");
      expect(out).toMatch(/\n\| \*\*\p{Script=Hangul}+\*\* \|/u);
      expect(out).toMatch(/\n1\. \P{L}*\p{Script=Hangul}.*\n2\. /u);
      expect(out).toContain('```sh\necho "ferry"\n```');
    },
  );

  it("keeps its marks, of what the memory answers, where their place is certain, and names the sentences that lose one", async () => {
    const unit = (source: string, target: string): string =>
      `<tu><tuv xml:lang="en-US"><seg>${source}</seg></tuv><tuv xml:lang="ko-KR"><seg>${target}</seg></tuv></tu>`;
    const header =
      'creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="en-US" datatype="plaintext"';
    const units = [
      unit("Ask Velm Press today.", "오늘 Velm Press에 물어보세요."),
      unit("Take the last bus.", "막차를 타세요."),
    ];
    writeFileSync(
      join(home, "known.tmx"),
      `<?xml version="1.0"?><tmx version="1.4"><header ${header}/><body>${units.join("")}</body></tmx>`,
    );
    expect((await stele("tm", "import", "known.tmx", "--tm", "client")).exitCode).toBe(0);
    writeFileSync(join(home, "note.md"), "Ask [Velm Press](https://velm.example) today. Take the **last** bus.\n");
    const { stdout, stderr, exitCode } = await stele("translate", "note.md", "--to", "ko");
    expect([exitCode, server.translations().length]).toEqual([0, 0]);
    expect(stdout).toBe("오늘 [Velm Press](https://velm.example)에 물어보세요. 막차를 타세요.\n");
    expect(stderr).toMatch(/found no place.*: 2\n/u);
  });

  it("comes from standard input, too, where its format is named; otherwise that is plain text", async () => {
    const stdin = "# Rain\n\nIt **rained**.\n";
    const ask = (...argv: string[]) =>
      runStele(["translate", "-", "--to", "ko", ...argv], { home, variables: variables(), stdin });
    expect((await ask("--input-format", "md")).stdout).toMatch(
      /^# \p{Script=Hangul}+\n\n.*\*\*\p{Script=Hangul}+\*\*\.\n$/su,
    );
    await ask();
    expect(server.translations().flatMap(({ texts }) => texts)).toEqual(
      expect.arrayContaining(["It <x1>rained</x1>.", "It **rained**."]),
    );
    expect((await ask("--input-format", "markdown", "--to", "ko,zh", "-o", "out")).exitCode).toBe(0);
    expect(readdirSync(join(home, "out")).toSorted()).toEqual(["translation.ko.md", "translation.zh-Hans.md"]);
    const unknown = await ask("--input-format", "wordperfect");
    expect([unknown.exitCode, unknown.stderr.includes("markdown")]).toEqual([6, true]);
  });

  it("is what a page becomes", async () => {
    writeFileSync(
      join(home, "page.html"),
      "<h1>Rain</h1><p>It <b>rained</b> in <a href='/q'>the quay</a>.</p><ul><li>One bus.</ul>",
    );
    const { stdout, exitCode } = await stele("translate", "page.html", "--to", "ko");
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^# \p{Script=Hangul}+\n\n.*\*\*\p{Script=Hangul}+\*\*.*\]\(\/q\)\.\n\n- /su);
    await stele("translate", "page.html", "--to", "ko,zh");
    expect(readdirSync(home)).toEqual(expect.arrayContaining(["page.ko.md", "page.zh-Hans.md"]));
  });

  it("is never written as a page", async () => {
    const { exitCode, stderr } = await stele("translate", "article.md", "--to", "ko", "-o", "out.html");
    expect([exitCode, server.translations().length, stderr.includes("not as a page")]).toEqual([6, 0, true]);
  });
});
