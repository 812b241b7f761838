/** Every figure of speed, part after part, each in a process of its own: what `npm run bench:speed` prints. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

for (const part of ["speed-cli", "speed-segment", "speed-align"]) {
  const script = fileURLToPath(new URL(`${part}.ts`, import.meta.url));
  const { status } = spawnSync("tsx", [script, ...process.argv.slice(2)], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
