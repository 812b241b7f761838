import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type FaultsServer, startFaultsServer } from "../../../tests/faults/faults-server.ts";
import { emptyHome, type Outcome, runStele } from "./run-stele.ts";

const KEY = "key-of-a-test-account";
const ARTICLE = readFileSync(
  fileURLToPath(new URL("../../../samples/night-train/night-train.en.txt", import.meta.url)),
  "utf8",
);

let server: FaultsServer;
let home: string;

beforeEach(async () => {
  server = await startFaultsServer({ account: { key: KEY } });
  home = emptyHome();
  writeFileSync(join(home, "news.txt"), ARTICLE);
});
afterEach(() => server.close());

const stele = (...argv: string[]): Promise<Outcome> => steleReading(argv);
const steleReading = (argv: readonly string[], stdin = ""): Promise<Outcome> =>
  runStele(argv, {
    home,
    stdin,
    variables: { DEEPL_API_KEY: KEY, DEEPL_SERVER_URL: server.url, STELE_ENGINE: "deepl" },
  });
const codeOf = ({ stderr }: Outcome): string => JSON.parse(stderr).error.code;

describe("where translations go", () => {
  it("writes several languages beside the input, or into a folder", async () => {
    expect((await stele("translate", "news.txt", "--to", "ko,zh")).exitCode).toBe(0);
    expect(readdirSync(home).filter((name) => name.startsWith("news."))).toEqual([
      "news.ko.txt",
      "news.txt",
      "news.zh-Hans.txt",
    ]);
    await stele("translate", "news.txt", "--to", "ko,zh-Hant", "-o", "out/both");
    expect(readdirSync(join(home, "out/both")).sort()).toEqual(["news.ko.txt", "news.zh-Hant.txt"]);
    expect(readFileSync(join(home, "news.ko.txt"), "utf8")).toMatch(/\p{Script=Hangul}/u);
    await stele("translate", "news.txt", "--to", "zh", "-o", "out/both");
    expect(readdirSync(join(home, "out/both"))).toContain("news.zh-Hans.txt");
  });

  it("does not pay for what it may not write", async () => {
    writeFileSync(join(home, "news.ko.txt"), "mine");
    const refused = await stele("translate", "news.txt", "--to", "ko", "-o", "news.ko.txt");
    expect([refused.exitCode, server.log.length, readFileSync(join(home, "news.ko.txt"), "utf8")]).toEqual([
      6,
      0,
      "mine",
    ]);
    expect((await stele("translate", "news.txt", "--to", "ko", "-o", "news.ko.txt", "--force")).exitCode).toBe(0);
  });

  it("gives any number of languages as files, and needs a folder for several of standard input", async () => {
    const argv = ["translate", "-", "--to", "ko,zh,zh-Hant"];
    const refused = await steleReading(argv, ARTICLE);
    expect([refused.exitCode, refused.stderr]).toEqual([6, expect.stringContaining("-o FOLDER")]);
    expect((await steleReading([...argv, "-o", "out"], ARTICLE)).exitCode).toBe(0);
    expect(readdirSync(join(home, "out"))).toHaveLength(3);
    const rows = await steleReading(["translate", "-", "--to", "ko,zh", "--json"], ARTICLE);
    expect(JSON.parse(rows.stdout).sides).toHaveLength(3);
  });

  it("writes rows of several languages into one file, and does not pay for what it may not write", async () => {
    const argv = ["translate", "news.txt", "--to", "ko,zh", "--format", "json"];
    writeFileSync(join(home, "rows.json"), "mine");
    mkdirSync(join(home, "folder"));
    writeFileSync(join(home, "folder/news.json"), "mine");
    for (const output of ["rows.json", "folder"]) {
      const refused = await stele(...argv, "-o", output);
      expect([refused.exitCode, codeOf(refused), server.log.length]).toEqual([6, "output-exists", 0]);
    }
    // Nothing is written under these names, so that they need not be free.
    writeFileSync(join(home, "news.ko.txt"), "mine");
    for (const output of ["rows.json", "folder"])
      expect((await stele(...argv, "-o", output, "--force")).exitCode).toBe(0);
    for (const file of ["rows.json", "folder/news.json"])
      expect(JSON.parse(readFileSync(join(home, file), "utf8")).sides).toHaveLength(3);
    expect((await stele(...argv)).exitCode).toBe(0);
  });
});
