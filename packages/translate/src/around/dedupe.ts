import type { Engine, Translated, TranslationRequest } from "../contract.ts";
import { takeTexts } from "../packing.ts";
import { createMeter, type Meter } from "./meter.ts";
import { wrapEngine } from "./wrap-engine.ts";

/** Asks for each text once, however often it occurs. */
export function dedupe(engine: Engine, options: { readonly meter?: Meter } = {}): Engine {
  const meter = options.meter ?? createMeter();
  return wrapEngine(engine, (request, signal) => askOnce(engine, request, { meter, signal }));
}

async function* askOnce(
  engine: Engine,
  request: TranslationRequest,
  { meter, signal }: { readonly meter: Meter; readonly signal: AbortSignal | undefined },
): AsyncGenerator<Translated, void, undefined> {
  const places = new Map<string, number[]>();
  for (const [index, text] of request.texts.entries()) {
    const same = places.get(text);
    if (same === undefined) places.set(text, [index]);
    else same.push(index);
  }
  const groups = [...places.values()];
  meter.add({ duplicates: request.texts.length - groups.length });
  const firsts = groups.map(([first = 0]) => first);
  for await (const answer of engine.translate(takeTexts(request, firsts), signal)) {
    const [first = -1, ...others] = groups[answer.index] ?? [];
    yield { ...answer, index: first };
    for (const index of others) yield { ...answer, index, charged: 0 };
  }
}
