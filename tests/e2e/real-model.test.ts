import { createHash } from "node:crypto";
import { appendFileSync, cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FaultPlan } from "../faults/fault.ts";
import { type FaultsServer, startFaultsServer } from "../faults/faults-server.ts";
import { MIRROR_PATH, type ModelMirror } from "../faults/model-service.ts";
import { type Ended, emptyHome, errorOf, stele } from "./stele.ts";

/**
 * A folder with the files of a real model from English to Portuguese; without it these tests are skipped, and counted
 * so.
 */
const MODEL_DIR = process.env.STELE_TEST_MODEL_DIR;

/** The real files under records of this pair. */
function mirrorOf(to: string): ModelMirror {
  const files: Record<string, Uint8Array> = {};
  const records = readdirSync(MODEL_DIR ?? "").map((name) => {
    const bytes = readFileSync(join(MODEL_DIR ?? "", name));
    const location = `main-workspace/${name}`;
    files[location] = bytes;
    const hash = createHash("sha256").update(bytes).digest("hex");
    const attachment = { hash, size: bytes.length, filename: name, location, mimetype: "application/octet-stream" };
    return { name, fileType: name.split(".")[0], version: "1.0", fromLang: "en", toLang: to, attachment };
  });
  return { records: { "translations-models": records }, files };
}

describe.skipIf(MODEL_DIR === undefined)("a real model from English to Portuguese, on the command line", () => {
  const home = emptyHome();
  let server: FaultsServer;
  const command = (argv: readonly string[], url: string = server.url): Promise<Ended> =>
    stele(argv, { home, variables: { STELE_MODELS_URL: `${url}${MIRROR_PATH}` } });
  const model = (folder: string): string => join(home, ".cache/stele/models", folder);

  beforeAll(async () => {
    server = await startFaultsServer({ mirror: mirrorOf("pt") });
  });
  afterAll(() => server.close());

  it("is not fetched offline, nor kept with a wrong checksum", async () => {
    expect((await command(["models", "add", "en-pt", "--offline"])).exitCode).toBe(5);
    expect(server.log).toEqual([]);
    const spoilt = mirrorOf("pt");
    const files = Object.entries(spoilt.files).map(([at, bytes]) => [at, bytes.map((byte) => byte ^ 1)]);
    const bad = await startFaultsServer({ mirror: { ...spoilt, files: Object.fromEntries(files) } });
    const outcome = await command(["models", "add", "en-pt"], bad.url);
    await bad.close();
    expect([outcome.exitCode, outcome.stderr.includes("checksum is wrong")]).toEqual([7, true]);
    expect(existsSync(model("en_pt"))).toBe(false);
  });

  it("is fetched, from where a broken download stopped, checked with a known sentence, listed and verified", async () => {
    let broken = 0;
    const cut: FaultPlan = ({ path }) => {
      if (!path.includes("/model.enpt")) return undefined;
      broken += 1;
      return broken === 1 ? { kind: "reset", at: "middle" } : undefined;
    };
    server.plan(cut);
    const added = await command(["models", "add", "en-pt"]);
    expect(added.exitCode, added.stderr).toBe(0);
    expect(server.log.some(({ range = "" }) => /^bytes=[1-9]\d+-$/u.test(range))).toBe(true);
    const { models } = JSON.parse((await command(["models", "list", "--json"])).stdout);
    expect(models).toMatchObject([{ from: "en", to: "pt", version: "1.0" }]);
    expect((await command(["models", "verify"])).exitCode).toBe(0);
    const engines = JSON.parse((await command(["engines", "--json"])).stdout).engines;
    expect(engines[0]).toMatchObject({ name: "local", isReady: true, details: { pairs: "en-pt" } });
  });

  it("that is offered as Korean is refused: a known sentence comes back in Latin letters", async () => {
    const lying = await startFaultsServer({ mirror: mirrorOf("ko") });
    const outcome = await command(["models", "add", "en-ko"], lying.url);
    await lying.close();
    expect([outcome.exitCode, outcome.stderr.includes("another script")]).toEqual([7, true]);
    expect(existsSync(model("en_ko"))).toBe(false);
  });

  it("put by hand in the place of a Korean one translates a text, without the network, and the guard tells", async () => {
    cpSync(model("en_pt"), model("en_ko"), { recursive: true });
    const manifest = JSON.parse(readFileSync(join(model("en_ko"), "model.json"), "utf8"));
    writeFileSync(join(model("en_ko"), "model.json"), JSON.stringify({ ...manifest, to: "ko" }));
    writeFileSync(join(home, "news.txt"), "The new bridge will open in spring. The old ferry stops in June.");
    const before = server.log.length;
    const argv = ["translate", "news.txt", "--to", "ko", "--engine", "local", "--strict"];
    const outcome = await command(argv);
    expect([outcome.exitCode, outcome.stdout.includes("ponte")], outcome.stderr).toEqual([8, true]);
    expect(outcome.stderr).toContain("not in the language");
    expect(server.log).toHaveLength(before);
  });

  it("that is damaged is told by name, and removed", async () => {
    appendFileSync(join(model("en_pt"), "vocab.enpt.spm"), "x");
    const damaged = await command(["models", "verify", "en-pt"]);
    expect([damaged.exitCode, damaged.stdout.includes("vocab.enpt.spm")]).toEqual([8, true]);
    expect((await command(["models", "remove", "en-pt"])).exitCode).toBe(0);
    expect(existsSync(model("en_pt"))).toBe(false);
    const again = await command(["translate", "news.txt", "--to", "zh", "--engine", "local", "--json"]);
    expect(errorOf(again).error.code).toBe("engine-not-ready");
  });
});
