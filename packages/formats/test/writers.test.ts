import { readFileSync } from "node:fs";
import { ankiCards, csvCards, ladderLengths, readLadder, writeFiles, writeText } from "@stele/formats";
import { sampleBitext, sampleSide } from "@stele/formats/testing";
import { type Bitext, createBitext, hashText, type Standing } from "@stele/model";
import { describe, expect, it } from "vitest";
import { PAGE_SCRIPT, PAGE_STYLE } from "../src/html/page-assets.ts";
import { TOOL_VERSION } from "../src/tool-version.ts";

const source = sampleSide("en", ["Rain fell.", "Snow fell.", "Nobody was hurt.", "Wind."]);
const target = sampleSide("ko", ["비가 내리고", "눈이 왔다.", "바람."]);
/** 1-2, 1-0 twice, 1-1. */
const bitext = createBitext({
  source,
  target: { ...target, overrides: { 2: { origin: { kind: "person", name: "Ana" }, standing: "corrected" } } },
  beads: [
    { source: [0, 1], target: [0, 2], score: 0.4, lowScore: true },
    { source: [1, 2], target: [2, 2], score: null, lowScore: false },
    { source: [2, 3], target: [2, 2], score: null, lowScore: false },
    { source: [3, 4], target: [2, 3], score: 0.95, lowScore: false },
  ],
});
const files = (format: string, of: Bitext = bitext) =>
  Object.fromEntries(writeFiles(of, format).map(({ suffix, chunks }) => [suffix, [...chunks].join("")]));

describe("exports of beads that are not one to one", () => {
  it.each([
    [
      "tsv",
      "en\tko\tscore\nRain fell.\t비가 내리고 눈이 왔다.\t0.400\nSnow fell.\t\t\nNobody was hurt.\t\t\nWind.\t바람.\t0.950\n",
    ],
    [
      "markdown",
      "| en | ko |\n| --- | --- |\n| Rain fell. | 비가 내리고 눈이 왔다. |\n| Snow fell. |  |\n| Nobody was hurt. |  |\n| Wind. | 바람. |\n",
    ],
    [
      "jsonl",
      '{"texts":{"en":"Rain fell.","ko":"비가 내리고 눈이 왔다."},"score":0.4}\n{"texts":{"en":"Snow fell.","ko":""},"score":null}\n{"texts":{"en":"Nobody was hurt.","ko":""},"score":null}\n{"texts":{"en":"Wind.","ko":"바람."},"score":0.95}\n',
    ],
    [
      "csv",
      "\ufeffen,ko,score\r\nRain fell.,비가 내리고 눈이 왔다.,0.400\r\nSnow fell.,,\r\nNobody was hurt.,,\r\nWind.,바람.,0.950\r\n",
    ],
    ["anki", "#separator:tab\n#html:false\n#columns:en\tko\nRain fell.\t비가 내리고 눈이 왔다.\nWind.\t바람.\n"],
    ["bicleaner", "a.txt\ta.txt\tRain fell.\t비가 내리고 눈이 왔다.\t0.400\na.txt\ta.txt\tWind.\t바람.\t0.950\n"],
  ])("are right in %s", (format, expected) => {
    expect(writeText(bitext, format)).toBe(expected);
  });

  it.each([
    ["sentalign", "[0]:[0, 1]:0.400000\n[1]:[]:0.000000\n[2]:[]:0.000000\n[3]:[2]:0.950000\n"],
    ["vecalign", "[0]:[0, 1]:0.600000\n[1]:[]:1.000000\n[2]:[]:1.000000\n[3]:[2]:0.050000\n"],
    ["hunalign", "0\t0\t0.400\n1\t2\t0.000\n2\t2\t0.000\n3\t2\t0.950\n4\t3\t0.000\n"],
  ])("are right in the ladder of %s, with the sentences beside it", (format, ladder) => {
    expect(files(format)).toEqual({
      ".en-ko.ladder": ladder,
      ".en-ko.en.txt": "Rain fell.\nSnow fell.\nNobody was hurt.\nWind.\n",
      ".en-ko.ko.txt": "비가 내리고\n눈이 왔다.\n바람.\n",
    });
  });

  it("are right in Sketch Engine's mapping and in Moses", () => {
    expect(files("sketch")[".en-ko.map.txt"]).toBe("0\t0,1\n1\t-1\n2\t-1\n3\t2\n");
    expect(files("moses")).toEqual({
      ".en-ko.en": "Rain fell.\nWind.\n",
      ".en-ko.ko": "비가 내리고 눈이 왔다.\n바람.\n",
    });
  });

  it("tell in XLIFF what a person has checked, what is doubtful and what is missing", () => {
    const one = writeText(bitext, "xliff");
    expect(one).toContain('source-language="en-US" target-language="ko-KR"');
    expect([...one.matchAll(/<trans-unit id="(\d)"( approved="yes")?|state="([a-z-]+)"/g)].map(([all]) => all)).toEqual(
      [
        '<trans-unit id="1"',
        'state="needs-review-translation"',
        '<trans-unit id="2"',
        'state="needs-translation"',
        '<trans-unit id="3"',
        'state="needs-translation"',
        '<trans-unit id="4" approved="yes"',
        'state="final"',
      ],
    );
    const two = writeText(bitext, "xliff2");
    expect([...two.matchAll(/state="([a-z]+)"/g)].map(([, state]) => state)).toEqual([
      "translated",
      "initial",
      "initial",
      "final",
    ]);
  });

  it.each(["machine", "human", "corrected", "approved"] as const)(
    "say %s in XLIFF 2 as its states do",
    (standing: Standing) => {
      const side = {
        ...sampleSide("ko", ["비."]),
        provenance: { origin: { kind: "person", name: "Ana" }, standing },
      } as const;
      const states = { machine: "translated", human: "reviewed", corrected: "final", approved: "final" };
      expect(writeText(sampleBitext(sampleSide("en", ["Rain."]), side), "xliff2")).toContain(
        `state="${states[standing]}"`,
      );
    },
  );
});

describe("a ladder", () => {
  it("leaves unnamed sentences alone and cuts runs without counterpart", () => {
    const beads = readLadder("[0]:[0]:0.9\n[1, 2]:[]:0.0\n[4]:[2]:0.3\n", { lengths: { source: 6, target: 3 } });
    expect(beads.map(({ source: s, target: t, score, lowScore }) => [s, t, score, lowScore])).toEqual([
      [[0, 1], [0, 1], 0.9, false],
      [[1, 2], [1, 1], null, false],
      [[2, 3], [1, 1], null, false],
      [[3, 4], [1, 1], null, false],
      [[4, 4], [1, 2], null, false],
      [[4, 5], [2, 3], 0.3, true],
      [[5, 6], [3, 3], null, false],
    ]);
  });

  const shapes = (text: string, numbers?: "cost"): string[] =>
    readLadder(text, { lengths: { source: 3, target: 4 }, ...(numbers && { numbers }) }).map(
      ({ source, target, score }) => `${source} ${target} ${score}`,
    );

  it.each([
    ["SentAlign's", "[0]:[0]:0.9\n[1]:[1, 2]:0.75\n[]:[3]:0.0\n[2]:[]:0.0\n", undefined, [0.9, 0.75]],
    ["Vecalign's, of costs", "[0]:[0]:0.1\n[1]:[1, 2]:0.25\n[]:[3]:0.000000\n[2]:[]:0.0\n", "cost", [0.9, 0.75]],
    ["without numbers", "[0]:[0]\n[1]:[1,2]\n[]:[3]\n[2]:[]\n", undefined, [null, null]],
    ["with nan for a number", "[0]:[0]:nan\n[1]:[1,2]:2.5e-1\n[]:[3]:inf\n[2]:[]:nan\n", "cost", [null, 0.75]],
    ["hunalign's", "0\t0\t0.3\n1\t1\t-0.15\n2\t3\t0\n2\t4\t0\n3\t4\t0\n", undefined, [null, null]],
    ["hunalign's without scores", "0\t0\n1\t1\n2\t3\n2\t4\n3\t4\n", undefined, [null, null]],
    ["hunalign's without the last rung", "0\t0\t0.3\n1\t1\t1.5\n2\t3\t0\n2\t4\t0\n", undefined, [null, null]],
  ] as const)(
    "%s is read, whatever ends its lines and with a byte order mark",
    (...[, text, numbers, [first, second]]) => {
      const wanted = [`0,1 0,1 ${first}`, `1,2 1,3 ${second}`, "2,2 3,4 null", "2,3 4,4 null"];
      for (const end of ["\n", "\r\n", "\r"]) {
        expect(shapes(text.replaceAll("\n", end), numbers)).toEqual(wanted);
        expect(shapes(`\uFEFF${text.trimEnd().replaceAll("\n", end)}`, numbers)).toEqual(wanted);
      }
    },
  );

  it.each([
    ["[0]:[0]:0.9\n[]:[1, 2]:0\n[1]:[3]\n[2]:[]\n", { source: 3, target: 4 }],
    ["0\t0\t0.3\n1\t2\t1\n3\t4\t0\n", { source: 3, target: 4 }],
    ["", { source: 0, target: 0 }],
  ])("tells how many sentences it names: %j", (text, lengths) => {
    expect(ladderLengths(text)).toEqual(lengths);
    expect(() => ladderLengths(`${text}nonsense`, "a.ladder")).toThrow("of a.ladder cannot be read");
  });

  it("of empty sides has nothing but what the other side has", () => {
    expect(readLadder("", { lengths: { source: 0, target: 0 } })).toEqual([]);
    expect(readLadder("[0]:[]:0.0\n", { lengths: { source: 1, target: 0 } })).toHaveLength(1);
    expect(readLadder("0\t0\t0.3\n0\t1\t0.0\n", { lengths: { source: 0, target: 1 } })).toHaveLength(1);
  });

  it.each([
    ["[0]:[0]:0.9\nnonsense\n", "input-malformed", 2],
    ["\n\n[0, 2]:[0]:0.9\n", "input-malformed", 3],
    ["[0]:[0]:0.9.1\n", "input-malformed", 1],
    ["0\t0\t1\r\nx\t1\t1\r\n", "input-malformed", 2],
    ["[1]:[0]:0.9\n[0]:[1]:0.9\n", "beads-invalid", 2],
    ["[0]:[0]:0.9\n[7]:[1]:0.9\n", "beads-invalid", 2],
    ["0\t0\n1\t1\n1\t0\n", "beads-invalid", 2],
    ["0\t0\n5\t1\n", "beads-invalid", 1],
  ])("that cannot be right is refused, naming the line: %j", (text, code, line) => {
    const read = (): unknown => readLadder(text, { lengths: { source: 2, target: 2 } });
    expect(read).toThrow(expect.objectContaining({ code, details: { line } }));
    expect(read).toThrow(`Line ${line} `);
  });
});

describe("cards", () => {
  const cards = [
    { word: "rain", sentence: '#1: "Rain"\tfell.', translation: "=비가 내렸다.", note: "a\nb" },
    { sentence: "Snow.", translation: "눈." },
  ];

  it("are Anki text that no field can break", () => {
    expect([...ankiCards(cards)].join("")).toBe(
      '#separator:tab\n#html:false\n#columns:sentence\ttranslation\tword\tnote\n"#1: ""Rain"" fell."\t=비가 내렸다.\train\ta b\nSnow.\t눈.\t\t\n',
    );
  });

  it("are CSV that no spreadsheet runs", () => {
    const [, line] = [...csvCards(cards)];
    expect(line).toBe('rain,"#1: ""Rain""\tfell.",\'=비가 내렸다.,"a\nb"\r\n');
  });
});

describe("the exported page", () => {
  const page = writeText(bitext, "html", { title: "</title><script>alert(1)</script>" });

  it("runs its own script and style only, by hash, and fetches nothing", () => {
    const policy = /content="(default-src[^"]*)"/.exec(page)?.[1] ?? "";
    const hash = (text: string): string => `'sha256-${Buffer.from(hashText(text), "hex").toString("base64")}'`;
    expect(policy).toBe(
      `default-src 'none'; style-src ${hash(PAGE_STYLE)}; script-src ${hash(PAGE_SCRIPT)}; base-uri 'none'; form-action 'none'`,
    );
    expect(page).toContain(`<style>${PAGE_STYLE}</style>`);
    expect(page).toContain(`<script type="module">${PAGE_SCRIPT}</script>`);
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toMatch(/(?:src|href|action)=|https?:|style="/);
  });

  it("names each sentence's language and marks doubtful rows", () => {
    expect(page).toContain(
      '<div class="row paragraph first low"><div class="cell" data-side="0" lang="en"><span class="s" tabindex="-1">Rain fell.</span>',
    );
    expect(page).toContain('<div class="cell" data-side="1" lang="ko"></div>');
  });

  it("carries the style and script of page/ as they are", () => {
    const read = (name: string): string => readFileSync(new URL(`../page/${name}`, import.meta.url), "utf8");
    const script = `${read("words.js")}\n${read("page.js")}`.replace(/^(?:import .*\n+|export )/gm, "");
    expect([PAGE_STYLE, PAGE_SCRIPT]).toEqual([["page.css", "words.css", "print.css"].map(read).join(""), script]);
  });
});

describe("Markdown that is written", () => {
  it("shows the text as it is", () => {
    const hostile = sampleBitext(
      sampleSide("en", ["a | b * c_d <i> [x](y) https://e.org `q` ~s~ #1 &amp; \\"]),
      sampleSide("ko", ["가"]),
    );
    expect(writeText(hostile, "markdown").split("\n")[2]).toBe(
      "| a \\| b \\* c\\_d \\<i\\> \\[x\\](y) https\\://e.org \\`q\\` \\~s\\~ \\#1 \\&amp; \\\\ | 가 |",
    );
  });
});

it("files carry the package's version", () => {
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
    version: string;
  };
  expect(TOOL_VERSION).toBe(version);
});
