import { eventsOf } from "./event-stream.ts";
import { Failure, failureOf, isRecord } from "./failure.ts";
import type { LanguageTag } from "./nouns.ts";
import { request, requestRaw } from "./request.ts";

/** What translating would send, after what is stored, remembered and repeated. */
export interface Estimate {
  /** Unicode code points. */
  readonly characters: number;
  readonly fromAnswers: number;
  readonly fromMemory: number;
  readonly duplicates: number;
  /** Texts that are asked for again because they came back empty before. */
  readonly emptyBefore: number;
  readonly cost?: { readonly amount: number; readonly currency: string };
  /** The same of each language alone. */
  readonly languages?: readonly (Omit<Estimate, "languages"> & { readonly to: LanguageTag })[];
}

/** An engine as a reader chooses it. */
export interface Engine {
  readonly name: string;
  readonly label: string;
  /** The host that receives the text; null where it stays on this computer. */
  readonly sendsTextTo: string | null;
  readonly isPaid: boolean;
  readonly isReady: boolean;
  readonly isAllowed: boolean;
  /** Why it is not ready, or what it will use. */
  readonly state: string;
  readonly details: Readonly<Record<string, string>>;
  readonly estimate?: Estimate;
}

/** What a run may send at most. */
export interface Caps {
  readonly maxCharacters: number;
  readonly maxCost?: number;
}

/** Every engine, each with what the text would cost, and the caps in force. Nothing is sent to find out. */
export async function listEngines(
  text: string,
  to: readonly LanguageTag[],
  signal?: AbortSignal,
): Promise<{ readonly engines: readonly Engine[]; readonly caps: Caps | undefined }> {
  const search = to.length === 0 ? "" : `?${new URLSearchParams({ text, to: to.join(",") })}`;
  const body = await request(`/engines${search}`, signal === undefined ? {} : { signal });
  if (!isRecord(body)) return { engines: [], caps: undefined };
  const engines = Array.isArray(body.engines) ? body.engines.filter(isEngine) : [];
  return { engines, caps: isCaps(body.caps) ? body.caps : undefined };
}

function isCaps(value: unknown): value is Caps {
  return isRecord(value) && typeof value.maxCharacters === "number";
}

function isEngine(value: unknown): value is Engine {
  return isRecord(value) && typeof value.name === "string" && typeof value.isReady === "boolean";
}

/** What is to be translated. */
export interface TranslationOrder {
  readonly text: string;
  readonly to: readonly LanguageTag[];
  readonly engine: string;
}

/**
 * Translates a text of the library; each language is kept when it is done. Calling it off keeps every answer that came,
 * so that the same order goes on from there.
 *
 * @param onProgress told of the share done, from 0 to 1
 * @throws Failure of the engine or the server; `cancelled`
 */
export async function translateText(
  order: TranslationOrder,
  options: { readonly signal: AbortSignal; readonly onProgress: (share: number) => void },
): Promise<void> {
  const response = await requestRaw("/translate", { method: "POST", body: order, signal: options.signal });
  if (response.body === null) throw cut();
  try {
    for await (const { event, data } of eventsOf(response.body)) {
      const value: unknown = JSON.parse(data);
      if (event === "done") return;
      if (event === "error") throw failureOf({ error: value }, response.status);
      if (event === "progress") options.onProgress(shareOf(order, value));
    }
  } catch (error) {
    if (options.signal.aborted) throw new Failure({ code: "cancelled", message: "Cancelled." });
    throw error instanceof Failure ? error : cut();
  }
  throw cut();
}

/** The share of the whole order: languages come one after the other. */
export function shareOf({ to }: TranslationOrder, progress: unknown): number {
  if (!isRecord(progress)) return 0;
  const { to: language, done, total } = progress;
  const order: readonly unknown[] = to;
  const before = Math.max(0, order.indexOf(language));
  const own = typeof done === "number" && typeof total === "number" && total > 0 ? done / total : 0;
  return (before + own) / Math.max(1, to.length);
}

function cut(): Failure {
  return new Failure({ code: "network", message: "The connection to the server ended before the translation did." });
}

/** A bead's source translated anew; nothing is changed. */
export async function suggest(bitext: string, bead: number, engine: string): Promise<readonly string[]> {
  const body = await request("/suggest", { method: "POST", body: { bitext, bead, engine } });
  return isRecord(body) && Array.isArray(body.sentences) ? body.sentences.map(String) : [];
}

/** A translation that ended before its end. */
export interface Unfinished {
  readonly text: string;
  readonly title: string;
  readonly to: LanguageTag;
  readonly engine: string;
  readonly answered: number;
  readonly texts: number;
}

/** The translations that can go on where they stopped. */
export async function listUnfinished(signal?: AbortSignal): Promise<readonly Unfinished[]> {
  const body = await request("/unfinished", signal === undefined ? {} : { signal });
  const runs = isRecord(body) && Array.isArray(body.runs) ? body.runs : [];
  return runs.filter((run): run is Unfinished => isRecord(run) && typeof run.text === "string");
}
