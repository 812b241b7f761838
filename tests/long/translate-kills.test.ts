import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openLibrary } from "@stele/library";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type FaultsServer, startFaultsServer } from "../faults/faults-server.ts";

const CHILD = fileURLToPath(new URL("translate-child.mjs", import.meta.url));
const KILLS = 200;
const TEXTS = 20_000;
/** Two requests of fifty texts may be under way when the process dies. */
const IN_FLIGHT = 100;

const folder = mkdtempSync(join(tmpdir(), "stele-kills-"));
const file = join(folder, "library.sqlite");
let server: FaultsServer;
beforeAll(async () => {
  server = await startFaultsServer({ latencyMs: 100 });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** Runs the translation in a process of its own and kills it some time after its first request came. */
async function runAndKill(afterMs: number): Promise<void> {
  const before = server.log.length;
  const child = spawn(process.execPath, [CHILD, file, server.url, String(TEXTS)], { stdio: "inherit" });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  while (server.log.length === before && child.exitCode === null) await wait(5);
  await wait(afterMs);
  child.kill("SIGKILL");
  await ended;
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function committed(): ReadonlySet<string> {
  const library = openLibrary({ file });
  const texts = new Set(library.answers.list(TEXTS).map(({ facts }) => facts.text));
  library.close();
  return texts;
}

it(`${KILLS} kills at random moments: nothing committed is sent again, and at most what was in flight is charged twice`, async () => {
  let before: ReadonlySet<string> = new Set();
  let sentTwice = 0;
  let mostLost = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const logged = server.log.length;
    // Not by chance alone: every part of a request's life, from 0 to 220 ms after the first, is cut somewhere.
    await runAndKill((kill * 37) % 220);
    const sent = server.log.slice(logged).flatMap(({ texts }) => texts);
    sentTwice += sent.filter((text) => before.has(text)).length;
    before = committed();
    mostLost = Math.max(mostLost, sent.filter((text) => !before.has(text)).length);
  }
  console.log(
    `${KILLS} kills: ${before.size} answers kept, ${sentTwice} committed ones sent again, at most ${mostLost} lost a kill`,
  );
  expect(before.size).toBeGreaterThan(10 * KILLS);
  expect(sentTwice).toBe(0);
  expect(mostLost).toBeLessThanOrEqual(IN_FLIGHT);
});
