import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import { errorBody } from "./error-response.ts";

/** Sends one event; `E` says which events there are and what each carries. */
type Tell<E> = <K extends keyof E & string>(event: K, data: E[K]) => Promise<void>;

/** How a piece of work is watched, and told that nobody watches any more. */
export interface Watching<E> {
  readonly tell: Tell<E>;
  /** Aborted when the client goes away. */
  readonly signal: AbortSignal;
}

/** Answers with server-sent events while some work goes on; an error becomes the last event, `error`. */
export function streamEvents<E>(context: Context, work: (watching: Watching<E>) => Promise<void>): Response {
  const controller = new AbortController();
  context.req.raw.signal.addEventListener("abort", () => controller.abort(), { once: true });
  return streamSSE(context, async (events) => {
    events.onAbort(() => controller.abort());
    const send = (event: string, data: unknown): Promise<void> =>
      events.writeSSE({ event, data: JSON.stringify(data) });
    try {
      await work({ tell: send, signal: controller.signal });
    } catch (error) {
      await send("error", errorBody(error).error);
    }
  });
}
