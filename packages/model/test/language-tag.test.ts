import { baseLanguage, LANGUAGE_TAGS, parseLanguageTag, regionOf, SteleError } from "@stele/model";
import { describe, expect, it } from "vitest";

describe("parseLanguageTag", () => {
  it.each([
    ["en", "en"],
    ["EN_us", "en"],
    ["en-GB", "en"],
    ["ko", "ko"],
    ["ko-KR", "ko"],
    ["zh", "zh-Hans"],
    ["zh-CN", "zh-Hans"],
    ["zh_SG", "zh-Hans"],
    ["zh-Hans-CN", "zh-Hans"],
    ["zh-hans-TW", "zh-Hans"],
    ["zh-TW", "zh-Hant"],
    ["zh-HK", "zh-Hant"],
    ["ZH-mo", "zh-Hant"],
    ["zh-Hant", "zh-Hant"],
    [" zh-Hant-CN ", "zh-Hant"],
  ])("reads %s as %s", (value, tag) => {
    expect(parseLanguageTag(value)).toBe(tag);
  });

  it.each(["", "ja", "english", "kor", "zh-XX", "e n", "en-", "-en", "auto"])("refuses %j", (value) => {
    expect(() => parseLanguageTag(value)).toThrow(SteleError);
    try {
      parseLanguageTag(value);
    } catch (error) {
      expect(error).toMatchObject({ code: "language-unknown", exitCode: 6, details: { value } });
    }
  });

  it("reads every tag as itself", () => {
    expect(LANGUAGE_TAGS.map(parseLanguageTag)).toEqual(LANGUAGE_TAGS);
  });
});

describe("regionOf", () => {
  it.each([
    ["en-gb", "GB"],
    ["en_US", "US"],
    ["zh-Hans-CN", "CN"],
    ["en", undefined],
    ["zh-Hant", undefined],
  ])("finds in %s the region %s", (value, region) => {
    expect(regionOf(value)).toBe(region);
  });
});

it("baseLanguage takes both Chinese scripts for one language", () => {
  expect(LANGUAGE_TAGS.map(baseLanguage)).toEqual(["en", "ko", "zh", "zh"]);
});
