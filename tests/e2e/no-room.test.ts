import { chmodSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { mirrorOf } from "../../packages/translate/test/support/model-mirror.ts";
import { customer, expectClear, sentences, writeText } from "./translation.ts";

/** Runs the command where no file may be longer than so many blocks (512 bytes, or 1,024 in some shells). */
const limited = (blocks: number) => ["sh", "-c", `ulimit -f ${blocks}; exec "$@"`, "sh"] as const;
const canLimit = process.platform !== "win32";
/** Whoever is root may write anywhere. */
const isBound = canLimit && process.getuid?.() !== 0;

/** More than fits below the limit. */
const LINES = sentences(2000);
const TRANSLATE = ["translate", "news.txt", "--to", "ko", "--json"];
/** Requests that the engine has under way at most, times the texts of one. */
const MOST_IN_FLIGHT = 4 * 50;

describe.skipIf(!canLimit).concurrent("where a quota or a limit leaves no room", () => {
  it("for the library, the run ends with one sentence; with room again only the rest is sent", async () => {
    const one = await customer();
    writeText(one.home, "news.txt", LINES);
    expectClear(await one.run(TRANSLATE, { through: limited(600) }), "disk-full", 1);
    const before = one.sent().length;
    const finished = await one.run(TRANSLATE);
    expect(finished.exitCode, finished.stderr).toBe(0);
    const sent = one.sent().flat();
    expect(new Set(sent).size).toBe(LINES.length);
    expect(sent.length - LINES.length).toBeLessThanOrEqual(MOST_IN_FLIGHT);
    expect(one.sent(before).flat().length).toBeLessThan(LINES.length);
  });

  it("for a model, it is one sentence", async () => {
    const one = await customer({ mirror: mirrorOf({ from: "en", to: "ko", version: "1.0" }) });
    expectClear(await one.run(["models", "add", "en-ko", "--json"], { through: limited(4) }), "disk-full", 1);
  });

  it("for the translation, it is one sentence and nothing half stands there", async () => {
    const one = await customer();
    writeText(one.home, "news.txt", LINES);
    expect((await one.run(TRANSLATE)).exitCode).toBe(0);
    const argv = [...TRANSLATE, "-o", "news.json"];
    const before = one.sent().length;
    expectClear(await one.run(argv, { through: limited(20) }), "disk-full", 1);
    expect(readdirSync(one.home).filter((name) => name.includes("news"))).toEqual(["news.txt"]);
    expect((await one.run(argv)).exitCode).toBe(0);
    expect(one.sent(before)).toEqual([]);
  });
});

describe.skipIf(!isBound)("a folder of models that may not be written to", () => {
  it("is one sentence", async () => {
    const one = await customer({ mirror: mirrorOf({ from: "en", to: "ko", version: "1.0" }) });
    const cache = join(one.home, "cache");
    mkdirSync(cache);
    chmodSync(cache, 0o500);
    expectClear(await one.run(["models", "add", "en-ko", "--json"]), "output-failed", 6);
    chmodSync(cache, 0o700);
  });
});
