import { type Dirent, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  mjs: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  json: "application/json",
  webmanifest: "application/manifest+json",
  svg: "image/svg+xml",
  png: "image/png",
  ico: "image/x-icon",
  woff2: "font/woff2",
  bin: "application/octet-stream",
  txt: "text/plain; charset=utf-8",
};

/** A file of the page. */
export interface WebFile {
  readonly path: string;
  readonly mediaType: string;
  /** The bundler put a hash of the content into the name. */
  readonly isImmutable: boolean;
}

/**
 * The files below a folder by their address (`/assets/index-1a2b3c4d.js`). Only what this list names is served, so that
 * no address leads out of the folder; links are not followed.
 */
export function listWebFiles(root: string): ReadonlyMap<string, WebFile> {
  return new Map(entriesOf(root).flatMap((entry) => (entry.isFile() ? [webFile(root, entry)] : [])));
}

function entriesOf(root: string): readonly Dirent[] {
  try {
    return readdirSync(root, { recursive: true, withFileTypes: true });
  } catch {
    return [];
  }
}

function webFile(root: string, entry: Dirent): readonly [string, WebFile] {
  const path = join(entry.parentPath, entry.name);
  const address = `/${relative(root, path).split(sep).join("/")}`;
  const extension = /\.([^.]+)$/u.exec(entry.name)?.[1]?.toLowerCase() ?? "";
  const mediaType = MEDIA_TYPES[extension] ?? "application/octet-stream";
  return [address, { path, mediaType, isImmutable: /^\/assets\/.+-[\w-]{8,}\.\w+$/u.test(address) }];
}
