// Translates until it is killed: `node translate-child.mjs LIBRARY SERVER TEXTS`.
import { openLibrary } from "@stele/library";
import { aroundEngine, createThrottle } from "@stele/translate";
import { createEngine } from "@stele/translate/engines";

const [, , file, serverUrl, count] = process.argv;
const library = openLibrary({ file });
const inner = await createEngine("deepl", { deepl: { key: "kill:fx", serverUrl } });
const engine = aroundEngine(inner, { answerStore: library.answers, throttle: createThrottle({ concurrency: 2 }) });
const texts = Array.from({ length: Number(count) }, (_, at) => `Lamp number ${at + 1} on the quay was lit at dusk.`);
for await (const _ of engine.translate({ texts, source: "en", target: "ko" }));
library.close();
