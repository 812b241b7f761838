import { readArticle } from "@stele/formats";
import { describe, expect, it } from "vitest";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Kind and text of each block. */
async function blocksOf(file: string, name: string): Promise<readonly (readonly [string, string])[]> {
  const { text, blocks } = await readArticle(utf8(file), { name });
  return blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)] as const);
}

describe("a saved page", () => {
  const paragraphs = Array.from({ length: 6 }, (_, index) => {
    return `<p>월요일 밤부터 내린 비로 강물이 크게 불었다. 시민 ${index}명은 <b>높은 곳</b>으로 피했다고 시가 밝혔다.</p>`;
  });
  const PAGE = `<!doctype html><html lang="ko-KR"><head><title>강물이 불었다 | 어느 신문</title>
    <meta property="article:published_time" content="2021-03-04T10:00:00Z"><script>alert(1)</script></head>
    <body><nav><a href="/">홈</a> <a href="/s">사회</a></nav><article><h1>강물이 불었다</h1>
    <p class="byline">김하나 기자</p><figure><img src="x" onerror="alert(1)"><figcaption>다리 앞의 시민들. (사진 제공)</figcaption></figure>
    ${paragraphs.join("\n")}<blockquote><p>집에 머물러 달라.</p></blockquote></article>
    <footer>저작권 어느 신문</footer></body></html>`;

  it("is its article: date, title, by-line, caption and text, without what is around it", async () => {
    const blocks = await blocksOf(PAGE, "page.html");
    expect(blocks.slice(0, 5)).toEqual([
      ["title", "강물이 불었다"],
      ["byline", "김하나 기자"],
      ["dateline", "2021-03-04"],
      ["caption", "다리 앞의 시민들. (사진 제공)"],
      ["paragraph", "월요일 밤부터 내린 비로 강물이 크게 불었다. 시민 0명은 높은 곳으로 피했다고 시가 밝혔다."],
    ]);
    expect(blocks.at(-1)).toEqual(["quote", "집에 머물러 달라."]);
    expect(JSON.stringify(blocks)).not.toMatch(/alert|홈|저작권/);
  });

  it("knows the date and the by-line by what the page shows, wherever they stand", async () => {
    const page = PAGE.replace('<p class="byline">김하나 기자</p>', "<time>2021.03.04 10:00</time><p>By Mara Finch</p>")
      .replace("<head>", '<head><meta name="author" content="By Mara Finch">')
      .replace(/<meta property[^>]*>/, "");
    expect((await blocksOf(page, "page.html")).slice(0, 3)).toEqual([
      ["title", "강물이 불었다"],
      ["dateline", "2021.03.04 10:00"],
      ["byline", "By Mara Finch"],
    ]);
  });

  it("in Chinese or Korean is told from what is around it though it is short", async () => {
    const page = `<!doctype html><html lang="zh-CN"><head><title>灯塔亮灯_港湾网</title></head><body>
      <div class="main"><h1>灯塔亮灯</h1><div class="info"><span>2029-03-02 10:11</span> <span>分享到：微信 微博</span></div>
      <div class="content"><p class="img_caption">3月2日，新灯塔亮灯。</p><p>　　港湾北防波堤上的新灯塔亮了，渔民们站在码头上鼓掌。</p>
      <p>　　海洋局2日傍晚6时举行亮灯仪式，这座灯塔高23米，灯光在20海里外也能看见。</p><p>　　“渔民可以放心回家了。”局长说。</p></div>
      <div class="related"><h3>相关阅读</h3><ul><li><a href="1">北港改造动工</a></li></ul></div>
      <div class="footer">版权所有 港湾网</div></div></body></html>`;
    expect(await blocksOf(page, "page.html")).toEqual([
      ["title", "灯塔亮灯"],
      ["dateline", "2029-03-02 10:11"],
      ["caption", "3月2日，新灯塔亮灯。"],
      ["paragraph", "港湾北防波堤上的新灯塔亮了，渔民们站在码头上鼓掌。"],
      ["paragraph", "海洋局2日傍晚6时举行亮灯仪式，这座灯塔高23米，灯光在20海里外也能看见。"],
      ["paragraph", "“渔民可以放心回家了。”局长说。"],
    ]);
  });

  describe("that marks its article", () => {
    const said = [
      "이틀 동안 끊겼던 북항 나룻배가 월요일 아침 다시 다니기 시작했다고 시가 밝혔다.",
      "첫 배에는 여든 명이 탔고, 선착장에는 그보다 많은 사람이 나와 손을 흔들었다.",
      "요금은 1,200원으로 폭풍이 오기 전과 같고, 밤배는 봄까지 쉰다.",
      "“병원에 갈 수 있게 됐으니 다행이죠. 이틀이 두 달 같았어요.” 섬 주민이 말했다.",
      "“밤에는요?”",
      "“봄에요.”",
      "시는 밤배를 다시 띄울 날을 다음 달에 정하기로 했다고 덧붙였다.",
    ];
    const pageOf = (body: string): string =>
      `<title>나룻배</title><body><nav><a href="/">홈</a></nav><article>${body}<div class="related"><p>다른 기사도 읽어 보세요.</p></div></article>`;

    it.each([
      [
        "line breaks inside of paragraphs",
        `<p>${said.slice(0, 2).join("<br><br>")}</p><p>${said.slice(2, 4).join("<br><br>")}</p><p>${said.slice(4).join("<br><br>")}</p>`,
      ],
      [
        "a longer paragraph apart",
        `<div><p>${said[0]}</p><p>${said[1]}</p></div><div class="ad">지금 사세요!</div><div>${said
          .slice(2)
          .map((line) => `<p>${line}</p>`)
          .join("")}</div>`,
      ],
      [
        "short lines after a long quotation",
        `<p>${said[0]}</p><blockquote>${said
          .slice(1, 4)
          .map((line) => `<p>${line}</p>`)
          .join("")}</blockquote>${said
          .slice(4)
          .map((line) => `<p>${line}</p>`)
          .join("")}`,
      ],
    ])("loses none of its sentences to %s", async (_name, body) => {
      const texts = (await blocksOf(pageOf(body), "page.html"))
        .flatMap(([, text]) => text.split("\n"))
        .filter((line) => line !== "");
      expect(texts).toEqual(["나룻배", ...said]);
    });
  });

  it("with more than its article in its main part stays the article", async () => {
    const body = PAGE.replace("<article>", "<main><div>").replace(
      "</article>",
      '</div><div class="cards"><div>배가 늦었다고 한다.</div><div>등대가 꺼졌다고 한다.</div></div></main>',
    );
    expect((await blocksOf(body, "page.html")).at(-1)).toEqual(["quote", "집에 머물러 달라."]);
  });

  it.each([
    ["渡船復航 | 港灣新聞", "渡船復航"],
    ["渡船今天复航_社会_港湾网", "渡船今天复航"],
    ["나룻배가 돌아왔다 - 오린신문", "나룻배가 돌아왔다"],
    ["나룻배 - 섬으로 가는 길", "나룻배 - 섬으로 가는 길"],
    ["봄 - 오린신문", "봄 - 오린신문"],
    ["The ferry_is_back", "The ferry_is_back"],
  ])("without a heading is called what its own title says less the site's name: %s", async (title, shown) => {
    const page = PAGE.replace("강물이 불었다 | 어느 신문", title).replace("<h1>강물이 불었다</h1>", "");
    expect((await readArticle(utf8(page), { name: "page.html" })).title).toBe(shown);
  });

  it("says its title and its language", async () => {
    const { title, language } = await readArticle(utf8(PAGE), { name: "page.html" });
    expect([title, language]).toEqual(["강물이 불었다", "ko"]);
  });

  it("is read in the encoding that it declares", async () => {
    const page = Buffer.from(
      "<html><head><meta charset='windows-1252'></head><body><p>Café, 5 £.</p></body>",
      "latin1",
    );
    expect((await readArticle(page, { name: "a.html" })).text).toBe("Café, 5 £.");
  });

  it("without an article is taken whole", async () => {
    expect(await blocksOf("<p>Rain fell.</p><p>Snow<br>fell.</p>", "a.htm")).toEqual([
      ["paragraph", "Rain fell."],
      ["paragraph", "Snow\nfell."],
    ]);
  });
});
