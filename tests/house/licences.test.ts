import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { ROOT } from "./sources.ts";

/** Permissive licences, and MPL-2.0 for what is used unmodified. */
const ALLOWED = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MIT AND Apache-2.0",
  "MPL-2.0",
]);

type Listing = Readonly<Record<string, readonly { readonly name: string; readonly versions: readonly string[] }[]>>;

/** What an installed Stele contains, by licence. The compiler's native part is named by platform, so it is left out. */
function productionLicences(): Listing {
  const listing = execFileSync("pnpm", ["licenses", "list", "--prod", "--json"], { cwd: ROOT, encoding: "utf8" });
  return JSON.parse(listing) as Listing;
}

function asTable(listing: Listing): string {
  const rows = Object.entries(listing)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([licence, packages]) => {
      const names = packages.map(({ name }) => name).filter((name) => !name.startsWith("@typescript/typescript-"));
      return `| ${licence} | ${names.toSorted().join(", ")} |\n`;
    });
  return `# Licences of what Stele installs

Written by \`npx vitest run --project house tests/house/licences.test.ts -u\`; the gate fails when it is out of date. The
data files have their sources and licences in [NOTICE](../NOTICE).

| licence | packages |
|---|---|
${rows.join("")}`;
}

it("every package that an installed Stele contains has a licence that the project allows, and is listed", async () => {
  const listing = productionLicences();
  expect(Object.keys(listing).filter((licence) => !ALLOWED.has(licence))).toEqual([]);
  await expect(asTable(listing)).toMatchFileSnapshot("../../docs/licences.md");
});
