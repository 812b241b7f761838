import { writeSync } from "node:fs";
import { openLibrary } from "../src/index.ts";

const [, , file = "", name = "", count = "0"] = process.argv;
const library = openLibrary({ file });
for (let number = 0; number < Number(count); number += 1) {
  const key = `${name}-${number}`;
  const facts = { key, engine: "test", source: "en", target: "ko", text: `text ${number}`, attempt: 1 } as const;
  library.answers.put([{ facts, answer: { text: `answer to ${key}` } }]);
  writeSync(1, `${key}\n`);
}
library.close();
