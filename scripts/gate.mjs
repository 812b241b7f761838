// Every check of the project, after the build: each tool counts as one check, each test as one.
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "stele-gate-"));
const vitestReport = join(scratch, "vitest.json");
const packages = readdirSync(join(root, "packages"));

/** Where `npm pack` puts a package's file. */
function packOf(name) {
  const { name: scoped, version } = JSON.parse(readFileSync(join(root, "packages", name, "package.json"), "utf8"));
  return join(scratch, `${scoped.replace("@", "").replace("/", "-")}-${version}.tgz`);
}

const STATIC_CHECKS = [
  { name: "format and lint", command: ["biome", "ci", "--error-on-warnings", "."] },
  { name: "types of the tests", command: ["tsc", "-p", "tsconfig.json"] },
  { name: "dead code", command: ["knip"] },
];

/** What is asked of every package as it will be published: both tools look at one file, packed once. */
const PACKAGE_CHECKS = packages.flatMap((name) => [
  {
    name: `types that ${name} offers`,
    command: ["attw", packOf(name), "--profile", "esm-only", "--quiet", "--exclude-entrypoints", "vectors.bin"],
  },
  { name: `package shape of ${name}`, command: ["publint", "run", packOf(name), "--strict"] },
]);

const PACK = [
  "npm",
  "pack",
  "--silent",
  "--pack-destination",
  scratch,
  ...packages.map((name) => `./packages/${name}`),
];

/** Runs one command and resolves to its exit code and its output. */
function run(command) {
  return new Promise((resolve) => {
    const child = spawn(command[0], command.slice(1), { cwd: root, shell: process.platform === "win32" });
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
    });
    child.stderr.on("data", (chunk) => {
      output += chunk;
    });
    child.on("error", (error) => resolve({ status: 1, output: error.message }));
    child.on("close", (status) => resolve({ status: status ?? 1, output }));
  });
}

async function check({ name, command }) {
  const started = Date.now();
  const { status, output } = await run(command);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? "✓" : "✗"} ${name} (${seconds} s)`);
  if (status !== 0) console.log(output);
  return status === 0;
}

async function allOf(checks) {
  const waiting = [...checks];
  const results = [];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) results.push(await check(next));
  };
  await Promise.all([worker(), worker()]);
  return results;
}

/** Runs every test with its progress shown; the counts come from the report, not from the screen. */
async function tests() {
  const child = spawn(
    "vitest",
    [
      "run",
      "--project",
      "unit",
      "--project",
      "house",
      "--project",
      "browser",
      "--reporter=dot",
      "--reporter=json",
      `--outputFile.json=${vitestReport}`,
    ],
    { cwd: root, stdio: "inherit", shell: process.platform === "win32" },
  );
  const status = await new Promise((resolve) => child.on("close", resolve));
  const report = readReport();
  const suitesThatDidNotLoad = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.every((test) => test.status !== "failed"),
  ).length;
  const failed = report.numFailedTests + suitesThatDidNotLoad;
  return {
    passed: report.numPassedTests,
    failed: status !== 0 && failed === 0 ? 1 : failed,
    skipped: report.testResults.flatMap((file) =>
      file.assertionResults.filter((test) => test.status === "pending" || test.status === "skipped"),
    ),
  };
}

function readReport() {
  try {
    return JSON.parse(readFileSync(vitestReport, "utf8"));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, testResults: [] };
  }
}

const [packing, checks] = await Promise.all([run(PACK), allOf(STATIC_CHECKS)]);
if (packing.status !== 0) console.log(packing.output);
checks.push(...(await allOf(PACKAGE_CHECKS)));
const { passed, failed, skipped } = await tests();
rmSync(scratch, { recursive: true, force: true });

const passedInAll = passed + checks.filter(Boolean).length;
const failedInAll = failed + checks.filter((ok) => !ok).length;
for (const test of skipped) console.log(`skipped: ${test.fullName}`);
console.log(`${skipped.length} skipped`);
console.log(`${passedInAll} passed, ${failedInAll} failed`);
process.exit(failedInAll === 0 ? 0 : 1);
