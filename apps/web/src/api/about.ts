import type { CachedFile } from "../work/cached-file.ts";
import { isRecord } from "./failure.ts";
import { request } from "./request.ts";

/** What the server says of itself. */
export interface About {
  /** The addresses of the files that the workers need, as far as the server has them. */
  readonly files: Readonly<Partial<Record<CachedFile, string>>>;
  /** The largest body that it takes, in bytes. */
  readonly uploadBytes: number;
}

const DEFAULT_UPLOAD_BYTES = 64 * 1024 * 1024;
let about: Promise<About> | undefined;

/** Asks the server once; a failed question is asked again the next time. */
export function readAbout(): Promise<About> {
  about ??= ask().catch((error: unknown) => {
    about = undefined;
    throw error;
  });
  return about;
}

async function ask(): Promise<About> {
  const body = await request("/about");
  const { vectors, dictionary, uploadBytes } = isRecord(body) ? body : {};
  return {
    files: {
      ...(typeof vectors === "string" ? { vectors } : {}),
      ...(typeof dictionary === "string" ? { dictionary } : {}),
    },
    uploadBytes: typeof uploadBytes === "number" ? uploadBytes : DEFAULT_UPLOAD_BYTES,
  };
}
