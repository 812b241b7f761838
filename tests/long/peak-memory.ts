import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";

/** Follows the memory of a process; call what it gives for the peak so far, in MB, or undefined where no one knows. */
export function followMemory(child: ChildProcess): () => number | undefined {
  let peak: number | undefined;
  const timer = setInterval(() => {
    const status = statusOf(child.pid ?? 0);
    const kilobytes = /VmHWM:\s+(\d+) kB/.exec(status)?.[1];
    if (kilobytes !== undefined) peak = Number(kilobytes) / 1024;
  }, 50);
  child.on("close", () => clearInterval(timer));
  return () => peak;
}

/** Linux keeps the highest that resident memory has been (proc(5), VmHWM); others have no such file. */
function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, "utf8");
  } catch {
    return "";
  }
}
