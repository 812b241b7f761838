import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openLibrary } from "@stele/library";
import { describe, expect, it } from "vitest";
import { ESTIMATED, expectEstimateHolds } from "./estimate.ts";
import { errorOf } from "./stele.ts";
import { type Customer, customer, sentences, TEXTS_PER_REQUEST, writeText } from "./translation.ts";

/** DeepL's documented limit of a request, URL-encoded. */
const BYTES_PER_REQUEST = 128 * 1024;

/** How many revisions each bitext of the customer's library has, and the units of all memories. */
function keptBy({ home }: Customer) {
  const library = openLibrary({ file: join(home, "data/stele/library.sqlite"), readOnly: true });
  try {
    const bitexts = library.texts().flatMap((text) => text.bitexts);
    const units = [...library.memory.units()].length;
    return { revisions: bitexts.map((id) => library.history(id).length), units };
  } finally {
    library.close();
  }
}

describe.concurrent("what is sent", () => {
  it("goes in few requests, and never twice; --fresh asks anew", async () => {
    const one = await customer();
    const lines = sentences(130);
    writeText(one.home, "long.txt", lines);
    const argv = ["translate", "long.txt", "--to", "ko"];
    const first = await one.run(argv);
    expect(first.exitCode, first.stderr).toBe(0);
    const requests = one.sent();
    expect(requests.length).toBeLessThanOrEqual(Math.ceil(lines.length / TEXTS_PER_REQUEST) + 2);
    expect(Math.max(...requests.map((texts) => texts.length))).toBe(TEXTS_PER_REQUEST);
    const second = await one.run(argv);
    expect([second.exitCode, second.stdout, one.sent(requests.length)]).toEqual([0, first.stdout, []]);
    expect(keptBy(one)).toEqual({ revisions: [1], units: lines.length });
    expect((await one.run([...argv, "--fresh"])).exitCode).toBe(0);
    expect(one.sent(requests.length).flat()).toHaveLength(lines.length);
    expect(keptBy(one)).toEqual({ revisions: [1], units: lines.length });
  });

  it("is never too large for a request, though a Chinese character takes nine bytes in it", async () => {
    const one = await customer();
    const lines = Array.from({ length: 12 }, (_, index) => `第${index + 100}天，${"天气和昨天不一样，".repeat(160)}。`);
    writeText(one.home, "long.txt", lines);
    expect((await one.run(["translate", "long.txt", "--to", "en", "--from", "zh"])).exitCode).toBe(0);
    const requests = one.server.translations();
    expect(Math.max(...requests.map(({ bytes }) => bytes))).toBeGreaterThan(BYTES_PER_REQUEST / 2);
    expect(Math.max(...requests.map(({ bytes }) => bytes))).toBeLessThanOrEqual(BYTES_PER_REQUEST);
  });

  it("is, of a changed article, the changed sentence alone", async () => {
    const one = await customer();
    const lines = sentences(60);
    writeText(one.home, "news.txt", lines);
    await one.run(["translate", "news.txt", "--to", "ko"]);
    const before = one.sent().length;
    writeText(one.home, "news.txt", lines.with(30, "Another report, 130, takes its place."));
    expect((await one.run(["translate", "news.txt", "--to", "ko"])).exitCode).toBe(0);
    expect(one.sent(before)).toEqual([["Another report, 130, takes its place."]]);
  });

  it("is nothing with --dry-run, nothing above a cap, and everything with --yes", async () => {
    const one = await customer();
    writeText(one.home, "news.txt", sentences(60));
    const dry = await one.run(["translate", "news.txt", "--to", "ko,zh", "--dry-run", "--json"]);
    expect(JSON.parse(dry.stdout)).toMatchObject({ texts: 120, requests: 4 });
    for (const flags of [["--max-chars", "100"], ["--max-cost", "0.0001"], []]) {
      const settings = { maxChars: 200, "deepl.price": 25, currency: "EUR" };
      mkdirSync(join(one.home, "config/stele"), { recursive: true });
      writeFileSync(join(one.home, "config/stele/config.json"), JSON.stringify(settings));
      const capped = await one.run(["translate", "news.txt", "--to", "ko", "--json", ...flags]);
      expect([capped.exitCode, errorOf(capped).error.code, capped.stdout]).toEqual([4, "budget-reached", ""]);
    }
    expect([one.sent(), existsSync(join(one.home, "news.ko.txt"))]).toEqual([[], false]);
    expect((await one.run(["translate", "news.txt", "--to", "ko", "--yes"])).exitCode).toBe(0);
    expect(one.sent().flat()).toHaveLength(60);
  });

  it.each(ESTIMATED.often)("is what the estimate said, texts, characters and requests: %s", (flags) =>
    expectEstimateHolds(flags),
  );

  it("is nothing where a cap of money has no price to go by, or is one character too low", async () => {
    const one = await customer();
    const lines = sentences(3);
    writeText(one.home, "news.txt", lines);
    const argv = ["translate", "news.txt", "--to", "ko", "--json"];
    const priceless = await one.run([...argv, "--max-cost", "5"]);
    expect([priceless.exitCode, errorOf(priceless).error.code]).toEqual([7, "config-invalid"]);
    const low = await one.run([...argv, "--max-chars", String([...lines.join("")].length - 1)]);
    expect([low.exitCode, errorOf(low).error.code]).toEqual([4, "budget-reached"]);
    expect(one.sent()).toEqual([]);
  });

  it("counts against one cap for all languages together", async () => {
    const one = await customer();
    const lines = sentences(40);
    writeText(one.home, "news.txt", lines);
    const cap = String(Math.floor([...lines.join("")].length * 1.5));
    const both = await one.run(["translate", "news.txt", "--to", "ko,zh", "--max-chars", cap, "--json"]);
    expect([both.exitCode, errorOf(both).error.code, one.sent()]).toEqual([4, "budget-reached", []]);
    expect((await one.run(["translate", "news.txt", "--to", "ko", "--max-chars", cap])).exitCode).toBe(0);
  });

  it("is what the quota allows, and then the rest", async () => {
    const one = await customer();
    const lines = sentences(130);
    writeText(one.home, "long.txt", lines);
    one.account.limit = [...lines.slice(0, 60).join("")].length;
    const stopped = await one.run(["translate", "long.txt", "--to", "ko", "--json", "--yes"]);
    expect([stopped.exitCode, errorOf(stopped).error.code]).toEqual([4, "quota-reached"]);
    expect(one.account.used).toBeGreaterThan(0);
    one.account.limit = 1_000_000;
    expect((await one.run(["translate", "long.txt", "--to", "ko"])).exitCode).toBe(0);
    // A refused request is not charged: what was used in the end is the text, once.
    expect(one.account.used).toBe([...lines.join("")].length);
  });

  it("stops at once when the key is revoked in the middle", async () => {
    const one = await customer();
    writeText(one.home, "long.txt", sentences(400));
    one.plan(({ number }) => {
      if (number === 3) one.account.key = "a new one";
      return undefined;
    });
    const stopped = await one.run(["translate", "long.txt", "--to", "ko", "--json"]);
    expect([stopped.exitCode, errorOf(stopped).error.code]).toEqual([2, "auth-rejected"]);
    expect(one.sent().length).toBeLessThan(8);
    const paid = one.account.used;
    await one.run(["translate", "long.txt", "--to", "ko"], { variables: { DEEPL_API_KEY: "a-new-one" } });
    expect(one.account.used).toBe(paid);
  });
});

describe.concurrent("where it goes", () => {
  it("a file a language into a folder, whole, and never over what Stele did not write", async () => {
    const one = await customer();
    writeText(one.home, "news.txt", sentences(5));
    const argv = ["translate", "news.txt", "--to", "ko,zh-Hant", "-o", "out"];
    expect((await one.run(argv)).exitCode).toBe(0);
    const out = join(one.home, "out");
    expect(readdirSync(out).toSorted()).toEqual(["news.ko.txt", "news.zh-Hant.txt"]);
    expect((await one.run(argv)).exitCode).toBe(0);

    writeFileSync(join(out, "news.ko.txt"), "my own notes");
    const sent = one.sent().length;
    // In words: with --json both languages would go into one file of rows.
    const refused = await one.run([...argv, "--fresh"]);
    expect([refused.exitCode, refused.stderr]).toEqual([6, expect.stringMatching(/^Error: .*news\.ko\.txt/u)]);
    expect([one.sent().length, readFileSync(join(out, "news.ko.txt"), "utf8")]).toEqual([sent, "my own notes"]);
    expect((await one.run([...argv, "--force"])).exitCode).toBe(0);
    expect(readFileSync(join(out, "news.ko.txt"), "utf8")).toMatch(/\p{Script=Hangul}/u);
    expect(readdirSync(out)).toHaveLength(2);
  });

  it("a disk without room for it is one sentence, and the paid answers are kept", async () => {
    const one = await customer();
    writeText(one.home, "news.txt", sentences(5));
    const full = await one.run(["translate", "news.txt", "--to", "ko", "-o", "/dev/full", "--json"]);
    expect([full.exitCode, errorOf(full).error.code]).toEqual([1, "disk-full"]);
    const sent = one.sent().length;
    expect((await one.run(["translate", "news.txt", "--to", "ko"])).exitCode).toBe(0);
    expect(one.sent().length).toBe(sent);
  });
});
