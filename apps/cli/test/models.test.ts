import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FaultsServer, startFaultsServer } from "../../../tests/faults/faults-server.ts";
import { emptyHome, type Outcome, runStele } from "./run-stele.ts";

let server: FaultsServer;
const account = { key: "key-of-a-test-account" };
beforeAll(async () => {
  server = await startFaultsServer({ account });
});
afterAll(() => server.close());

const stele = (argv: readonly string[], home = emptyHome()): Promise<Outcome> =>
  runStele(argv, { home, variables: { STELE_MODELS_URL: server.url, DEEPL_SERVER_URL: server.url } });

describe("stele models", () => {
  it("says that none is installed and how to add one", async () => {
    expect((await stele(["models", "list"])).stderr).toContain("stele models add en-ko");
    expect(JSON.parse((await stele(["models", "list", "--json"])).stdout)).toEqual({ models: [] });
    expect((await stele(["models", "verify"])).stderr).toContain("stele models add en-ko");
  });

  it.each([
    ["what is no pair", ["models", "add", "english"], 6],
    ["a language nobody knows", ["models", "add", "en-xx-ko"], 6],
    ["to remove what is not there", ["models", "remove", "en-ko"], 6],
    ["to verify what is not there", ["models", "verify", "ko-en"], 7],
    ["to ask the network when told not to", ["models", "add", "en-ko", "--offline"], 5],
    ["a mirror that has no models", ["models", "add", "en-ko"], 7],
  ])("refuses %s", async (_, argv, exitCode) => {
    const outcome = await stele(argv as string[]);
    expect([outcome.exitCode, outcome.stdout, outcome.stderr.split("\n").length]).toEqual([exitCode, "", 3]);
  });

  it("asks nothing of the network offline", async () => {
    const before = server.log.length;
    await stele(["models", "list", "--available", "--offline"]);
    expect(server.log.length).toBe(before);
  });
});

describe("stele glossary", () => {
  it("lists and deletes what the account holds", async () => {
    Object.assign(account, {
      glossaries: [
        { id: "g-1", name: "stele:en-ko:abc", source: "en", target: "ko", entries: "night train\t야간열차" },
      ],
    });
    const home = emptyHome();
    await runStele(["auth", "set-key", "deepl", "--from-stdin"], { home, stdin: account.key });
    expect((await stele(["glossary", "list"], home)).stdout).toContain("g-1");
    expect((await stele(["glossary", "remove", "g-1"], home)).exitCode).toBe(0);
    expect((await stele(["glossary", "list"], home)).stderr).toContain("no glossary");
  });
});
