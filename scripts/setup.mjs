// Brings a clone to the point where everything can run: packages installed from the lockfile, everything built.
// The install is skipped where node_modules was made from this very lockfile, so that a second run needs no network.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter } from "node:path";
import { fileURLToPath } from "node:url";

const root = new URL("../", import.meta.url);
const stamp = new URL("node_modules/.stele-lockfile", root);
const { packageManager } = JSON.parse(readFileSync(new URL("package.json", root), "utf8"));
const installedFrom = createHash("sha256")
  .update(readFileSync(new URL("pnpm-lock.yaml", root)))
  .update(`${process.platform}-${process.arch}`)
  .digest("hex");

function readStamp() {
  try {
    return readFileSync(stamp, "utf8");
  } catch {
    return undefined;
  }
}

/** Runs a command in the root with its output on stderr: stdout belongs to whatever follows the set-up. */
function run(command, args, cwd = root) {
  const PATH = `${fileURLToPath(new URL("node_modules/.bin", root))}${delimiter}${process.env.PATH ?? ""}`;
  const env = { ...process.env, PATH, TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1", TURBO_NO_UPDATE_NOTIFIER: "1" };
  const { status, error } = spawnSync(command, args, {
    cwd,
    env,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (error !== undefined) console.error(error.message);
  if (status !== 0) process.exit(status ?? 1);
}

if (readStamp() !== installedFrom) {
  console.error("Installing the packages of the lockfile (once, about a minute) …");
  rmSync(stamp, { force: true });
  // From outside, so that npx does not run the very pnpm that an install may have to replace.
  const install = ["--dir", fileURLToPath(root), "install", "--frozen-lockfile"];
  run("npx", ["-y", "--prefer-offline", packageManager, ...install], tmpdir());
  writeFileSync(stamp, installedFrom);
}
run("turbo", ["run", "build", "--output-logs=errors-only"]);
