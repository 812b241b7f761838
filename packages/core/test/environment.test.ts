import { readEnvironment } from "@stele/core/node";
import { describe, expect, it } from "vitest";

describe("the environment", () => {
  it("names the folders by Stele's own variables first, then by XDG's, then by the home folder", () => {
    expect(readEnvironment({ HOME: "/people/a" })).toMatchObject({
      configDir: "/people/a/.config/stele",
      dataDir: "/people/a/.local/share/stele",
      cacheDir: "/people/a/.cache/stele",
    });
    expect(readEnvironment({ HOME: "/people/a", XDG_DATA_HOME: "/data" }).dataDir).toBe("/data/stele");
    expect(readEnvironment({ HOME: "/people/a", XDG_DATA_HOME: "/data", STELE_DATA_DIR: "/own" }).dataDir).toBe("/own");
  });

  it.each([
    [{ DEEPL_API_KEY: "a", DEEPL_AUTH_KEY: "b" }, { deepl: "a" }],
    [{ DEEPL_AUTH_KEY: "b" }, { deepl: "b" }],
    [{ DEEPL_API_KEY: "" }, {}],
  ])("takes keys from %j", (variables, keys) => {
    expect(readEnvironment(variables).keys).toEqual(keys);
  });

  it.each([
    [{ CI: "true" }, true],
    [{ CI: "false" }, false],
    [{ CI: "0" }, false],
    [{}, false],
  ])("knows by %j whether it runs under CI", (variables, isCi) => {
    expect(readEnvironment(variables).isCi).toBe(isCi);
  });

  it("asks for the language in the order of POSIX", () => {
    expect(readEnvironment({ LANG: "en_US.UTF-8", LC_ALL: "ko_KR.UTF-8" }).languages).toEqual([
      "ko_KR.UTF-8",
      "en_US.UTF-8",
    ]);
  });
});
