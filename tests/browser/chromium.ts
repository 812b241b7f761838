import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** The shell without windows first: the same engine, and a page takes it less than half the time. */
const PLACES = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
];

/** The Chromium of this machine: `STELE_CHROMIUM`, else the usual places; undefined where there is none. */
function chromiumPath(): string | undefined {
  const named = process.env.STELE_CHROMIUM;
  return named ?? PLACES.find((place) => existsSync(place));
}

/** Whether browser tests are left out: only where there is no Chromium, and never under CI. */
export const isWithoutChromium: boolean = chromiumPath() === undefined && process.env.CI === undefined;

/** In a container the shared memory is often 64 MB, which several browsers at once outgrow. */
const SMALL_SHM = "--disable-dev-shm-usage";

/** Starts Chromium, with further switches; as root it needs its sandbox off. */
export async function launchChromium(more: readonly string[] = []): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === undefined) throw new Error("No Chromium was found. Install it, or name it in STELE_CHROMIUM.");
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({ executablePath, args: [...sandbox, SMALL_SHM, ...more] });
}
