import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAligner, type Home, LIBRARY_FILE, openHome, openLibrary, readEnvironment } from "@stele/core/node";
import { type ApiError, createApp } from "@stele/server";
import { expect, it, onTestFinished } from "vitest";
import { ENGLISH, PORT } from "./room.ts";

/** A home on a new folder whose library's file holds these bytes. */
function homeWith(file: string | undefined): Home {
  const folder = mkdtempSync(join(tmpdir(), "stele-errors-"));
  mkdirSync(folder, { recursive: true });
  if (file !== undefined) writeFileSync(join(folder, LIBRARY_FILE), file);
  const home = openHome({ environment: readEnvironment({ HOME: folder, STELE_DATA_DIR: folder }) });
  onTestFinished(() => {
    home.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return home;
}

async function ask(home: Home, path: string): Promise<readonly [number, string]> {
  const app = createApp({ home, port: PORT, webRoot: home.dataDir, aligner: createAligner({}), vectors: "none" });
  const response = await app.request(`http://127.0.0.1:${PORT}${path}`, { headers: { host: `127.0.0.1:${PORT}` } });
  const body = (await response.json()) as ApiError;
  return [response.status, body.error.code];
}

/** A write with the token that the app made in the home's folder. */
function writeRequest(home: Home, body: unknown): RequestInit {
  const token = readFileSync(join(home.dataDir, "server-token"), "utf8");
  const headers = { host: `127.0.0.1:${PORT}`, authorization: `Bearer ${token}`, "content-type": "application/json" };
  return { method: "POST", headers, body: JSON.stringify(body) };
}

it("says that the library is damaged, at every route that needs it, and still answers the others", async () => {
  const home = homeWith("this is no database, but it is long enough to be taken for one".repeat(100));
  for (const path of [
    "/api/texts",
    "/api/texts/x",
    "/api/bitexts/x",
    "/api/concordance?q=a",
    "/api/words",
    "/api/sentences",
  ]) {
    expect([path, ...(await ask(home, path))]).toEqual([path, 503, "library-damaged"]);
  }
  expect(await ask(home, "/api/none")).toEqual([404, "not-found"]);
});

it("says that the disk is full, and keeps nothing of the text", async () => {
  const home = homeWith(undefined);
  const small = openLibrary({ file: join(home.dataDir, "small.sqlite"), maxPages: 80 });
  onTestFinished(() => small.close());
  const app = createApp({
    home: { ...home, library: () => small },
    port: PORT,
    webRoot: home.dataDir,
    aligner: createAligner({}),
    vectors: "none",
  });
  const page = writeRequest(home, { texts: [{ text: ENGLISH.repeat(5000), language: "en" }] });
  const response = await app.request(`http://127.0.0.1:${PORT}/api/texts`, page);
  const body = (await response.json()) as ApiError;
  expect([response.status, body.error.code]).toEqual([507, "disk-full"]);
  expect(small.texts()).toEqual([]);
});

it("answers a library that only reads with 503 when something is to be written", async () => {
  const home = homeWith(undefined);
  home.library();
  home.close();
  const readOnly = openLibrary({ file: join(home.dataDir, LIBRARY_FILE), readOnly: true });
  onTestFinished(() => readOnly.close());
  const app = createApp({
    home: { ...home, library: () => readOnly },
    port: PORT,
    webRoot: home.dataDir,
    aligner: createAligner({}),
    vectors: "none",
  });
  const response = await app.request(
    `http://127.0.0.1:${PORT}/api/texts`,
    writeRequest(home, { texts: [{ text: ENGLISH }] }),
  );
  const body = (await response.json()) as ApiError;
  expect([response.status, body.error.code]).toEqual([503, "library-read-only"]);
});
