import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { emptyHome, stele } from "../e2e/stele.ts";
import { followMemory } from "./peak-memory.ts";

const PARAGRAPHS: Readonly<Record<string, string>> = {
  en: "It rained all day in the harbour of Lowenna. Dr. Crane, who had seen worse, did not mind.\n\n",
  ko: "로웨나 항구에는 하루 종일 비가 내렸다. 더한 날도 겪어 본 크레인 박사는 신경 쓰지 않았다.\n\n",
  zh: "洛温娜港下了一整天的雨。见过更糟天气的克兰博士并不在意。\n\n",
};

it.each(Object.entries(PARAGRAPHS))(
  "files up to 100 MB are segmented in linear time: %s",
  async (language, paragraph) => {
    const home = emptyHome();
    const seconds: number[] = [];
    for (const megabytes of [25, 50, 100]) {
      writeFileSync(join(home, "big.txt"), paragraph.repeat((megabytes * 1e6) / Buffer.byteLength(paragraph)));
      const start = performance.now();
      let peak = (): number | undefined => undefined;
      const { exitCode, stderr } = await stele(["segment", "big.txt", "--from", language, "-o", "big.out"], {
        home,
        meet: (child) => {
          peak = followMemory(child);
        },
      });
      expect(exitCode, stderr).toBe(0);
      expect(statSync(join(home, "big.out")).size).toBeGreaterThan(megabytes * 0.9e6);
      seconds.push((performance.now() - start) / 1000);
      console.log(`${language}, ${megabytes} MB: ${seconds.at(-1)?.toFixed(1)} s, ${peak()?.toFixed(0)} MB at most`);
    }
    const [small = 0, , large = 0] = seconds;
    // Four times the text: a quadratic step would show as sixteen times the time.
    expect(large / small).toBeLessThan(8);
  },
);
