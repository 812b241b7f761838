import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { openLibrary } from "@stele/core/node";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type FaultsServer, startFaultsServer } from "../../../tests/faults/faults-server.ts";
import { emptyHome, type Outcome, runStele } from "./run-stele.ts";

const KEY = "key-of-a-test-account";
const NEWS = "The gauge at Lowbridge stood at 4.2 metres.\n\nTwo streets were closed. Nobody was hurt.";

let server: FaultsServer;
let home: string;

beforeEach(async () => {
  server = await startFaultsServer({ account: { key: KEY, used: 0, limit: 1_000_000 } });
  home = emptyHome();
  writeFileSync(join(home, "news.txt"), NEWS);
});
afterEach(() => server.close());

const stele = (...argv: string[]): Promise<Outcome> =>
  runStele(argv, { home, variables: { DEEPL_API_KEY: KEY, DEEPL_SERVER_URL: server.url, STELE_ENGINE: "deepl" } });

describe("a translation into one language", () => {
  it("gives one language as JSON and as a table, with the rows that the library then shows", async () => {
    const json = JSON.parse((await stele("translate", "news.txt", "--to", "ko", "--format", "json")).stdout);
    const shown = JSON.parse((await stele("library", "show", "1", "--format", "json")).stdout);
    expect(json).toEqual(shown);
    const table = (await stele("translate", "news.txt", "--to", "ko", "--format", "table")).stdout;
    expect(table).toBe((await stele("library", "show", "1", "--format", "table")).stdout);
    const hangul = /\p{Script=Hangul}+/u.exec(json.rows.at(-1).text[1])?.[0] ?? "none";
    expect(table).toContain(hangul);
  });

  it("does not undo what a person corrected when the same text is translated again", async () => {
    await stele("translate", "news.txt", "--to", "ko");
    const library = openLibrary({ file: join(home, ".local/share/stele/library.sqlite") });
    const [bitext] = library.bitextsOf(library.texts()[0]?.id ?? ("" as never));
    if (bitext === undefined) throw new Error("nothing was kept");
    const beads = bitext.beads.map((bead, index) => (index === 0 ? { ...bead, score: null, fixed: true } : bead));
    library.saveBitext({ ...bitext, beads }, { seen: bitext.revision, author: "Yuna" });
    library.close();
    expect((await stele("translate", "news.txt", "--to", "ko")).stderr).toContain("Corrections");
    const { pairs } = JSON.parse((await stele("library", "show", "1", "--format", "json")).stdout);
    expect(pairs[0].author).toBe("Yuna");
  });
});
