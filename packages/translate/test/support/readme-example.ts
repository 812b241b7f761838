import { aroundEngine, createMeter, type Engine, findReasons } from "@stele/translate";

const WORDS: Readonly<Record<string, string>> = { "It rains.": "비가 온다.", "It snows.": "눈이 온다." };

const dictionary: Engine = {
  name: "dictionary",
  describe: {
    label: "A small dictionary",
    sendsTextTo: null,
    isPaid: false,
    settings: {},
    limits: { textsPerRequest: 50, concurrency: 1 },
    takes: { context: false, glossary: false, examples: false, tags: false },
    options: [],
  },
  async *translate({ texts }) {
    for (const [index, text] of texts.entries()) yield { index, text: WORDS[text] ?? "" };
  },
};

/** The first example of the package's README. */
export async function readmeExample(log: (...values: readonly unknown[]) => void): Promise<void> {
  const meter = createMeter();
  const engine = aroundEngine(dictionary, { meter });
  const texts = ["It rains.", "It snows.", "It rains."];
  for await (const { index, text } of engine.translate({ texts, source: "en", target: "ko" })) log(index, text);
  log(meter.read().textsSent, "sent");

  const tools = {
    lengthPrior: () => ({ ratio: 0.54, variance: 1.6 }),
    figures: (text: string) => text.match(/\d+/gu) ?? [],
    numberWords: () => new Set<number>(),
    terms: { simplify: (text: string) => text, chineseWords: () => [], endsNoun: () => true },
  };
  log(findReasons("It rained for 40 days.", "14일 동안 비가 내렸다.", { source: "en", target: "ko", tools }));
}
