import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { startFaultsServer } from "../../../tests/faults/faults-server.ts";
import { emptyHome, runStele } from "./run-stele.ts";

describe("how many requests go out at a time", () => {
  it.each([
    [["--concurrency", "1"], true],
    [["--config", "one.json"], true],
    [[], false],
  ])("is what %j says", async (flags, isOne) => {
    const home = emptyHome();
    const account = { key: "key-of-a-test-account", used: 0, limit: 1_000_000 };
    const long = Array.from({ length: 400 }, (_, index) => `Sentence number ${index + 100} is about the weather.`);
    writeFileSync(join(home, "long.txt"), long.join(" "));
    writeFileSync(join(home, "one.json"), JSON.stringify({ concurrency: 1 }));
    const slow = await startFaultsServer({ account, latencyMs: 40 });
    const variables = { DEEPL_API_KEY: account.key, DEEPL_SERVER_URL: slow.url };
    const argv = ["translate", "long.txt", "--to", "ko", "--engine", "deepl", ...flags];
    expect((await runStele(argv, { home, variables })).exitCode).toBe(0);
    expect(slow.mostAtOnce() === 1).toBe(isOne);
    await slow.close();
  });

  it("is not found in a file that is not there", async () => {
    const outcome = await runStele(["translate", "long.txt", "--to", "ko", "-c", "none.json", "--json"]);
    expect([outcome.exitCode, JSON.parse(outcome.stderr).error.code]).toEqual([7, "config-invalid"]);
  });
});
