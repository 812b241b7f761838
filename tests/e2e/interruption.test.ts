import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openEngine, openHome, planTranslation, readBytesArticle, readEnvironment, sideOf } from "@stele/core/node";
import { openLibrary } from "@stele/library";
import { describe, expect, it } from "vitest";
// two copies of SQLite in one process would not see each other's locks, so the holder of the lock is the library's own
import { sqlDriver } from "../../packages/library/src/sqlite/driver.ts";
import { only } from "../faults/fault.ts";
import { errorOf } from "./stele.ts";
import { type Customer, customer, KEY, sentences } from "./translation.ts";

/** Paragraphs of three sentences, a request each where every block has its own context. */
const PARAGRAPHS = 40;
const LINES = sentences(3 * PARAGRAPHS);
const TEXT = Array.from({ length: PARAGRAPHS }, (_, index) => LINES.slice(3 * index, 3 * index + 3).join(" ")).join(
  "\n\n",
);
const TRANSLATE = ["translate", "news.txt", "--to", "ko", "--context", "block"];
/** Requests that the engine has under way at most, times the texts of one. */
const MOST_IN_FLIGHT = 4 * 3;

/** SQLite's default. */
const PAGE_BYTES = 4096;

async function open(latencyMs: number): Promise<Customer> {
  const one = await customer({ latencyMs });
  writeFileSync(join(one.home, "news.txt"), TEXT);
  return one;
}

const libraryFile = ({ home }: Customer): string => join(home, "data/stele/library.sqlite");

/** The texts whose answers are on the disk. */
function committed(one: Customer): readonly string[] {
  const library = openLibrary({ file: libraryFile(one) });
  try {
    return library.answers.list(100_000).map(({ facts }) => facts.text);
  } finally {
    library.close();
  }
}

/** Starts the command and does something to the process each time so many requests have come. */
async function disturbed(one: Customer, requests: readonly number[], signal: NodeJS.Signals) {
  const before = one.sent().length;
  const waiting = [...requests];
  let timer: NodeJS.Timeout | undefined;
  const outcome = await one.run(TRANSLATE, {
    meet: (child) => {
      timer = setInterval(() => {
        const [next] = waiting;
        if (next === undefined || one.sent(before).length < next) return;
        waiting.shift();
        child.kill(signal);
      }, 5);
    },
  });
  clearInterval(timer);
  return outcome;
}

function twiceSent(one: Customer): readonly string[] {
  const seen = new Set<string>();
  return one.sent().flatMap((texts) => texts.filter((text) => seen.has(text) || !seen.add(text)));
}

describe("kill -9", () => {
  it("loses no answer that was on the disk, and sends again at most what was under way", async () => {
    const one = await open(40);
    for (const requests of [1, 7, 19]) {
      const killed = await disturbed(one, [requests], "SIGKILL");
      expect(killed.exitCode).toBeNull();
      const kept = new Set(committed(one));
      const before = one.sent().length;
      const listed = JSON.parse((await one.run(["runs", "--json"])).stdout).runs;
      expect(listed[0]).toMatchObject({ state: "interrupted" });
      expect(
        one
          .sent(before)
          .flat()
          .filter((text) => kept.has(text)),
      ).toEqual([]);
    }
    const keptInAll = new Set(committed(one));
    const before = one.sent().length;
    const finished = await one.run(TRANSLATE);
    expect(finished.exitCode, finished.stderr).toBe(0);
    expect(
      one
        .sent(before)
        .flat()
        .filter((text) => keptInAll.has(text)),
    ).toEqual([]);
    expect(twiceSent(one).length).toBeLessThanOrEqual(3 * MOST_IN_FLIGHT);
    expect(one.leaks()).toEqual([]);
  });
});

describe("Ctrl-C", () => {
  it("waits for the answers under way and keeps them; the same command goes on, and nothing is sent twice", async () => {
    const one = await open(150);
    const stopped = await disturbed(one, [5], "SIGINT");
    expect([stopped.exitCode, stopped.stdout]).toEqual([130, ""]);
    expect(stopped.stderr).toMatch(/\nHint: .*the same command sends only the rest/);
    expect(committed(one).toSorted()).toEqual(one.sent().flat().toSorted());
    expect((await one.run(TRANSLATE)).exitCode).toBe(0);
    expect(twiceSent(one)).toEqual([]);
  });

  it("a second time does not wait", async () => {
    const one = await open(0);
    one.plan(only(1, { kind: "silence" }));
    const argv = ["translate", "news.txt", "--to", "ko", "--context", "none"];
    const stopped = await one.run(argv, {
      meet: (child) => {
        const timer = setInterval(() => {
          if (one.sent().length > 0) child.kill("SIGINT");
        }, 50);
        child.on("close", () => clearInterval(timer));
      },
    });
    expect(stopped.exitCode).toBe(130);
  });
});

describe("the machine", () => {
  it("whose clock is set back a year pays nothing again", async () => {
    const one = await open(0);
    expect((await one.run(TRANSLATE)).exitCode).toBe(0);
    const before = one.sent().length;
    const past = "const now = Date.now; Date.now = () => now() - 31536000000;";
    const variables = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(past)}` };
    const again = await one.run(TRANSLATE, { variables });
    expect([again.exitCode, one.sent(before)], again.stderr).toEqual([0, []]);
    expect((await one.run(["library", "list"], { variables })).exitCode).toBe(0);
  });

  it("on which another process holds the library for long says so before anything is sent, and goes on when it is free", async () => {
    const one = await open(0);
    await one.run(["library", "list"]);
    const other = new (sqlDriver().DatabaseSync)(libraryFile(one), { readOnly: false, timeout: 0 });
    other.exec("BEGIN IMMEDIATE");
    const impatient = join(one.home, "impatient.json");
    writeFileSync(impatient, JSON.stringify({ lockWaitMs: 500 }));
    const [read, translated] = await Promise.all([
      one.run(["read", "news.txt", "--once", "--json", "--config", impatient]),
      one.run([...TRANSLATE, "--json", "--config", impatient]),
    ]);
    for (const outcome of [read, translated]) {
      expect(errorOf(outcome)).toMatchObject({ error: { code: "library-locked" }, exitCode: 7 });
      expect([outcome.exitCode, outcome.stdout]).toEqual([7, ""]);
    }
    expect(one.sent()).toEqual([]);
    let sentBefore: number | undefined;
    const waited = await one.run(TRANSLATE, {
      meet: (child) =>
        child.stderr?.on("data", (said: Buffer) => {
          if (sentBefore !== undefined || !said.includes("Another program is writing to the library")) return;
          sentBefore = one.sent().length;
          other.exec("ROLLBACK");
        }),
    });
    other.close();
    expect([waited.exitCode, sentBefore], waited.stderr).toEqual([0, 0]);
    expect(new Set(one.sent().flat()).size).toBe(LINES.length);
  });

  it("whose disk is full while an answer is kept stops sending, and goes on when there is room", async () => {
    const one = await open(0);
    await one.run(["library", "list"]);
    const environment = readEnvironment({
      HOME: one.home,
      XDG_DATA_HOME: join(one.home, "data"),
      DEEPL_API_KEY: KEY,
      DEEPL_SERVER_URL: one.server.url,
    });
    const home = openHome({ environment });
    const source = sideOf(await readBytesArticle(new TextEncoder().encode(TEXT), { name: "news.txt", language: "en" }));
    const engine = await openEngine("deepl", home);
    const plan = (pages?: number) => {
      const limited = openLibrary({ file: libraryFile(one), ...(pages === undefined ? {} : { maxPages: pages }) });
      const wishes = { source, to: ["ko"], engine, name: "news.txt", contextPolicy: "block" } as const;
      return { limited, planned: planTranslation(wishes, { ...home, library: () => limited }) };
    };
    const full = plan(statSync(libraryFile(one)).size / PAGE_BYTES + 4);
    await expect(full.planned.run()).rejects.toMatchObject({ code: "disk-full", exitCode: 1 });
    full.limited.close();
    const kept = new Set(committed(one));
    const before = one.sent().length;
    expect(before).toBeLessThan(PARAGRAPHS);
    const roomy = plan();
    await roomy.planned.run();
    roomy.limited.close();
    home.close();
    expect(
      one
        .sent(before)
        .flat()
        .filter((text) => kept.has(text)),
    ).toEqual([]);
    expect(new Set(one.sent().flat()).size).toBe(LINES.length);
  });
});
