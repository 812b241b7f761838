import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";

const DIST = fileURLToPath(new URL("../../apps/web/dist/", import.meta.url));
const MOST_BYTES = 150_000;

/** A script with everything that it imports at once. */
function withImports(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const code = readFileSync(join(DIST, "assets", file), "utf8");
  for (const [, imported = ""] of code.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/gu)) withImports(imported, seen);
  return seen;
}

it("the reader's first screen needs at most 150 kB of JavaScript, gzipped", () => {
  const page = readFileSync(join(DIST, "index.html"), "utf8");
  const scripts = [...page.matchAll(/(?:src|href)="\/assets\/([^"]+\.js)"/gu)].map(([, file = ""]) => file);
  const files = new Set(scripts.flatMap((file) => [...withImports(file)]));
  const bytes = [...files].map((file) => gzipSync(readFileSync(join(DIST, "assets", file))).length);
  expect(files.size).toBeGreaterThan(0);
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(MOST_BYTES);
});

it("the page loads nothing from elsewhere and holds no inline script or style", () => {
  const page = readFileSync(join(DIST, "index.html"), "utf8");
  expect(page).not.toMatch(/https?:/u);
  expect(page).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/u);
});
