import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "../house/sources.ts";
import { newcomer, reachableRegistry, scratchFolder } from "./newcomer.ts";

const registry = reachableRegistry();
const PACKED = [...readdirSync(join(ROOT, "packages")).map((name) => `packages/${name}`), "apps/cli"];

/** Packs every package that will be published and writes a project that depends on the packed files. */
function projectWith(files: Readonly<Record<string, string>>): string {
  const project = scratchFolder();
  const packs = join(project, "packs");
  mkdirSync(packs);
  for (const path of PACKED) {
    execFileSync("pnpm", ["pack", "--pack-destination", packs], { cwd: join(ROOT, path), stdio: "pipe" });
  }
  const dependencies = Object.fromEntries(
    readdirSync(packs).map((file) => [`@stele/${file.split("-")[1]}`, `file:packs/${file}`]),
  );
  const tools = { typescript: "7.0.2", vite: "8.3.8", "@types/node": "20.19.43" };
  const manifest = { name: "user", private: true, type: "module", dependencies, devDependencies: tools };
  writeFileSync(join(project, "package.json"), JSON.stringify(manifest));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(project, name), text);
  return project;
}

const NODE_PROGRAM = `
import { align, parallel, segment } from "@stele/core/node";
const { sentences } = segment("It rained. We stayed in.", { language: "en" });
const text = await parallel({ text: "It rained all day. We stayed in.", language: "en" }, {
  to: ["ko"], translations: [{ language: "ko", text: "하루 종일 비가 왔다. 우리는 집에 있었다." }] });
const { beads, evidence } = await align(["It rained."], ["비가 왔다."], { source: "en", target: "ko" });
console.log(JSON.stringify({ sentences: sentences.length, rows: text.rows.length, beads: beads.length, evidence }));
`;

const TYPED_PROGRAM = `
import { type LanguageTag, segment, SteleError } from "@stele/core";
import { align } from "@stele/core/node";
const tag: LanguageTag = "zh-Hant";
const spans: readonly { start: number; end: number }[] = segment("雨停了。", { language: tag }).sentences;
// @ts-expect-error: Japanese is no language of Stele
segment("雨", { language: "ja" });
export const failed = (error: unknown): string => (error instanceof SteleError ? error.code : "");
export const first: Promise<number> = align(["a"], ["b"], { source: "en", target: "ko" }).then(({ beads }) => beads.length + spans.length);
`;

const BROWSER_PROGRAM = `
import { createAligner, segment } from "@stele/core";
document.title = String(segment("Hello. World.", { language: "en" }).sentences.length) + typeof createAligner;
`;

const TSCONFIG = {
  compilerOptions: {
    strict: true,
    module: "nodenext",
    target: "es2023",
    noEmit: true,
    types: ["node"],
    skipLibCheck: false,
  },
  files: ["typed.ts"],
};

describe.skipIf(registry === undefined)("the packed packages in somebody else's project", () => {
  const someone = newcomer(registry ?? "");
  let project = "";

  beforeAll(async () => {
    project = projectWith({
      "program.mjs": NODE_PROGRAM,
      "typed.ts": TYPED_PROGRAM,
      "browser.js": BROWSER_PROGRAM,
      "index.html": `<script type="module" src="/browser.js"></script>`,
      "tsconfig.json": JSON.stringify(TSCONFIG),
    });
    const installed = await someone.run(["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts"], {
      cwd: project,
    });
    expect(installed, installed.stderr).toMatchObject({ status: 0 });
  }, 300_000);

  it("run in Node, with the bundled vectors", async () => {
    const ran = await someone.run(["node", "program.mjs"], { cwd: project });
    expect(ran, ran.stderr).toMatchObject({ status: 0 });
    const said = JSON.parse(ran.stdout);
    expect(said).toMatchObject({ sentences: 2, rows: 2, beads: 1 });
    expect(said.evidence).toContain("meaning");
  });

  it("type-check under nodenext and strict", async () => {
    const checked = await someone.run(["npx", "tsc", "-p", "tsconfig.json"], { cwd: project });
    expect(checked, checked.stdout).toMatchObject({ status: 0 });
  });

  it("bundle for a browser", async () => {
    const bundled = await someone.run(["npx", "vite", "build"], { cwd: project });
    expect(bundled, bundled.stderr).toMatchObject({ status: 0 });
    expect(bundled.stderr + bundled.stdout).not.toMatch(/externalized for browser/u);
  });

  it("bring the command line, its samples and its page", async () => {
    const ran = await someone.run(["npx", "stele", "--version"], { cwd: project });
    expect(ran).toMatchObject({ status: 0, stdout: "0.1.0\n" });
    const demo = await someone.run(["npx", "stele", "demo", "--once"], { cwd: project });
    expect(demo, demo.stderr).toMatchObject({ status: 0 });
    expect(demo.stdout).toMatch(/[가-힣]{2}/u);
    expect(readdirSync(join(project, "node_modules/@stele/cli/assets/page"))).toContain("index.html");
  });
});
