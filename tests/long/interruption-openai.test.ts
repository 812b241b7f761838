import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openLibrary } from "@stele/library";
import { describe, expect, it } from "vitest";
import { errorOf } from "../e2e/stele.ts";
import { type Customer, type CustomerOptions, customer, sentences, writeText } from "../e2e/translation.ts";
import { always, type Fault } from "../faults/fault.ts";

const HOLDER = fileURLToPath(new URL("../e2e/hold-library.ts", import.meta.url));
const LINES = sentences(100);
const TRANSLATE = ["translate", "news.txt", "--to", "ko", "--concurrency", "2"];
/** Sentences of a request, times requests at a time. */
const MOST_IN_FLIGHT = 20 * 2;

async function open(options: CustomerOptions = {}): Promise<Customer> {
  const one = await customer({ engine: "openai", latencyMs: 300, ...options });
  writeText(one.home, "news.txt", LINES);
  return one;
}

/** The texts whose answers are on the disk. */
function committed({ home }: Customer): readonly string[] {
  const library = openLibrary({ file: join(home, "data/stele/library.sqlite") });
  try {
    return library.answers.list(100_000).map(({ facts }) => facts.text);
  } finally {
    library.close();
  }
}

/** Runs the command; does something once so many more requests have come. */
async function midway(one: Customer, requests: number, then: (child: ChildProcess) => unknown) {
  const before = one.sent().length;
  let doing: unknown;
  const outcome = await one.run(TRANSLATE, {
    meet: (child) => {
      const timer = setInterval(() => {
        if (one.sent(before).length < requests) return;
        clearInterval(timer);
        doing = then(child);
      }, 5);
      child.on("close", () => clearInterval(timer));
    },
  });
  await doing;
  return outcome;
}

/** The same command finishes, and sends nothing of what was kept. */
async function expectOnlyRest(one: Customer, kept: readonly string[]): Promise<void> {
  const before = one.sent().length;
  const finished = await one.run(TRANSLATE);
  expect(finished.exitCode, finished.stderr).toBe(0);
  const rest = one.sent(before).flat();
  expect(rest.toSorted()).toEqual(LINES.filter((line) => !kept.includes(line)).toSorted());
  expect(one.leaks()).toEqual([]);
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe.concurrent("a run with a chat service", () => {
  it("that Ctrl-C stops waits for the answers under way, and nothing is sent twice", async () => {
    const one = await open();
    const stopped = await midway(one, 3, (child) => child.kill("SIGINT"));
    expect([stopped.exitCode, stopped.stdout], stopped.stderr).toEqual([130, ""]);
    expect(committed(one).toSorted()).toEqual(one.sent().flat().toSorted());
    await expectOnlyRest(one, one.sent().flat());
  });

  it("that a second Ctrl-C stops does not wait for an answer that never comes", async () => {
    const one = await open();
    one.plan(({ number }) => (number > 1 ? { kind: "silence" } : undefined));
    const stopped = await midway(one, 2, async (child) => {
      child.kill("SIGINT");
      // The second counts only when the first was heard.
      while (child.exitCode === null) {
        await wait(200);
        child.kill("SIGINT");
      }
    });
    expect([stopped.exitCode, stopped.stdout], stopped.stderr).toEqual([130, ""]);
    one.plan(undefined);
    await expectOnlyRest(one, committed(one));
  });

  it("that is killed loses no answer that was on the disk, and sends again at most what was under way", async () => {
    const one = await open({ latencyMs: 100 });
    for (const requests of [1, 2]) {
      const before = one.sent().length;
      const killed = await midway(one, requests, (child) => child.kill("SIGKILL"));
      expect(killed.exitCode).toBeNull();
      const kept = new Set(committed(one));
      expect(
        one
          .sent(before)
          .flat()
          .filter((text) => !kept.has(text)).length,
      ).toBeLessThanOrEqual(MOST_IN_FLIGHT);
    }
    await expectOnlyRest(one, committed(one));
  });
});

describe.concurrent("a library that another process holds while a chat service answers", () => {
  const aside = ({ home }: Customer): readonly string[] =>
    readdirSync(join(home, "data/stele")).filter((name) => name.startsWith("answers-aside"));

  async function held(one: Customer, then: (child: ChildProcess) => Promise<void>) {
    await one.run(["library", "list"]);
    const holder = spawn(process.execPath, ["--import", "tsx", HOLDER, join(one.home, "data/stele/library.sqlite")]);
    await once(holder.stdout, "data");
    const stopped = await midway(one, 1, async (child) => {
      holder.stdin.write("take\n");
      await once(holder.stdout, "data");
      await then(child);
    });
    holder.stdin.end();
    await once(holder, "close");
    return stopped;
  }

  it("and Ctrl-C: what had come is kept aside, and the next run takes it in", async () => {
    const one = await open();
    const stopped = await held(one, async (child) => {
      while (aside(one).length === 0) await wait(20);
      child.kill("SIGINT");
    });
    expect([stopped.exitCode, stopped.stdout], stopped.stderr).toEqual([130, ""]);
    expect(aside(one).length).toBeGreaterThan(0);
    await expectOnlyRest(one, one.sent().flat());
    expect(aside(one)).toEqual([]);
  });

  it("and a second Ctrl-C: it ends, though an answer is still to come", async () => {
    const one = await open();
    one.plan(({ number }) => (number > 1 ? { kind: "silence" } : undefined));
    const stopped = await held(one, async (child) => {
      while (aside(one).length === 0) await wait(20);
      while (child.exitCode === null) {
        child.kill("SIGINT");
        await wait(200);
      }
    });
    expect([stopped.exitCode, stopped.stdout], stopped.stderr).toEqual([130, ""]);
    one.plan(undefined);
    await expectOnlyRest(one, one.sent()[0] ?? []);
  });

  it("for too long: one sentence, and what had come is kept", async () => {
    const one = await open();
    writeFileSync(
      join(one.home, "stele.config.json"),
      JSON.stringify({ retryWaitMs: 1, "openai.model": "pretended", lockWaitMs: 300 }),
    );
    const stopped = await held(one, async (child) => void (await once(child, "close")));
    expect(stopped.exitCode, stopped.stderr).toBe(7);
    expect(stopped.stderr).toMatch(/is being written by another process.*\nHint: .*are kept beside it/u);
    await expectOnlyRest(one, one.sent().flat());
  });
});

describe.concurrent("a chat service that sends elsewhere", () => {
  it("is not followed: neither text nor key goes there", async () => {
    const [one, elsewhere] = [await open(), await open()];
    const fault: Fault = { kind: "redirect", status: 307, to: `${elsewhere.server.url}/v1/chat/completions` };
    one.plan(always(fault));
    const outcome = await one.run([...TRANSLATE, "--json"]);
    expect([outcome.exitCode, errorOf(outcome).error.code]).toEqual([7, "service-address"]);
    expect([elsewhere.server.log, one.leaks()]).toEqual([[], []]);
  });
});
