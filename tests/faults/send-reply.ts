import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import type { Reply } from "./exchange.ts";
import type { Fault } from "./fault.ts";

/** Sends the reply, spoilt by the fault. */
export async function sendReply(response: ServerResponse, reply: Reply, fault: Fault | undefined): Promise<void> {
  if (fault === undefined) return sendWhole(response, reply);
  switch (fault.kind) {
    case "silence":
      return;
    case "slow":
      await wait(fault.ms);
      return sendWhole(response, reply);
    case "trickle":
      return trickle(response, reply, fault.ms);
    case "reset":
      return reset(response, reply, fault);
    case "status": {
      const headers = fault.retryAfter === undefined ? {} : { "retry-after": fault.retryAfter };
      return sendWhole(response, { status: fault.status, body: fault.body ?? "{}", headers });
    }
    case "redirect":
      return sendWhole(response, { status: fault.status, body: "", headers: { location: fault.to } });
    case "body":
      return sendWhole(response, { ...reply, body: fault.body, type: fault.type ?? "application/json" });
    case "cut-json":
      return sendWhole(response, { ...reply, body: bytesOf(reply).subarray(0, bytesOf(reply).length >> 1) });
    case "answers":
      return sendWhole(response, { ...reply, body: reply.withAnswers?.(fault.change) ?? reply.body });
    default:
      return sendOddly(response, reply, fault);
  }
}

function sendOddly(response: ServerResponse, reply: Reply, fault: Fault): void {
  const bytes = bytesOf(reply);
  if (fault.kind === "gzip") {
    const whole = fault.damage === "not-packed" ? bytes : gzipSync(bytes);
    const packed = fault.damage === "cut" ? whole.subarray(0, whole.length >> 1) : whole;
    sendWhole(response, { ...reply, body: packed, headers: { ...reply.headers, "content-encoding": "gzip" } });
  } else if (fault.kind === "wrong-length") {
    response.writeHead(reply.status, headersOf(reply, bytes.length + fault.by));
    response.write(fault.by < 0 ? bytes.subarray(0, bytes.length + fault.by) : bytes);
    response.socket?.end();
  }
}

function sendWhole(response: ServerResponse, reply: Reply): void {
  const bytes = bytesOf(reply);
  response.writeHead(reply.status, headersOf(reply, bytes.length));
  response.end(bytes);
}

async function trickle(response: ServerResponse, reply: Reply, ms: number): Promise<void> {
  const bytes = bytesOf(reply);
  response.writeHead(reply.status, headersOf(reply, bytes.length));
  for (let at = 0; at < bytes.length && !response.destroyed; at++) {
    response.write(bytes.subarray(at, at + 1));
    await wait(ms);
  }
  response.end();
}

function reset(
  response: ServerResponse,
  reply: Reply,
  { at, afterMs = 0 }: Extract<Fault, { readonly kind: "reset" }>,
): void {
  if (at === "start") {
    response.socket?.resetAndDestroy();
    return;
  }
  const bytes = bytesOf(reply);
  response.writeHead(reply.status, headersOf(reply, bytes.length));
  response.write(bytes.subarray(0, bytes.length >> 1), () => setTimeout(() => response.socket?.destroy(), afterMs));
}

function bytesOf(reply: Reply): Buffer {
  return Buffer.from(reply.body as string);
}

function headersOf(reply: Reply, length: number): Record<string, string> {
  return { "content-type": reply.type ?? "application/json", "content-length": String(length), ...reply.headers };
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
