import { spawn } from "node:child_process";
import type { Session } from "./session.ts";
import { shippedFolder } from "./shipped-files.ts";

/** How the reading room is opened. */
export interface RoomFlags {
  /** Default: the server's own, 4117. */
  readonly port?: string;
  /** False: no browser is opened. */
  readonly open: boolean;
}

/** Opens a text in the reading room; without a terminal, where nobody could stop it, says how to. */
export async function openText(id: string, flags: RoomFlags, session: Session): Promise<void> {
  if (!session.canAsk) return session.say(session.t("cli.say.notServed"));
  await openReadingRoom(`#/text/${id}`, flags, session);
}

/**
 * Serves the reading room until Ctrl-C and says where it is; where it is served already, says that and stops.
 *
 * @param path what to open in it, from the `#` on.
 */
export async function openReadingRoom(path: string, flags: RoomFlags, session: Session): Promise<void> {
  const { t } = session;
  const { signal } = session.io;
  const { startServer } = await import("@stele/server");
  const port = await portOf(flags.port, session);
  const home = await session.home();
  const server = await startServer({
    home,
    webRoot: shippedFolder("page"),
    ...(port === undefined ? {} : { port }),
    onBug: (error) => void session.say(String(error)),
  });
  const url = `${server.url}/${path}`;
  await session.say(t(server.isAlreadyRunning ? "cli.say.alreadyServing" : "cli.say.readingRoom", { url }));
  if (flags.open && session.canAsk) openBrowser(url);
  if (server.isAlreadyRunning) return;
  await session.say(t("cli.say.stopWith"));
  await interrupted(signal);
  await server.close();
}

async function portOf(text: string | undefined, session: Session): Promise<number | undefined> {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  const { SteleError } = await session.core();
  throw new SteleError({
    code: "usage",
    message: `"${text}" is no port.`,
    hint: "A port is a number from 0 (any free one) to 65535.",
    details: { value: text, reason: "port-invalid" },
  });
}

function interrupted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

/** The address was said already, so that a computer without a browser loses nothing. */
function openBrowser(url: string): void {
  const [program, ...words] = { darwin: ["open"], win32: ["cmd", "/c", "start", ""] }[process.platform as string] ?? [
    "xdg-open",
  ];
  const child = spawn(program ?? "xdg-open", [...words, url], { stdio: "ignore", detached: true });
  child.on("error", () => undefined);
  child.unref();
}
