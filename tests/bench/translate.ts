/**
 * Figures of translating: `npm run bench:translate -- [--model DIR] [--sentences N]`. A pretended DeepL with 200 ms
 * latency on loopback, a real library on the disk; with a folder of a Firefox model also the local engine's speed.
 */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openLibrary } from "@stele/library";
import { aroundEngine, createMeter, type Engine, estimate } from "@stele/translate";
import { createBergamotTranslator, createEngine, type ModelFiles } from "@stele/translate/engines";
import { startFaultsServer } from "../faults/faults-server.ts";

const LATENCY_MS = 200;
const { values } = parseArgs({
  options: { model: { type: "string" }, sentences: { type: "string", default: "1000" } },
});
const count = Number(values.sentences);

interface Row {
  readonly what: string;
  readonly figure: string;
  readonly budget: string;
  readonly holds: boolean;
}

async function main(): Promise<void> {
  const rows = [...(await service()), ...(values.model === undefined ? [] : await local(values.model))];
  for (const { what, figure, budget, holds } of rows)
    console.log(`| ${what} | ${figure} | ${budget} | ${holds ? "yes" : "NO"} |`);
  if (values.model === undefined) console.log("local engine: not run, give --model DIR");
  process.exitCode = rows.every(({ holds }) => holds) ? 0 : 8;
}

function sentences(): readonly string[] {
  return Array.from(
    { length: count },
    (_, at) => `The harbour office counted ${at + 10} boats, two more than the keeper had written down.`,
  );
}

async function service(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "stele-bench-"));
  const server = await startFaultsServer({ latencyMs: LATENCY_MS });
  const library = openLibrary({ file: join(folder, "library.sqlite") });
  const engine = await createEngine("deepl", { deepl: { key: "bench:fx", serverUrl: server.url } });
  const around = () => aroundEngine(engine, { answerStore: library.answers, meter: createMeter() });
  try {
    const started = performance.now();
    await drain(around());
    const seconds = (performance.now() - started) / 1000;
    const requests = server.translations().length;
    const foreseen = await timed(() => estimate(engine, [request()], { answerStore: library.answers }));
    const again = await timed(() => drain(around()));
    const secondRequests = server.translations().length - requests;
    const most = Math.ceil(count / 50) + 2;
    return [
      {
        what: `${count} sentences, ${LATENCY_MS} ms latency`,
        figure: `${seconds.toFixed(2)} s`,
        budget: "≤ 3 s a 1,000",
        holds: seconds <= (3 * count) / 1000,
      },
      { what: "requests", figure: String(requests), budget: `≤ ${most}`, holds: requests <= most },
      { what: "requests of the second run", figure: String(secondRequests), budget: "0", holds: secondRequests === 0 },
      { what: "the second run", figure: `${again.toFixed(2)} s`, budget: "–", holds: true },
      { what: "an estimate of it", figure: `${foreseen.toFixed(2)} s`, budget: "–", holds: true },
    ];
  } finally {
    library.close();
    await server.close();
    rmSync(folder, { recursive: true });
  }
}

function request() {
  return { texts: sentences(), source: "en", target: "ko" } as const;
}

async function drain(engine: Engine): Promise<void> {
  let answers = 0;
  for await (const _ of engine.translate(request())) answers += 1;
  if (answers !== count) throw new Error(`${answers} answers for ${count} sentences`);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

async function local(folder: string): Promise<readonly Row[]> {
  const translator = createBergamotTranslator({ workers: 2 });
  const route = [modelIn(folder)];
  const loading = await timed(() => drainLocal(translator.translate(sentences().slice(0, 16), route)));
  const texts = sentences().slice(0, 240);
  const seconds = await timed(() => drainLocal(translator.translate(texts, route)));
  const memory = process.memoryUsage().rss / 1024 / 1024;
  await translator.close();
  const speed = texts.length / seconds;
  return [
    {
      what: "local model, first 16 sentences with loading",
      figure: `${loading.toFixed(1)} s`,
      budget: "–",
      holds: true,
    },
    { what: "local model, two threads", figure: `${speed.toFixed(1)} sentences/s`, budget: "≥ 15", holds: speed >= 15 },
    {
      what: "resident memory with two threads",
      figure: `${memory.toFixed(0)} MB`,
      budget: "about 350 a thread",
      holds: true,
    },
  ];
}

async function drainLocal(answers: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of answers);
}

function modelIn(folder: string): ModelFiles {
  const names = readdirSync(folder);
  const find = (pattern: RegExp) => names.filter((name) => pattern.test(name)).map((name) => join(folder, name));
  const [model = ""] = find(/^model\./u);
  const [shortlist = ""] = find(/^lex\./u);
  const pair = /([a-z]{2})([a-z]{2})\./u.exec(model.slice(folder.length)) ?? [];
  return {
    from: pair[1] ?? "",
    to: pair[2] ?? "",
    model,
    shortlist,
    vocabularies: find(/^(?:src|trg)?vocab\./u).sort(),
  };
}

await main();
