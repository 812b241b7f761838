import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { always, CHANGES, from, only } from "../../../tests/faults/fault.ts";
import { type FaultsServer, startFaultsServer } from "../../../tests/faults/faults-server.ts";
import { emptyHome, type Outcome, runStele } from "./run-stele.ts";

const KEY = "key-of-a-test-account";
const ARTICLE = readFileSync(
  fileURLToPath(new URL("../../../samples/night-train/night-train.en.txt", import.meta.url)),
  "utf8",
);

let server: FaultsServer;
let home: string;
const account = { key: KEY, used: 0, limit: 1_000_000 };

beforeEach(async () => {
  Object.assign(account, { used: 0, limit: 1_000_000 });
  server = await startFaultsServer({ account });
  home = emptyHome();
  writeFileSync(join(home, "news.txt"), ARTICLE);
});
afterEach(() => server.close());

const stele = (...argv: string[]): Promise<Outcome> =>
  runStele(argv, { home, variables: { DEEPL_API_KEY: KEY, DEEPL_SERVER_URL: server.url, STELE_ENGINE: "deepl" } });
const codeOf = ({ stderr }: Outcome): string => JSON.parse(stderr).error.code;

describe("stele translate", () => {
  it("gives one translation on standard output and says what it sent", async () => {
    const { exitCode, stdout, stderr } = await stele("translate", "news.txt", "--to", "ko");
    expect([exitCode, /\p{Script=Hangul}/u.test(stdout)]).toEqual([0, true]);
    expect(stderr).toMatch(/To send to DeepL: \d+ characters; requests: \d+/);
    expect(stderr).toMatch(/Korean: \d+ kept/);
  });

  it("sends nothing the second time, and gives the same", async () => {
    const first = await stele("translate", "news.txt", "--to", "ko");
    const sent = server.log.length;
    const second = await stele("translate", "news.txt", "--to", "ko");
    expect([second.stdout, server.log.length]).toEqual([first.stdout, sent]);
    expect(second.stderr).toContain("Nothing was sent.");
    await stele("translate", "news.txt", "--to", "ko", "--fresh");
    expect(server.log.length).toBeGreaterThan(sent);
  });

  it("keeps rows in the library and gives them as JSON with their provenance", async () => {
    const { stdout } = await stele("translate", "news.txt", "--to", "ko,zh", "--format", "json");
    const { format, sides, pairs } = JSON.parse(stdout);
    expect([format, sides.length, pairs.length]).toEqual(["stele-polytext", 3, 3]);
    expect(sides[1].provenance).toMatchObject({ standing: "machine", origin: { kind: "engine", engine: "deepl" } });
    expect(pairs[0].report.counts.kept).toBeGreaterThan(10);
    expect(existsSync(join(home, "news.ko.txt"))).toBe(false);
    const shown = JSON.parse((await stele("library", "show", "1", "--format", "json")).stdout);
    expect(shown.rows).toEqual(JSON.parse(stdout).rows);
  });

  it.each([
    ["without a language", ["translate", "news.txt"], 6, "usage"],
    ["into its own language", ["translate", "news.txt", "--to", "en"], 6, "language-same"],
    ["into a language twice", ["translate", "news.txt", "--to", "zh,zh-CN"], 6, "language-same"],
    ["into an unknown language", ["translate", "news.txt", "--to", "de"], 6, "language-unknown"],
    ["with an unknown engine", ["translate", "news.txt", "--to", "ko", "--engine", "oracle"], 7, "engine-unknown"],
    ["into more languages than rows hold", ["translate", "news.txt", "--to", "ko,zh,zh-Hant"], 6, "usage"],
    ["for reading, into as many", ["read", "news.txt", "--to", "ko,zh,zh-Hant"], 6, "usage"],
  ] as const)("refuses to translate %s", async (...[, argv, exitCode, code]) => {
    const outcome = await runStele([...argv, "--json"], { home, stdin: ARTICLE, variables: { STELE_ENGINE: "deepl" } });
    expect([outcome.exitCode, codeOf(outcome), server.log.length]).toEqual([exitCode, code, 0]);
  });

  it("never takes a paid engine that nobody named", async () => {
    const variables = { DEEPL_API_KEY: KEY, DEEPL_SERVER_URL: server.url };
    const outcome = await runStele(["translate", "news.txt", "--to", "ko", "--json"], { home, variables });
    expect([outcome.exitCode, codeOf(outcome), server.log.length]).toEqual([7, "engine-not-ready", 0]);
  });
});

describe("the price", () => {
  it("is said by --dry-run, which sends no text", async () => {
    await stele("config", "set", "deepl.price", "20");
    const { stdout } = await stele("translate", "news.txt", "--to", "ko,zh", "--dry-run");
    expect(stdout).toMatch(/To send to DeepL: \d+ characters.+ about 0\.\d\d EUR.+ 1000000 characters left/);
    expect(server.translations()).toEqual([]);
  });

  it("is said without a network too, but for the quota", async () => {
    const variables = { DEEPL_API_KEY: KEY, DEEPL_SERVER_URL: "http://127.0.0.1:9", STELE_ENGINE: "deepl" };
    const argv = ["translate", "news.txt", "--to", "ko", "--dry-run"];
    const said = await runStele(argv, { home, variables });
    expect([said.exitCode, said.stdout]).toEqual([
      0,
      expect.stringMatching(/To send to DeepL: \d+ characters.+ could not be asked for its quota/),
    ]);
    const { characters, quotaUnknown } = JSON.parse((await runStele([...argv, "--json"], { home, variables })).stdout);
    expect([characters > 0, quotaUnknown.code]).toEqual([true, "network"]);
    const sent = await runStele(["translate", "news.txt", "--to", "ko", "--json"], { home, variables });
    expect([sent.exitCode, codeOf(sent)]).toEqual([5, "network"]);
  });

  it("is what is sent then, but for second tries of bad pieces", async () => {
    writeFileSync(join(home, "calm.txt"), "The harbour was closed in the morning. It opened again after the storm.");
    const foreseen = await stele("translate", "calm.txt", "--to", "ko,zh", "--dry-run", "--json");
    await stele("translate", "calm.txt", "--to", "ko,zh");
    const sent = server.translations().flatMap(({ texts }) => texts);
    expect(JSON.parse(foreseen.stdout)).toMatchObject({ texts: sent.length, characters: account.used, requests: 2 });
  });

  it.each([
    ["--max-chars", "100"],
    ["--max-cost", "0.0001"],
  ])("stops before anything is sent where it is above %s", async (flag, value) => {
    await stele("config", "set", "deepl.price", "20");
    const outcome = await stele("translate", "news.txt", "--to", "ko", flag, value, "--json");
    expect([outcome.exitCode, codeOf(outcome), server.translations()]).toEqual([4, "budget-reached", []]);
  });

  it("is capped unless somebody agrees", async () => {
    await stele("config", "set", "maxChars", "100");
    expect((await stele("translate", "news.txt", "--to", "ko")).exitCode).toBe(4);
    expect(server.translations()).toEqual([]);
    expect((await stele("translate", "news.txt", "--to", "ko", "--yes")).exitCode).toBe(0);
  });

  it("is weighed against the quota", async () => {
    account.limit = 200;
    const outcome = await stele("translate", "news.txt", "--to", "ko", "--json");
    expect([outcome.exitCode, codeOf(outcome), server.translations()]).toEqual([4, "quota-reached", []]);
  });
});

describe("what goes wrong on the way", () => {
  it.each([
    ["the key is refused", always({ kind: "status", status: 403 }), 2, "auth-rejected"],
    ["the quota is reached", always({ kind: "status", status: 456 }), 4, "quota-reached"],
    ["the answer is a web page", always({ kind: "body", body: "<html>", type: "text/html" }), 5, "service-malformed"],
  ] as const)("%s: one sentence, the right exit code, no key", async (...[, fault, exitCode, code]) => {
    server.plan(fault);
    const outcome = await stele("translate", "news.txt", "--to", "ko", "--json");
    expect([outcome.exitCode, codeOf(outcome)]).toEqual([exitCode, code]);
    expect(outcome.stderr + outcome.stdout).not.toContain(KEY);
  });

  it("asks again for the quota where the first question was lost", async () => {
    server.plan(only(1, { kind: "reset", at: "start" }));
    expect((await stele("translate", "news.txt", "--to", "ko")).exitCode).toBe(0);
  });

  it("goes on where it was stopped and pays nothing twice", async () => {
    const long = Array.from({ length: 130 }, (_, index) => `Sentence number ${index + 100} is about the weather.`);
    writeFileSync(join(home, "long.txt"), long.join(" "));
    server.plan(from(4, { kind: "status", status: 456 }));
    const stopped = await stele("translate", "long.txt", "--to", "ko");
    expect(stopped.exitCode).toBe(4);
    const answered = new Set(
      server
        .translations()
        .slice(0, 2)
        .flatMap(({ texts }) => texts),
    );
    server.plan(undefined);
    const before = server.translations().length;
    expect((await stele("translate", "long.txt", "--to", "ko")).exitCode).toBe(0);
    const again = server
      .translations()
      .slice(before)
      .flatMap(({ texts }) => texts);
    expect(again.filter((text) => answered.has(text))).toEqual([]);
    const { runs } = JSON.parse((await stele("runs", "--json")).stdout);
    expect(runs.map(({ state }: { state: string }) => state)).toEqual(["finished", "failed"]);
  });

  it("waits after Ctrl-C for what is in flight and keeps it", async () => {
    const slow = await startFaultsServer({ account, latencyMs: 200 });
    const long = Array.from({ length: 400 }, (_, index) => `Sentence number ${index + 100} is about the weather.`);
    writeFileSync(join(home, "long.txt"), long.join(" "));
    const stop = new AbortController();
    const variables = { DEEPL_API_KEY: KEY, DEEPL_SERVER_URL: slow.url };
    const argv = ["translate", "long.txt", "--to", "ko", "--engine", "deepl"];
    const watch = setInterval(() => slow.translations().length > 0 && stop.abort(), 10);
    const stopped = await runStele(argv, { home, variables, signal: stop.signal });
    clearInterval(watch);
    const kept = new Set(slow.translations().flatMap(({ texts }) => texts));
    expect([stopped.exitCode, kept.size > 0 && kept.size < 400]).toEqual([130, true]);
    const before = slow.translations().length;
    expect((await runStele(argv, { home, variables })).exitCode).toBe(0);
    const again = slow
      .translations()
      .slice(before)
      .flatMap(({ texts }) => texts);
    expect(again.filter((text) => kept.has(text))).toEqual([]);
    expect(JSON.parse((await stele("runs", "--json")).stdout).runs[1]).toMatchObject({
      state: "cancelled",
      inFlight: 0,
    });
    await slow.close();
  });

  it("exits with 12 where a piece stays empty and, when strict, with 8 where one is suspicious", async () => {
    writeFileSync(join(home, "two.txt"), "The harbour was closed on Monday. It opened again on Tuesday.");
    server.plan(always({ kind: "answers", change: CHANGES.empty }));
    const empty = await stele("translate", "two.txt", "--to", "ko");
    expect([empty.exitCode, empty.stderr.includes("2 empty")]).toEqual([12, true]);
    server.plan(always({ kind: "answers", change: CHANGES.sourceReturned }));
    expect((await stele("translate", "two.txt", "--to", "zh")).exitCode).toBe(0);
    const strict = await stele("translate", "two.txt", "--to", "zh", "--strict");
    expect([strict.exitCode, strict.stderr.includes("the source was copied")]).toEqual([8, true]);
  });

  it("keeps every answer when the disk has no room for the result", async () => {
    const { exitCode } = await stele("translate", "news.txt", "--to", "ko", "-o", "/dev/full");
    expect(exitCode).toBe(1);
    const sent = server.translations().length;
    expect((await stele("translate", "news.txt", "--to", "ko")).exitCode).toBe(0);
    expect(server.translations().length).toBe(sent);
  });

  it("leaves the key in no file and no output", async () => {
    server.plan(only(3, { kind: "status", status: 503 }));
    const outcome = await stele("translate", "news.txt", "--to", "ko", "-v");
    expect(outcome.stderr + outcome.stdout).not.toContain(KEY);
    const files = readdirSync(home, { recursive: true, encoding: "utf8" }).map((name) => join(home, name));
    for (const file of files) if (statSync(file).isFile()) expect(readFileSync(file, "latin1")).not.toContain(KEY);
  });
});

describe("a language model on this computer", () => {
  it("is free: it is taken unasked once its model is named, and no price is said", async () => {
    const variables = { OPENAI_BASE_URL: `${server.url}/v1` };
    await runStele(["config", "set", "openai.model", "small"], { home });
    const outcome = await runStele(["translate", "news.txt", "--to", "ko"], { home, variables });
    expect([outcome.exitCode, /\p{Script=Hangul}/u.test(outcome.stdout)]).toEqual([0, true]);
    expect(outcome.stderr).not.toContain("To send");
    const demo = await runStele(["demo", "--once", "--sample", "seed-bank"], { home, variables });
    expect([demo.exitCode, demo.stderr.includes("Translated on this computer")]).toEqual([0, true]);
  });

  it("may be used even where all text must stay here", async () => {
    const variables = { OPENAI_BASE_URL: `${server.url}/v1` };
    await runStele(["config", "set", "openai.model", "small"], { home });
    await runStele(["config", "set", "localOnly", "true"], { home });
    expect((await runStele(["translate", "news.txt", "--to", "zh"], { home, variables })).exitCode).toBe(0);
    const argv = ["translate", "news.txt", "--to", "ko", "--engine", "deepl", "--json"];
    const refused = await runStele(argv, { home, variables: { DEEPL_API_KEY: KEY } });
    expect([refused.exitCode, codeOf(refused)]).toEqual([7, "engine-refused-by-policy"]);
  });
});

describe("register and region", () => {
  it("reach the service as it wants them", async () => {
    writeFileSync(join(home, "ko.txt"), "항구는 월요일에 닫혔다.");
    await stele("translate", "ko.txt", "--to", "en-GB", "--instruction", "Write plainly.");
    const fields = server.translations()[0]?.fields;
    expect([fields?.target_lang, fields?.custom_instructions]).toEqual([["en-GB"], ["Write plainly."]]);
  });
});

describe("a glossary", () => {
  it("goes along, and a wrong line is named", async () => {
    writeFileSync(join(home, "terms.csv"), 'source,target\nnight train,야간열차\n"Lowenna",로웨나\n');
    const { exitCode } = await stele("translate", "news.txt", "--to", "ko", "--glossary", "terms.csv");
    expect(exitCode).toBe(0);
    expect(server.log.some(({ path }) => path.startsWith("/v3/glossaries"))).toBe(true);
    writeFileSync(join(home, "broken.csv"), "night train,야간열차\nalone\n");
    const broken = await stele("translate", "news.txt", "--to", "ko", "--glossary", "broken.csv");
    expect([broken.exitCode, broken.stderr.includes("Line 2 of broken.csv")]).toEqual([6, true]);
  });
});
