import { randomUUID } from "node:crypto";
import { readdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** A name beside a file under which it is written first; the process stands in it, so that others know whose it is. */
export function neighbourOf(file: string): string {
  return join(dirname(file), `.${basename(file)}.${process.pid}.${randomUUID()}.part`);
}

/** Removes half-written neighbours of the file whose process is gone; one that is still at work keeps its own. */
export function removeOrphans(file: string): void {
  const start = `.${basename(file)}.`;
  for (const name of readdirSync(dirname(file))) {
    const pid = name.startsWith(start) ? /^(\d+)\.[-0-9a-f]{36}\.part$/.exec(name.slice(start.length))?.[1] : undefined;
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(dirname(file), name), { force: true });
  }
}

/** Signal 0 reaches nobody; it only asks whether the process is there. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
