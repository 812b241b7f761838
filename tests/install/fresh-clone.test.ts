import { execFileSync } from "node:child_process";
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "../house/sources.ts";
import { newcomer, reachableRegistry, scratchFolder } from "./newcomer.ts";

const registry = reachableRegistry();

interface DryRun {
  readonly tasks: readonly { readonly package: string; readonly cache: { readonly status: "HIT" | "MISS" } }[];
}

/** Packages whose build would really run. */
function wouldRebuild(dryRun: string): readonly string[] {
  const { tasks } = JSON.parse(dryRun.slice(dryRun.indexOf("{"))) as DryRun;
  return tasks.filter(({ cache }) => cache.status === "MISS").map((task) => task.package);
}

it.skipIf(registry === undefined)(
  "a clone in an empty home installs, builds, prints the demo, and does it again without network",
  async () => {
    const clone = join(scratchFolder(), "stele");
    execFileSync("git", ["clone", "-q", ROOT, clone]);
    const someone = newcomer(registry ?? "");

    const first = await someone.run(["npm", "start", "--", "--once"], { cwd: clone });
    expect(first, first.stderr).toMatchObject({ status: 0 });
    expect(first.stdout).toMatch(/[가-힣]{2}/u);
    expect(first.stdout).toMatch(/[一-鿿]{2}/u);

    const second = await someone.run(["npm", "start", "--", "--once"], { cwd: clone, offline: true });
    expect(second, second.stderr).toMatchObject({ status: 0, stdout: first.stdout });
    expect(second.stderr).not.toMatch(/Installing/u);

    const planned = ["npx", "turbo", "run", "build", "--dry=json"];
    expect(wouldRebuild((await someone.run(planned, { cwd: clone, offline: true })).stdout)).toEqual(["@stele/tests"]);
    appendFileSync(join(clone, "packages/messages/src/index.ts"), "// touched\n");
    const touched = wouldRebuild((await someone.run(planned, { cwd: clone, offline: true })).stdout);
    expect(touched.toSorted()).toEqual([
      "@stele/cli",
      "@stele/messages",
      "@stele/server",
      "@stele/tests",
      "@stele/web",
    ]);
  },
  600_000,
);
