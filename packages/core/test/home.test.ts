import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type Home,
  openHome,
  readEnvironment,
  settingName,
  settingValue,
  writeKey,
  writeSetting,
} from "@stele/core/node";
import { beforeEach, describe, expect, it } from "vitest";

let folder: string;
let config: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "stele-home-"));
  config = join(folder, "config");
});

const home = (variables: Record<string, string> = {}, flags = {}): Home =>
  openHome({
    environment: readEnvironment({ HOME: folder, STELE_CONFIG_DIR: config, ...variables }),
    projectDir: folder,
    flags,
  });
const project = (settings: unknown): Promise<void> =>
  writeFile(join(folder, "stele.config.json"), JSON.stringify(settings));

describe("settings", () => {
  it("are taken from the flag, then the environment, then the project, then the user", async () => {
    writeSetting(config, "engine", "user");
    expect(home().settings.engine).toBe("user");
    await project({ engine: "project" });
    expect(home().settings.engine).toBe("project");
    expect(home({ STELE_ENGINE: "environment" }).settings.engine).toBe("environment");
    expect(home({ STELE_ENGINE: "environment" }, { engine: "flag" }).settings.engine).toBe("flag");
  });

  it("stay forbidden where any place forbids, and a project can only lower a cap", async () => {
    writeSetting(config, "localOnly", true);
    writeSetting(config, "maxChars", 5000);
    await project({ localOnly: false, maxChars: 9000, maxCost: 1 });
    expect(home().settings).toMatchObject({ localOnly: true, maxChars: 5000, maxCost: 1 });
    await project({ maxChars: 10 });
    expect(home().settings.maxChars).toBe(10);
  });

  it.each([
    ["where text is sent", { "deepl.serverUrl": "https://example.org" }],
    ["a key", { keys: { deepl: "x" } }],
    ["what does not exist", { colour: "red" }],
    ["what does not fit", { maxChars: "many" }],
  ])("of a project may not say %s", async (_, settings) => {
    await project(settings);
    expect(() => home()).toThrow(expect.objectContaining({ code: "config-invalid" }));
  });

  it("are read out of words", () => {
    expect([
      settingValue("maxChars", "250000"),
      settingValue("localOnly", "true"),
      settingValue("engine", "deepl"),
    ]).toEqual([250000, true, "deepl"]);
    for (const wrong of [
      () => settingValue("maxChars", "-1"),
      () => settingValue("localOnly", "maybe"),
      () => settingName("x"),
    ])
      expect(wrong).toThrow(expect.objectContaining({ code: "config-invalid" }));
  });
});

describe("keys", () => {
  it("are kept for the user alone, and the environment's come first", async () => {
    writeKey(config, "deepl", "kept");
    writeSetting(config, "engine", "deepl");
    const file = join(config, "config.json");
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(home().key("deepl")).toBe("kept");
    expect(home({ DEEPL_API_KEY: "given" }).key("deepl")).toBe("given");
    writeKey(config, "deepl", undefined);
    expect(home().key("deepl")).toBeUndefined();
    expect(JSON.parse(await readFile(file, "utf8"))).toEqual({ engine: "deepl", keys: {} });
  });

  it("do not stay in the half-written file of a process that was killed", async () => {
    const { pid } = spawnSync(process.execPath, ["--version"]);
    const left = `.config.json.${pid}.${randomUUID()}.part`;
    await mkdir(config);
    await writeFile(join(config, left), '{"keys":{"deepl":"half');
    writeSetting(config, "engine", "deepl");
    expect(await readdir(config)).toEqual(["config.json"]);
  });

  it("do not appear in the error of a broken file", async () => {
    writeKey(config, "deepl", "secret-key");
    const file = join(config, "config.json");
    await writeFile(file, (await readFile(file, "utf8")).replace("{", ""));
    expect(() => home()).toThrow(
      expect.objectContaining({ code: "config-invalid", message: expect.not.stringContaining("secret-key") }),
    );
  });

  it("cannot be kept where there is no folder to keep them in", async () => {
    await writeFile(config, "a file");
    expect(() => writeKey(config, "deepl", "new")).toThrow(expect.objectContaining({ code: "output-failed" }));
  });
});

describe("a home", () => {
  it("opens its library once and closes it", () => {
    const one = home();
    expect(one.library()).toBe(one.library());
    expect(one.library().texts()).toEqual([]);
    one.close();
  });
});
