import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openLibrary } from "@stele/core/node";
import { describe, expect, it } from "vitest";
import { sqlDriver } from "../../../packages/library/src/sqlite/driver.ts";
import { emptyHome, type RunSettings, runStele } from "./run-stele.ts";

const sample = (name: string, tag: string): string =>
  fileURLToPath(new URL(`../../../samples/${name}/${name}.${tag}.txt`, import.meta.url));
const night = ["en", "ko", "zh"].map((tag) => sample("night-train", tag));
const dataDir = (home: string): string => join(home, ".local/share/stele");
const libraryFile = (home: string): string => join(dataDir(home), "library.sqlite");

describe("stele demo", () => {
  it("prints the sample in three languages and says who translated it", async () => {
    const { exitCode, stdout, stderr } = await runStele(["demo", "--once"]);
    expect([exitCode, stderr]).toEqual([0, expect.stringContaining("made by people")]);
    expect(stdout).toMatch(/English +Korean +Chinese/);
    expect(stdout).toContain("Tern Bridge");
  });

  it("keeps the article, once however often it runs", async () => {
    const home = emptyHome();
    expect((await runStele(["demo"], { home })).stderr).toContain("npx stele serve");
    await runStele(["demo"], { home });
    const { texts } = JSON.parse((await runStele(["library", "list", "--json"], { home })).stdout);
    expect(texts).toHaveLength(1);
    expect(texts[0]).toMatchObject({ languages: ["en", "ko", "zh-Hans"] });
    expect(texts[0].bitexts).toHaveLength(3);
  });
});

describe("stele read", () => {
  it("finds the languages of one's own texts, aligns and keeps them", async () => {
    const home = emptyHome();
    const { exitCode, stdout } = await runStele(["read", ...night], { home });
    expect([exitCode, stdout.includes("862")]).toEqual([0, true]);
    const shown = await runStele(["library", "show", "1", "--to", "zh", "--format", "json"], { home });
    const { sides, format } = JSON.parse(shown.stdout);
    expect(format).toBe("stele-polytext");
    expect(sides.map(({ language }: { language: string }) => language)).toEqual(["en", "zh-Hans"]);
  });

  it("says the title and the id that the list shows", async () => {
    const home = emptyHome();
    const { stderr } = await runStele(["read", ...night], { home });
    const { texts } = JSON.parse((await runStele(["library", "list", "--json"], { home })).stdout);
    expect(stderr).toContain(`Kept in the library as ${texts[0].title} (${texts[0].id.slice(0, 8)}).`);
  });

  it("does not undo what a person corrected when the same texts are read again", async () => {
    const home = emptyHome();
    await runStele(["read", ...night], { home });
    const library = openLibrary({ file: libraryFile(home) });
    const [bitext] = library.bitextsOf(library.texts()[0]?.id ?? ("" as never));
    if (bitext === undefined) throw new Error("nothing was kept");
    const beads = bitext.beads.map((bead, index) => (index === 0 ? { ...bead, score: null, fixed: true } : bead));
    library.saveBitext({ ...bitext, beads }, { seen: bitext.revision, author: "Yuna" });
    library.close();
    expect((await runStele(["read", ...night], { home })).stderr).toContain("Corrections");
    const { pairs } = JSON.parse((await runStele(["library", "show", "1", "--format", "json"], { home })).stdout);
    expect(pairs.map(({ author }: { author: string }) => author)).toContain("Yuna");
  });

  it("keeps a text that has no translation", async () => {
    const home = emptyHome();
    const { exitCode, stdout } = await runStele(["read", "-"], { home, stdin: "One. Two." });
    expect([exitCode, stdout.includes("Two.")]).toEqual([0, true]);
    expect((await runStele(["library", "show", "1"], { home })).stdout).toContain("Two.");
  });

  it("says that half a character cannot be kept, and loses nothing that was", async () => {
    const home = emptyHome();
    await runStele(["read", ...night], { home });
    const lone = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("A \ud83d bird sang.", "utf16le")]);
    const { exitCode, stderr } = await runStele(["read", "-", "--json"], { home, stdin: lone });
    expect([exitCode, JSON.parse(stderr).error.code]).toEqual([6, "text-not-storable"]);
    expect(JSON.parse((await runStele(["library", "list", "--json"], { home })).stdout).texts).toHaveLength(1);
  });
});

describe("stele library", () => {
  it("lists, removes and brings back, by number and by the beginning of the id", async () => {
    const home = emptyHome();
    expect((await runStele(["library", "list"], { home })).stderr).toContain("empty");
    await runStele(["read", ...night], { home });
    const { stdout } = await runStele(["library", "list"], { home, columns: 70 });
    const id = stdout.trim().split(/\s+/).at(-1) ?? "";
    expect(id).toMatch(/^[0-9a-f]{8}$/);
    expect((await runStele(["library", "remove", "1"], { home })).exitCode).toBe(0);
    expect((await runStele(["library", "show", id], { home })).exitCode).toBe(6);
    expect((await runStele(["library", "list", "--removed"], { home })).stdout).toContain(id);
    expect((await runStele(["library", "remove", id, "--undo"], { home })).exitCode).toBe(0);
    expect((await runStele(["library", "show", id], { home })).stdout).toContain("862");
  });

  it.each([
    ["library", "show", "1"],
    ["export", "1", "--format", "json"],
  ])("shows no less than was asked for: %s %s", async (...argv) => {
    const home = emptyHome();
    await runStele(["read", ...night], { home });
    const shown = await runStele([...argv, "--to", "en,ko,zh"], { home });
    expect(shown.exitCode, shown.stderr).toBe(0);
    for (const [to, code, word] of [
      ["zh-Hant", "not-found", "zh-Hant"],
      ["ko,zh,zh-Hant", "usage", "3 languages"],
    ] as const) {
      const { exitCode, stdout, stderr } = await runStele([...argv, "--to", to], { home });
      expect([exitCode, stdout, stderr.includes(word)], code).toEqual([6, "", true]);
    }
  });

  it("finds a text by words of its title, where only one has them", async () => {
    const home = emptyHome();
    await runStele(["read", ...night], { home });
    await runStele(["read", sample("seed-bank", "en"), sample("seed-bank", "ko")], { home });
    const show = (wish: string) => runStele(["library", "show", wish, "--format", "tsv"], { home });
    expect((await show("NIGHT train")).stdout).toContain("Lowenna");
    expect((await show("the")).stderr).toMatch(/Several texts answer to the/);
    expect((await show("27")).stderr).toMatch(/There is no text 27/);
  });

  it("puts a backup back", async () => {
    const home = emptyHome();
    await runStele(["read", ...night], { home });
    expect((await runStele(["library", "backup", "copy.db"], { home })).exitCode).toBe(0);
    await runStele(["library", "remove", "1"], { home });
    expect((await runStele(["library", "restore", "copy.db"], { home })).exitCode).toBe(0);
    expect((await runStele(["library", "show", "1"], { home })).stdout).toContain("862");
    expect((await runStele(["library", "restore", "missing.db"], { home })).exitCode).toBe(6);
  });

  it("says where it is damaged", async () => {
    const home = emptyHome();
    await runStele(["demo"], { home });
    const file = libraryFile(home);
    writeFileSync(file, Buffer.from("this is no database, whatever its name says".repeat(200)));
    for (const more of ["-wal", "-shm"]) rmSync(`${file}${more}`, { force: true });
    const { exitCode, stderr } = await runStele(["library", "list", "--json"], { home });
    expect([exitCode, JSON.parse(stderr).error.code]).toEqual([7, "library-damaged"]);
  });

  it.each([
    ["newer", "library-newer", (file: string) => sqlite(file, "PRAGMA user_version = 999")],
    ["locked", "library-locked", (file: string) => sqlite(file, "BEGIN EXCLUSIVE")],
  ] as const)("says where it is %s, and changes nothing", async (_, code, spoil) => {
    const home = emptyHome();
    await runStele(["demo"], { home });
    writeFileSync(join(home, "stele.config.json"), JSON.stringify({ lockWaitMs: 500 }));
    const release = spoil(libraryFile(home));
    const { exitCode, stderr } = await runStele(["read", "-", "--json"], { home, stdin: "One. Two." });
    expect([exitCode, JSON.parse(stderr).error.code]).toEqual([7, code]);
    release();
  });

  it("says where the settings or the data folder cannot be used", async () => {
    const home = emptyHome();
    writeFileSync(join(home, "not-a-folder"), "");
    const variables = { STELE_DATA_DIR: join(home, "not-a-folder") };
    const { exitCode, stderr } = await runStele(["library", "list", "--json"], { home, variables });
    expect([exitCode, JSON.parse(stderr).error.code]).toEqual([7, "library-read-only"]);
    writeFileSync(join(home, "stele.config.json"), "{");
    const broken = await runStele(["library", "list", "--json"], { home });
    expect([broken.exitCode, JSON.parse(broken.stderr).error.code]).toEqual([7, "config-invalid"]);
  });
});

describe("stele serve", () => {
  it("serves until Ctrl-C, and a second one names the first and stops", async () => {
    const home = emptyHome();
    const port = String(await freePort());
    await serving(["serve", "--port", port], { home }, async (url) => {
      expect(await (await fetch(`${url}api/texts`)).json()).toEqual({ texts: [] });
      const second = await runStele(["serve", "--port", port], { home });
      expect([second.exitCode, second.stderr]).toEqual([0, expect.stringContaining(`already open: ${url}`)]);
    });
  });

  it("takes the next port where another program holds the one asked for", async () => {
    const other = createServer((_, response) => response.end("hello"));
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as AddressInfo;
    await serving(["serve", "--port", String(port)], {}, async (url) =>
      expect(new URL(url).port).not.toBe(String(port)),
    );
    other.close();
  });

  it.each(["http", "70000", "-1", "1.5"])("refuses the port %s", async (port) => {
    expect((await runStele(["serve", `--port=${port}`])).exitCode).toBe(6);
  });

  it("opens where stele read put the text, for a person", async () => {
    const settings = { isPerson: true, columns: 120 };
    await serving(["read", ...night, "--no-open", "--port", "0"], settings, async (url) => {
      expect(url).toMatch(/#\/text\/[0-9a-f]{64}$/);
    });
  });
});

/** Does something to a database behind Stele's back; gives what ends it. */
function sqlite(file: string, sql: string): () => void {
  const { DatabaseSync } = sqlDriver();
  const database = new DatabaseSync(file, { readOnly: false, timeout: 1000 });
  database.exec(sql);
  return () => database.close();
}

/** Runs a command that serves, gives its address to the work and ends it as Ctrl-C would. */
async function serving(
  argv: readonly string[],
  settings: RunSettings,
  work: (url: string) => Promise<unknown>,
): Promise<void> {
  const stop = new AbortController();
  let tell: (url: string) => void = () => undefined;
  const address = new Promise<string>((resolve) => {
    tell = resolve;
  });
  const onSay = (text: string): void => {
    const url = /http:\S+/.exec(text)?.[0];
    if (url !== undefined) tell(url);
  };
  const running = runStele(argv, { ...settings, signal: stop.signal, onSay });
  try {
    await work(await Promise.race([address, running.then(({ stderr }) => Promise.reject(new Error(stderr)))]));
  } finally {
    stop.abort();
  }
  expect((await running).exitCode).toBe(0);
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

const beadsOf = (ladder: string): string[] => ladder.split("\n").map((line) => line.replace(/:[\d.]+$/, ""));

describe("a ladder", () => {
  it("is written by one name, whether a text is aligned or exported, into folders made for it", async () => {
    const home = emptyHome();
    const [english = "", korean = ""] = night;
    await runStele(["read", english, korean], { home });
    for (const format of ["ladder", "sentalign"]) {
      expect((await runStele(["export", "1", "--format", format, "-o", `made/${format}/out`], { home })).exitCode).toBe(
        0,
      );
      const aligned = await runStele(["align", english, korean, "--format", format], { home });
      const exported = readFileSync(join(home, `made/${format}/out.en-ko.ladder`), "utf8");
      expect(exported).toMatch(/^\[0\]:\[0\]:[01]\.\d+\n/);
      expect(beadsOf(exported)).toEqual(beadsOf(aligned.stdout));
    }
  });
});
