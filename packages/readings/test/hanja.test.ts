import { hanjaReadings, suggestHanja } from "@stele/readings";
import { describe, expect, it } from "vitest";

describe("suggestHanja", () => {
  it.each([
    ["경제는", "经济", "經濟", 0, 2],
    ["여성의", "女性", "女性", 0, 2],
    ["음악회", "音乐会", "音樂會", 0, 3],
    ["신기술을", "技术", "技術", 1, 3],
    ["이유", "理由", "理由", 0, 2],
    ["비율이", "比率", "比率", 0, 2],
    ["대통령은", "大統領", "大統領", 0, 3],
  ])("writes %s by the linked %s as %s", async (korean, chinese, ...[hanja, start, end]) => {
    expect(await suggestHanja(korean, chinese)).toEqual({ hanja, start, end });
  });

  it.each([
    ["사람들이", "人民"],
    ["나라", "国家"],
    ["경제", "经"],
    ["서울", "首尔"],
    ["", "经济"],
  ])("suggests nothing for %s beside %s", async (korean, chinese) => {
    expect(await suggestHanja(korean, chinese)).toBeUndefined();
  });

  it("knows the forms of the initial-sound rule and further readings", async () => {
    expect(await hanjaReadings("女")).toEqual(["녀", "여"]);
    expect(await hanjaReadings("樂")).toEqual(expect.arrayContaining(["락", "낙", "악"]));
    expect(await hanjaReadings("A")).toEqual([]);
  });
});
