import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAligner, openHome, readEnvironment } from "@stele/core/node";
import { type RunningServer, type StartOptions, startServer } from "@stele/server";
import { expect, it, onTestFinished } from "vitest";

function options(): StartOptions {
  const folder = mkdtempSync(join(tmpdir(), "stele-start-"));
  const home = openHome({ environment: readEnvironment({ HOME: folder, STELE_DATA_DIR: folder }) });
  onTestFinished(() => {
    home.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { home, webRoot: folder, aligner: createAligner({}), vectors: join(folder, "none.bin"), port: 0 };
}

async function start(more: StartOptions): Promise<RunningServer> {
  const server = await startServer(more);
  onTestFinished(() => server.close());
  return server;
}

it("answers at its address, to its own name only, and stops when told", async () => {
  const server = await start(options());
  expect(server.url).toBe(`http://127.0.0.1:${server.port}`);
  expect((await fetch(`${server.url}/api/texts`)).status).toBe(200);
  expect(server).toMatchObject({ isAlreadyRunning: false, isOtherPort: false });
  await expect(fetch(`http://[::1]:${server.port}/api/texts`)).rejects.toThrow();
  await server.close();
  await server.close();
  await expect(fetch(`${server.url}/api/texts`)).rejects.toThrow();
});

it("gives the address of a server of ours on the same folder instead of a second one", async () => {
  const own = options();
  const first = await start(own);
  const second = await start({ ...own, port: first.port });
  expect(second).toMatchObject({ url: first.url, isAlreadyRunning: true });
  await second.close();
  expect((await fetch(`${first.url}/api/texts`)).status).toBe(200);
});

it("takes the next free port where the port is held by something else, or by another library", async () => {
  const first = await start(options());
  const other = await start({ ...options(), port: first.port });
  expect(other).toMatchObject({ isAlreadyRunning: false, isOtherPort: true });
  expect(other.port).toBeGreaterThan(first.port);

  const stranger = await listening();
  const address = stranger.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const third = await start({ ...options(), port });
  expect(third.port).toBeGreaterThan(port);
});

/** Something that takes connections and says nothing. */
async function listening(): Promise<Server> {
  const server = createServer((socket) => socket.on("error", () => undefined));
  onTestFinished(() => {
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}
