import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyHome, runStele } from "./run-stele.ts";

describe("stele terms", () => {
  it("proposes a glossary that the text keeps to, and finds where it departs from another", async () => {
    const home = emptyHome();
    await runStele(["demo"], { home });
    const table = await runStele(["terms", "1", "--to", "ko"], { home });
    expect(table.stdout).toMatch(/Tern Bridge +턴교/);
    const { terms } = JSON.parse((await runStele(["terms", "1", "--to", "ko", "--json"], { home })).stdout);
    expect(terms.every(({ count }: { count: number }) => count >= 2)).toBe(true);

    await runStele(["terms", "1", "--to", "ko", "--format", "csv", "-o", "terms.csv"], { home });
    expect(readFileSync(join(home, "terms.csv"), "utf8")).toContain("Tern Bridge,턴교\n");
    writeFileSync(join(home, "good.csv"), "Tern Bridge,턴교\n");
    expect((await runStele(["terms", "1", "--to", "ko", "--check", "good.csv"], { home })).exitCode).toBe(0);
    writeFileSync(join(home, "bad.csv"), "Tern Bridge,갈매기다리\n");
    const departed = await runStele(["terms", "1", "--to", "ko", "--check", "bad.csv"], { home });
    expect([departed.exitCode, departed.stdout.includes("갈매기다리")]).toEqual([8, true]);
  });
});
