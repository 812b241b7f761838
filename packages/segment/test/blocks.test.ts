import type { BlockKind, LanguageTag } from "@stele/model";
import { segment } from "@stele/segment";
import { describe, expect, it } from "vitest";

type Shown = readonly (readonly [kind: BlockKind, text: string])[];

function blocksOf(text: string, language: LanguageTag | "auto" = "auto"): Shown {
  return segment(text, { language }).blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)]);
}

const WIRE_EN = `date 2021-04-07

Harbour council votes to keep the ferry

By Dana Holt

Passengers board the last ferry of the day on Tuesday. (City of Orrin)

ORRIN, April 7 (Yonhap) -- The council voted on Tuesday to keep the ferry. It will run twice a day.

"We listened," Mayor Ingrid Vale said.

(Yonhap)
`;

const WIRE_KO = `2021-04-07

항구 도시, 나룻배 지키기로

화요일 저녁 승객들이 마지막 배에 오르고 있다. (오린시청)

(오린=연합뉴스) 한다은 기자 = 시의회가 화요일 나룻배를 지키기로 했다. 배는 하루 두 번 다닌다.

시장은 "듣겠다"고 말했다.

(연합뉴스)
`;

const WIRE_ZH = `2021年4月7日

港城决定保留渡船

周二晚，乘客登上当天最后一班渡船。（市政府供图）

（新华社奥林4月7日电）市议会周二决定保留渡船。渡船每天往返两次。

市长说：“我们会听取意见。”

（完）
`;

describe("the blocks of a wire article", () => {
  it.each([
    ["English", WIRE_EN, ["dateline", "title", "byline", "caption", "dateline", "paragraph", "paragraph", "signoff"]],
    ["Korean", WIRE_KO, ["dateline", "title", "caption", "dateline", "paragraph", "paragraph", "signoff"]],
    ["Chinese", WIRE_ZH, ["dateline", "title", "caption", "dateline", "paragraph", "paragraph", "signoff"]],
  ])("are each of their own kind in %s", (_name, text, kinds) => {
    expect(blocksOf(text).map(([kind]) => kind)).toEqual(kinds);
  });

  it("keeps the credit of a caption with its sentence", () => {
    const { sentences } = segment(WIRE_EN, { language: "en" });
    const texts = sentences.map(({ start, end }) => WIRE_EN.slice(start, end));
    expect(texts).toContain("Passengers board the last ferry of the day on Tuesday. (City of Orrin)");
    expect(texts).toContain("ORRIN, April 7 (Yonhap) --");
    expect(texts).toContain("The council voted on Tuesday to keep the ferry.");
  });
});

it.each(["〔記者林小明／奧林報導〕", "記者林小明、王大文／奧林報導"])(
  "knows %s before a report from Taiwan",
  (head) => {
    const text = `渡船保留了\n\n${head}市議會週二決定保留渡船。渡船每天往返兩次。\n\n市長說：「我們會聽取意見。」`;
    expect(blocksOf(text)[1]).toEqual(["dateline", head]);
  },
);

it.each([
  "▲ 3일 다시 열린 항구. 오린신문 제공",
  "사진=나룻배가 돌아왔다. 연합뉴스",
  "图为重新开放的港口。李小明 摄",
  "Photo: The ferry is back at its pier. Credit: Dana Holt/AP",
])("keeps the credit without brackets with its caption: %s", (line) => {
  const text = `The first paragraph ends here.\n\n${line}\n\nThe last paragraph ends here. It does.`;
  const found = segment(text, { language: "auto" }).sentences.map(({ start, end }) => text.slice(start, end));
  expect(found).toContain(line);
});

it("divides what a caption says in two sentences", () => {
  const text = "It rained.\n\n▲ 나룻배가 돌아왔다. 사람들이 손을 흔들었다.\n\nIt stopped.";
  expect(segment(text, { language: "ko" }).sentences).toHaveLength(4);
});

describe("single lines", () => {
  it.each<readonly [BlockKind, string]>([
    ["dateline", "date 2020-02-20"],
    ["dateline", "Published: February 20, 2020"],
    ["dateline", "Thursday, 20 February 2020"],
    ["dateline", "입력 2020.02.20 14:30"],
    ["dateline", "2020년 2월 20일 오전 9시"],
    ["dateline", "입력 2020.02.20 14:30 | 수정 2020.02.21 09:00"],
    ["dateline", "发布时间：2020年2月20日 09:30"],
    ["dateline", "2020-02-20 09:30 来源：港湾日报"],
    ["dateline", "2020年2月20日下午3时"],
    ["caption", "북방파제에 새로 선 등대가 바다를 비추고 있다. 여을시 제공"],
    ["byline", "By Dana Holt and Tom Marsh"],
    ["byline", "한다은 기자"],
    ["byline", "한다은 기자 desk@example.org"],
    ["byline", "记者：李小明"],
    ["signoff", "(Yonhap)"],
    ["signoff", "(END)"],
    ["signoff", "###"],
    ["signoff", "(Reporting by Dana Holt; Editing by Tom Marsh)"],
    ["signoff", "Editing by Tom Marsh"],
    ["signoff", "(끝)"],
    ["signoff", "（完）"],
    ["signoff", "责任编辑：李小明"],
    ["signoff", "ⓒ 오린신문, 무단 전재 및 재배포 금지"],
    ["list", "- a rope"],
    ["list", "3. the third thing"],
    ["list", "① 밧줄"],
    ["list", "一、绳子"],
    ["heading", "## What comes next"],
    ["quote", "> You wrote that it was late."],
  ])("finds a %s in %j", (kind, line) => {
    const text = `The first paragraph ends here.\n\nAnother one.\n\n${line}\n\nThe last paragraph ends here.`;
    expect(blocksOf(text)).toContainEqual([kind, line]);
  });

  it.each([
    "He left on 20 February 2020 and came back.",
    "By noon the harbour was empty.",
    "(Nobody had asked.)",
    "Reporting by hand takes longer than it did.",
  ])("takes %j for prose", (line) => {
    const text = `The first paragraph ends here.\n\n${line}\n\nThe last one ends here.`;
    expect(blocksOf(text)).toContainEqual(["paragraph", line]);
  });
});

describe("the lines of a paragraph", () => {
  it("belong together where the text was wrapped by hand", () => {
    const text =
      "The ferry left at noon and nobody on the pier had the heart\nto wave. The gulls cried over the harbour until the evening\ncame. Then they slept.\n";
    expect(blocksOf(text)).toHaveLength(1);
  });

  it("are paragraphs where each of them ends as a sentence does", () => {
    const text =
      "The ferry left at noon.\nNobody on the pier had the heart to wave, not even the warden.\nThe gulls did.";
    expect(blocksOf(text)).toHaveLength(3);
  });

  it("begin a new paragraph at an indentation", () => {
    expect(blocksOf("　　渡船中午开走了。没有人挥手。\n　　海鸥叫到晚上。")).toHaveLength(2);
  });

  it("set a title off from the long line below it", () => {
    const body = `The council voted on Tuesday to keep the ferry, which has crossed the harbour since 1931, and ${"to mend it ".repeat(6)}soon.`;
    expect(blocksOf(`Council keeps the ferry\n${body}`)[0]).toEqual(["title", "Council keeps the ferry"]);
  });

  it("hold the items of a list apart", () => {
    expect(blocksOf("Bring these things:\n- a rope\n- water\n- patience").map(([kind]) => kind)).toEqual([
      "paragraph",
      "list",
      "list",
      "list",
    ]);
  });
});

describe("blocks that a reader found", () => {
  const paragraphs = (...texts: readonly string[]) => {
    let at = 0;
    const blocks = texts.map((piece) => {
      const start = at;
      at += piece.length + 2;
      return { kind: "paragraph" as const, start, end: start + piece.length };
    });
    return { text: texts.join("\n\n"), blocks };
  };

  it("and could not know from a paragraph are told by their own words", () => {
    const { text, blocks } = paragraphs(
      "입력 2020.02.20 14:30",
      "저녁 배에 오르는 승객들. (오린시청 제공)",
      "(오린=연합뉴스) 한다은 기자 = 시의회가 나룻배를 지키기로 했다.",
      "짧은 말",
      "- 밧줄",
      "한다은 기자 desk@example.org",
    );
    const found = segment({ text, blocks }, { language: "ko" });
    expect(found.blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ["dateline", "입력 2020.02.20 14:30"],
      ["caption", "저녁 배에 오르는 승객들. (오린시청 제공)"],
      ["dateline", "(오린=연합뉴스) 한다은 기자 ="],
      ["paragraph", "시의회가 나룻배를 지키기로 했다."],
      ["paragraph", "짧은 말"],
      ["paragraph", "- 밧줄"],
      ["byline", "한다은 기자 desk@example.org"],
    ]);
  });

  it("are not cut where they have a place in their file", () => {
    const { text, blocks } = paragraphs("(오린=연합뉴스) 한다은 기자 = 시의회가 나룻배를 지키기로 했다.", "(연합뉴스)");
    const placed = blocks.map((block) => ({ ...block, origin: { start: block.start, end: block.end } }));
    const found = segment({ text, blocks: placed }, { language: "ko" });
    expect(found.blocks).toEqual([placed[0], { ...placed[1], kind: "signoff" }]);
  });

  it("have the language of their script", () => {
    const { text, blocks } = paragraphs("The warden read both lines of the poster.", "“渡船中午开走了。没有人挥手。”");
    const found = segment({ text, blocks }, { language: "en" });
    expect(found.blocks.map(({ language }) => language)).toEqual([undefined, "zh-Hans"]);
    expect(found.sentences).toHaveLength(3);
  });

  it.each([
    ["English", WIRE_EN],
    ["Korean", WIRE_KO],
    ["Chinese", WIRE_ZH],
  ])("are the same when they are given again in %s", (_name, text) => {
    const first = segment(text, { language: "auto" });
    expect(segment({ text, blocks: first.blocks }, { language: "auto" })).toEqual(first);
  });

  it("are kept, and the rest is classified", () => {
    const text = "Ferry kept\n\nThe council voted.\n\n(Yonhap)";
    const { blocks, sentences } = segment(
      { text, blocks: [{ kind: "title", start: 0, end: 10, origin: { start: 5, end: 15 } }] },
      { language: "en" },
    );
    expect(blocks[0]).toEqual({ kind: "title", start: 0, end: 10, origin: { start: 5, end: 15 } });
    expect(blocks.map(({ kind }) => kind)).toEqual(["title", "paragraph", "signoff"]);
    expect(sentences.map(({ block }) => block)).toEqual([0, 1, 2]);
  });

  it("are kept in decomposed Hangul too", () => {
    const title = "나룻배".normalize("NFD");
    const body = "“비가 온다.”라고 했다. 모두 웃었다.".normalize("NFD");
    const text = `${title}\n${body}`;
    const blocks = [{ kind: "title" as const, start: 0, end: title.length }];
    const found = segment({ text, blocks }, { language: "ko" });
    expect(found.blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ["title", title],
      ["paragraph", body],
    ]);
    expect(found.sentences.map(({ start, end }) => text.slice(start, end).normalize("NFC"))).toEqual([
      "나룻배",
      "“비가 온다.”라고 했다.",
      "모두 웃었다.",
    ]);
  });

  it("must lie in the text and not overlap", () => {
    const blocks = [{ kind: "paragraph" as const, start: 0, end: 99 }];
    expect(() => segment({ text: "short", blocks }, { language: "en" })).toThrowError(
      expect.objectContaining({ code: "offsets-invalid" }),
    );
  });
});

describe("a document in several languages", () => {
  const text =
    "The poster had two lines, and one of them was in a language that the warden could read.\n\n“渡船中午开走了。没有人挥手。”\n\n배가 정오에 떠났다. 아무도 손을 흔들지 않았다.";

  it("has a language a block", () => {
    const { language, blocks } = segment(text, { language: "auto" });
    expect(language).toBe("en");
    expect(blocks.map((block) => block.language)).toEqual([undefined, "zh-Hans", "ko"]);
  });

  it("is segmented by the rules of each", () => {
    const { sentences } = segment(text, { language: "en" });
    expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual([
      "The poster had two lines, and one of them was in a language that the warden could read.",
      "“渡船中午开走了。",
      "没有人挥手。”",
      "배가 정오에 떠났다.",
      "아무도 손을 흔들지 않았다.",
    ]);
  });
});
