import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { hashText } from "@stele/core/node";

/** Characters of a SHA-256 that tell files and folders apart. */
const SHORT_HASH = 16;

/** The version of this package. */
export function ownVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  return typeof manifest === "object" && manifest !== null && "version" in manifest ? String(manifest.version) : "";
}

/** A mark of a data folder that does not tell its path. */
export function libraryMark(dataDir: string): string {
  return hashText(resolve(dataDir)).slice(0, SHORT_HASH);
}

/** A file that the page's workers load. */
export interface SharedFile {
  readonly path: string;
  /** Made from its content, so that it may be kept for good. */
  readonly address: string;
}

/** A file under an address of its own; undefined where it cannot be read. */
export function sharedFile(name: string, path: string | undefined): SharedFile | undefined {
  if (path === undefined) return undefined;
  try {
    const hash = createHash("sha256").update(readFileSync(path)).digest("hex").slice(0, SHORT_HASH);
    return { path, address: `/${name}-${hash}.bin` };
  } catch {
    return undefined;
  }
}
