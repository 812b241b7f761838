import { SteleError } from "@stele/model";
import { checkAbort } from "../../../errors.ts";
import type { Fetch } from "../../proxied-fetch.ts";
import { broken, tooLate, unreachable } from "./model-source-errors.ts";

/** How something is asked for. */
export interface RequestOptions {
  readonly timeoutMs: number;
  readonly fetch: Fetch;
  readonly signal?: AbortSignal | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks; after so long without an answer it throws `timeout`. */
export async function request(url: string, options: RequestOptions): Promise<Response> {
  const { signal, headers = {}, timeoutMs, fetch } = options;
  const late = AbortSignal.timeout(timeoutMs);
  const stop = new AbortController();
  const abort = () => stop.abort();
  late.addEventListener("abort", abort, { once: true });
  signal?.addEventListener("abort", abort, { once: true });
  try {
    return await fetch(url, { signal: stop.signal, headers });
  } catch (thrown) {
    checkAbort(signal);
    if (thrown instanceof SteleError) throw thrown;
    throw late.aborted ? tooLate(url) : unreachable(url, thrown);
  } finally {
    late.removeEventListener("abort", abort);
  }
}

/** Bytes a millisecond below which a body does not come but trickle. */
const LEAST_SPEED = 1;

/** The body as it comes; silence in the middle is a time-out too, and so is what comes drop by drop. */
export async function* chunksOf(
  response: Response,
  { timeoutMs, signal }: Pick<RequestOptions, "timeoutMs" | "signal">,
): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = response.body?.getReader();
  if (reader === undefined) return;
  let [since, bytes] = [performance.now(), 0];
  try {
    for (;;) {
      const { done, value } = await withinTime(reader.read(), timeoutMs, response.url);
      if (done) return;
      bytes += value.length;
      yield value;
      if (performance.now() - since < timeoutMs) continue;
      if (bytes < timeoutMs * LEAST_SPEED) throw tooLate(response.url);
      [since, bytes] = [performance.now(), 0];
    }
  } catch (thrown) {
    checkAbort(signal);
    throw thrown instanceof SteleError ? thrown : broken(response.url, thrown);
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
