import { SteleError } from "@stele/model";
import { checkAbort } from "../../../errors.ts";
import { tooLate, unreachable } from "./model-source-errors.ts";

/** How something is asked for. */
export interface RequestOptions {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks; after so long without an answer it throws `timeout`. */
export async function request(url: string, options: RequestOptions): Promise<Response> {
  const { signal, headers = {}, timeoutMs } = options;
  const late = AbortSignal.timeout(timeoutMs);
  const stop = new AbortController();
  const abort = () => stop.abort();
  late.addEventListener("abort", abort, { once: true });
  signal?.addEventListener("abort", abort, { once: true });
  try {
    return await fetch(url, { signal: stop.signal, headers });
  } catch (thrown) {
    checkAbort(signal);
    throw late.aborted ? tooLate(url) : unreachable(url, thrown);
  } finally {
    late.removeEventListener("abort", abort);
  }
}

/** The body as it comes; silence in the middle is a time-out too. */
export async function* chunksOf(
  response: Response,
  { timeoutMs, signal }: RequestOptions,
): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = response.body?.getReader();
  if (reader === undefined) return;
  try {
    for (;;) {
      const { done, value } = await withinTime(reader.read(), timeoutMs, response.url);
      if (done) return;
      yield value;
    }
  } catch (thrown) {
    checkAbort(signal);
    throw thrown instanceof SteleError ? thrown : unreachable(response.url, thrown);
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

async function withinTime<T>(work: Promise<T>, timeoutMs: number, url: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(tooLate(url)), timeoutMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
