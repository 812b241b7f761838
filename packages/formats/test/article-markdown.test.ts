import { readArticle, writeArticleMarkdown } from "@stele/formats";
import { type Block, type InlineMark, type Span, sortMarks } from "@stele/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

interface Marked {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly marks: readonly InlineMark[];
}

async function read(file: string): Promise<Marked> {
  const { text, blocks, marks = [] } = await readArticle(utf8(file), { name: "a.md" });
  return { text, blocks, marks };
}

/** Without where the blocks stood in the file. */
function facts({ text, blocks, marks }: Marked) {
  return { text, blocks: blocks.map(({ kind, start, end }) => ({ kind, start, end })), marks };
}

const WORDS =
  "rain,fell,비가,내렸다.,雨，,下了。,「강조」,“말”,*,**,_,`,[x],](y),<b>,&amp;,&,#,-,+,1.,1),|,~,~~,!,\\,>,=,https://a.example/b,a@b.example,www.a.example,$,{,:,snake_case,(see)".split(
    ",",
  );

/** A mark over some of a block's words; kinds that hold others, and those that do not. */
const wishes = fc.record({
  kind: fc.constantFrom<InlineMark["kind"]>("emphasis", "strong", "deletion", "link", "code", "image", "footnote"),
  from: fc.nat(6),
  words: fc.integer({ min: 1, max: 3 }),
});

const blockTexts = fc.record({
  kind: fc.constantFrom<Block["kind"]>("heading", "paragraph", "list", "quote"),
  words: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 7 }),
  marks: fc.array(wishes, { maxLength: 3 }),
});

const articles: fc.Arbitrary<Marked> = fc.array(blockTexts, { minLength: 1, maxLength: 5 }).map((parts) => {
  let text = "";
  const blocks: Block[] = [];
  const marks: InlineMark[] = [];
  for (const [index, { kind, words, marks: wished }] of parts.entries()) {
    if (index > 0) text += "\n\n";
    const start = text.length;
    const spans = words.map((word, at) => {
      if (at > 0) text += " ";
      text += word;
      return { start: text.length - word.length, end: text.length };
    });
    blocks.push({ kind: kind === "heading" && index === 0 ? "title" : kind, start, end: text.length });
    for (const wish of wished) addMark(marks, wish, { start, spans });
  }
  return { text, blocks, marks: sortMarks(marks) };
});

interface Wish {
  readonly kind: InlineMark["kind"];
  readonly from: number;
  readonly words: number;
}

/** Adds a mark where it can stand beside the others; an image that is all of a block would make it a caption. */
function addMark(
  marks: InlineMark[],
  { kind, from, words }: Wish,
  block: { readonly start: number; readonly spans: readonly Span[] },
): void {
  const chosen = block.spans.slice(from % block.spans.length).slice(0, words);
  const mark = markOf(kind, { start: chosen[0]?.start ?? 0, end: chosen.at(-1)?.end ?? 0 });
  const isCaption = kind === "image" && mark.start === block.start && mark.end === block.spans.at(-1)?.end;
  if (!isCaption && marks.every((other) => canStand(mark, other))) marks.push(mark);
}

function markOf(
  kind: InlineMark["kind"],
  { start, end }: { readonly start: number; readonly end: number },
): InlineMark {
  if (kind === "link") return { kind, start, end, url: "https://example.org/a_(b)?c=1&d=*", title: 'a "title"' };
  if (kind === "image") return { kind, start, end, url: "boats.jpg" };
  if (kind === "footnote") return { kind, start: end, end, label: "n" };
  return { kind, start, end };
}

/** Marks apart from each other, or one well inside the other. */
function canStand(a: InlineMark, b: InlineMark): boolean {
  if (a.end < b.start || b.end < a.start) return true;
  const [outer, inner] = a.start < b.start ? [a, b] : [b, a];
  const isLeaf = ["code", "image", "footnote"].includes(outer.kind);
  return !isLeaf && outer.start < inner.start && inner.end < outer.end && outer.kind !== inner.kind;
}

describe("an article as Markdown", () => {
  it("is the same text, blocks and marks when it is read again", async () => {
    await fc.assert(
      fc.asyncProperty(articles, async (article) => {
        const file = await writeArticleMarkdown(article);
        // A note that nothing defines is no note; its definition, here of code, is no prose.
        expect(facts(await read(`${file}\n[^n]:\n    ~~~\n    code\n    ~~~\n`))).toEqual(facts(article));
      }),
      { numRuns: 200 },
    );
  });
});

describe("the marks of a Markdown file", () => {
  it("lie over the text with all that is needed to write them again", async () => {
    const { text, marks } = await read(
      'Press **Start *now*** or [the `x < 2` guide][g] &amp; ~~wait~~<br>![Boats](b.jpg "B")[^1] <kbd>A</kbd>.\n\n[g]: https://example.org/g "Guide"\n\n[^1]: A note.\n',
    );
    expect(marks.map(({ start, end, ...mark }) => [text.slice(start, end), mark])).toEqual([
      ["Start now", { kind: "strong" }],
      ["now", { kind: "emphasis" }],
      ["the x < 2 guide", { kind: "link", url: "https://example.org/g", title: "Guide" }],
      ["x < 2", { kind: "code" }],
      ["wait", { kind: "deletion" }],
      ["", { kind: "html", open: "<br>" }],
      ["Boats", { kind: "image", url: "b.jpg", title: "B" }],
      ["", { kind: "footnote", label: "1" }],
      ["A", { kind: "html", open: "<kbd>", close: "</kbd>" }],
    ]);
  });

  it.each([
    ["**「강조」**입니다. *비*가 **내렸다.**그래서"],
    ["这是**“重点”**的*内容*。**下雨。**他说"],
    ["**a***b* ***c***"],
    ['a**"b"**c'],
  ])("are written where the words of %s stand together without blanks", async (file) => {
    const article = await read(file);
    expect(facts(await read(await writeArticleMarkdown(article)))).toEqual(facts(article));
  });

  it("are trimmed, and cut where they cross", async () => {
    const text = "one two three";
    const blocks = [{ kind: "paragraph", start: 0, end: text.length }] as const;
    const marks = [
      { kind: "strong", start: 0, end: 8 },
      { kind: "emphasis", start: 4, end: 13 },
    ] as const;
    const file = await writeArticleMarkdown({ text, blocks, marks });
    expect((await read(file)).text).toBe(text);
    expect(file).toContain("**one *two***");
  });
});

describe("a translation in the place of a file's prose", () => {
  const FILE = [
    "---",
    "title: Rain",
    "---",
    "Rain **fell**",
    "=============",
    "",
    "First *line*",
    "and second.",
    "",
    "### Deeper",
    "",
    "3. three",
    "   - [x] done",
    "4. four",
    "",
    "> Stay [home](https://example.org).",
    "> ",
    "> - said",
    "",
    "```js",
    "alert(1);",
    "```",
    "",
    "a | b",
    "--|--",
    "c | `d|e`",
    "",
  ].join("\n");

  it("keeps everything that is no prose as it stood", async () => {
    const source = await read(FILE);
    const written = await writeArticleMarkdown(source, { file: FILE });
    expect(facts(await read(written))).toEqual(facts(source));
    for (const line of [
      "title: Rain",
      "### Deeper",
      "3. three",
      "   - [x] done",
      "4. four",
      "> - said",
      "alert(1);",
      "--|--",
    ])
      expect(written.split("\n")).toContain(line);
  });

  it("puts blocks where their origins say, over several lines too, and leaves what nothing replaces", async () => {
    const { blocks } = await read(FILE);
    const text = "비\n\n집에\n있어라 | 1. #";
    const filled = [
      { kind: "title", start: 0, end: 1 },
      { kind: "quote", start: 3, end: text.length },
    ] as const;
    const quote = blocks.find(({ kind }) => kind === "quote");
    const options = { file: FILE, origins: [blocks[0]?.origin, quote?.origin] };
    const written = await writeArticleMarkdown({ text, blocks: filled }, options);
    expect(written).toContain("---\n# 비\n\nFirst *line*");
    expect(written).toContain("> 집에\n> 있어라 | 1. #\n");
  });

  it("is the same prose again for any article", async () => {
    await fc.assert(
      fc.asyncProperty(articles, async (article) => {
        const file = await writeArticleMarkdown(article);
        const source = await read(file);
        const again = await read(await writeArticleMarkdown(source, { file }));
        expect(facts(again)).toEqual(facts(source));
      }),
    );
  });
});

describe("the marks of a page", () => {
  it("are those of its elements, over the text as a browser shows it", async () => {
    const page =
      '<h2>Two</h2><p> Rain <b> fell </b>\n <em>here<br> and</em> <a href="/g" title="G">there</a>,<a href=" java\nscript:alert(1)">x</a> <code>a  b</code>.</p><strong><p>One</p><p>two</p></strong><ul><li>item</ul>';
    const { text, blocks, marks = [] } = await readArticle(utf8(page), { name: "a.html" });
    expect(marks.map(({ start, end, ...mark }) => [text.slice(start, end), mark])).toEqual([
      ["fell", { kind: "strong" }],
      ["here\nand", { kind: "emphasis" }],
      ["there", { kind: "link", url: "/g", title: "G" }],
      ["a b", { kind: "code" }],
      ["One", { kind: "strong" }],
      ["two", { kind: "strong" }],
    ]);
    const file = await writeArticleMarkdown({ text, blocks, marks });
    expect(file).toBe('## Two\n\nRain **fell** *here\nand* [there](/g "G"),x `a b`.\n\n**One**\n\n**two**\n\n- item\n');
  });
});
