import { expect, it } from "vitest";
import { projectFiles, readProjectFile } from "./sources.ts";

interface Manifest {
  readonly name: string;
  readonly license: string;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

function manifests(): readonly { path: string; manifest: Manifest }[] {
  return projectFiles(/^((packages|apps)\/[a-z]+\/)?package\.json$|^tests\/package\.json$/).map((path) => ({
    path,
    manifest: JSON.parse(readProjectFile(path)) as Manifest,
  }));
}

it("every version stands once, in the catalog", () => {
  const elsewhere = manifests().flatMap(({ path, manifest }) =>
    Object.entries({ ...manifest.dependencies, ...manifest.devDependencies, ...manifest.peerDependencies })
      // turbo asks for the pnpm of `packageManager` in the root: the one version that a catalog cannot give.
      .filter(([name, version]) => name !== "pnpm" && version !== "catalog:" && version !== "workspace:*")
      .map(([name, version]) => `${path}: ${name} ${version}`),
  );
  expect(elsewhere).toEqual([]);
});

it("every catalog entry is an exact version that somebody uses", () => {
  const entries = [...readProjectFile("pnpm-workspace.yaml").matchAll(/^ {2}"?([@a-z][^":]*)"?: (\d\S*)$/gmu)];
  const used = new Set(
    manifests().flatMap(({ manifest }) =>
      Object.keys({ ...manifest.dependencies, ...manifest.devDependencies, ...manifest.peerDependencies }),
    ),
  );
  expect(entries.length).toBeGreaterThan(20);
  expect(entries.filter(([, , version]) => !/^\d+\.\d+\.\d+$/u.test(version ?? ""))).toEqual([]);
  expect(entries.map(([, name]) => name).filter((name) => !used.has(name ?? ""))).toEqual([]);
});

it("no package runs a script when it is installed", () => {
  const hooks = manifests().flatMap(({ manifest }) =>
    Object.keys(manifest.scripts ?? {}).filter((name) => /^(pre|post)?install$|^prepare$/.test(name)),
  );
  expect(hooks).toEqual([]);
});

it("the lockfile names no address: packages come from whatever registry the user has", () => {
  const lines = readProjectFile("pnpm-lock.yaml").split("\n");
  expect(lines.filter((line) => /https?:\/\/|tarball:/u.test(line))).toEqual([]);
});

it("no tracked text names a path of somebody's machine", () => {
  const texts = projectFiles(/\.(ts|tsx|mjs|js|cjs|json|md|yaml|css|html|txt)$/).filter(
    (path) => path !== "pnpm-lock.yaml",
  );
  const home = /(?<![.\w-])\/(root|work|Users|home\/[a-z]+)\//u;
  const offenders = texts.filter((path) => !path.startsWith("tests/house/") && home.test(readProjectFile(path)));
  expect(offenders).toEqual([]);
});
