import { Failure, failureOf } from "./failure.ts";

/** What a request carries besides its address. */
export interface RequestOptions {
  readonly method?: "GET" | "POST" | "PUT" | "DELETE";
  /** Sent as JSON, or as it is where it is a `FormData`. */
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/**
 * Asks the server for JSON under `/api`.
 *
 * @throws Failure with the server's code; `network` where no answer came.
 */
export async function request(path: string, options: RequestOptions = {}): Promise<unknown> {
  const response = await send(path, options);
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw failureOf(body, response.status);
  return body;
}

/** The same, giving the answer itself once its head is there: for files and event streams. */
export async function requestRaw(path: string, options: RequestOptions = {}): Promise<Response> {
  const response = await send(path, options);
  if (response.ok) return response;
  throw failureOf(await response.json().catch(() => undefined), response.status);
}

async function send(path: string, { method = "GET", body, signal }: RequestOptions): Promise<Response> {
  const isForm = body instanceof FormData;
  try {
    return await fetch(`/api${path}`, {
      method,
      ...(signal === undefined ? {} : { signal }),
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      ...(body === undefined || isForm ? {} : { headers: { "content-type": "application/json" } }),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw cancelled();
    throw new Failure({ code: "network", message: "The server of the reading room does not answer." });
  }
}

function cancelled(): Failure {
  return new Failure({ code: "cancelled", message: "Cancelled." });
}
