import { execFileSync } from "node:child_process";
import { appendFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT, readProjectFile } from "../house/sources.ts";
import { newcomer, reachableRegistry, scratchFolder } from "../install/newcomer.ts";

/** The library's example and what it prints. */
const README_EXAMPLE = /```ts\n([\s\S]*?)```\n\n```\n([\s\S]*?)```/u;

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
  "a clone in an empty home installs, builds, prints the demo, runs the README's example, and does it again without network",
  async () => {
    const clone = join(scratchFolder(), "stele");
    execFileSync("git", ["clone", "-q", ROOT, clone]);
    const someone = newcomer(registry ?? "");

    const first = await someone.run(["npm", "start", "--", "--once"], { cwd: clone });
    expect(first, first.stderr).toMatchObject({ status: 0 });
    expect(first.stdout).toMatch(/[가-힣]{2}/u);
    expect(first.stdout).toMatch(/[一-鿿]{2}/u);

    const [, example = "", output = ""] = README_EXAMPLE.exec(readProjectFile("README.md")) ?? [];
    const texts = (rows: string): readonly string[] =>
      rows
        .trim()
        .split("\n")
        .map((row) => row.replace(/\t[\d.]+$/u, ""));
    writeFileSync(join(clone, "ferry.ts"), example);
    const ran = await someone.run(["npx", "tsx", "ferry.ts"], { cwd: clone, offline: true });
    expect([ran.status, texts(ran.stdout)], ran.stderr).toEqual([0, texts(output)]);

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
