import type { LoggedRequest, Reply } from "./exchange.ts";

/** A pretended Remote Settings server with its attachments. */
export interface ModelMirror {
  /** Records by collection. */
  readonly records: Readonly<Record<string, readonly unknown[]>>;
  /** Attachments by their location. */
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** Where the server says that the files are. Default: on itself. */
  readonly attachmentsUrl?: string;
  /** True: a file is always sent from its beginning. */
  readonly ignoresRange?: boolean;
}

/** The path of the pretended server's bucket, to be put behind its address. */
export const MIRROR_PATH = "/mirror/v1/buckets/main";

/** Answers what the server is, the lists of records, and attachments, whole or from a byte on. */
export function answerModels(request: LoggedRequest, mirror: ModelMirror | undefined): Reply | undefined {
  if (mirror === undefined) return undefined;
  const collection = /\/collections\/([^/]+)\/records$/u.exec(request.path)?.[1];
  if (collection !== undefined) {
    const data = mirror.records[collection];
    return data === undefined ? { status: 404, body: "{}" } : { status: 200, body: JSON.stringify({ data }) };
  }
  if (request.path === "/mirror/v1/") {
    const own = `${request.isEncrypted ? "https" : "http"}://${request.host}/attachments/`;
    const capabilities = { attachments: { base_url: mirror.attachmentsUrl ?? own } };
    return { status: 200, body: JSON.stringify({ capabilities }) };
  }
  const file = mirror.files[request.path.replace(/^\/attachments\//u, "")];
  return file === undefined
    ? { status: 404, body: "" }
    : sendFile(file, mirror.ignoresRange === true ? undefined : request.range);
}

function sendFile(file: Uint8Array, range: string | undefined): Reply {
  const start = Number(/^bytes=(\d+)-$/u.exec(range ?? "")?.[1] ?? 0);
  const type = "application/octet-stream";
  if (start === 0) return { status: 200, body: file, type };
  if (start >= file.length) return { status: 416, body: "", type };
  const headers = { "content-range": `bytes ${start}-${file.length - 1}/${file.length}` };
  return { status: 206, body: file.subarray(start), type, headers };
}
