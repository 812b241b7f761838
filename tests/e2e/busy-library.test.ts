import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { KeptAnswer } from "@stele/model";
import { describe, expect, it } from "vitest";
import { errorOf } from "./stele.ts";
import { type Customer, customer, sentences, TEXTS_PER_REQUEST, writeText } from "./translation.ts";

const HOLDER = fileURLToPath(new URL("./hold-library.ts", import.meta.url));
const LINES = sentences(130);
const TRANSLATE = ["translate", "news.txt", "--to", "ko", "--concurrency", "2"];
/** Longer than the library itself waits. */
const LONG_MS = 7000;

async function open(settings: Readonly<Record<string, unknown>> = {}): Promise<Customer> {
  const one = await customer({ latencyMs: 1000 });
  writeText(one.home, "news.txt", LINES);
  writeFileSync(join(one.home, "stele.config.json"), JSON.stringify({ retryWaitMs: 1, ...settings }));
  await one.run(["library", "list"]);
  return one;
}

/** Another process, which takes the library when it is told to. */
async function startHolder({ home }: Customer): Promise<ChildProcess> {
  const holder = spawn(process.execPath, ["--import", "tsx", HOLDER, join(home, "data/stele/library.sqlite")]);
  await once(holder.stdout, "data");
  return holder;
}

async function take(holder: ChildProcess): Promise<void> {
  holder.stdin?.write("take\n");
  if (holder.stdout !== null) await once(holder.stdout, "data");
}

async function release(holder: ChildProcess): Promise<void> {
  holder.stdin?.end();
  await once(holder, "close");
}

/**
 * Runs the command; the other process takes the library as soon as the first request has come, and then something is
 * done.
 */
async function heldMidway(
  one: Customer,
  { holder, argv = TRANSLATE }: { readonly holder: ChildProcess; readonly argv?: readonly string[] },
  then: (child: ChildProcess) => Promise<void> = async () => undefined,
) {
  const before = one.sent().length;
  let doing: Promise<void> | undefined;
  const outcome = await one.run(argv, {
    meet: (child) => {
      const timer = setInterval(() => {
        if (one.sent(before).length === 0) return;
        clearInterval(timer);
        doing = take(holder).then(() => then(child));
      }, 5);
      child.on("close", () => clearInterval(timer));
    },
  });
  await doing;
  return outcome;
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const aside = ({ home }: Customer): readonly string[] =>
  readdirSync(join(home, "data/stele")).filter((name) => /^answers-aside.*\.json$/u.test(name));

/** The texts whose answers lie aside. */
const textsAside = (one: Customer): readonly string[] =>
  aside(one)
    .flatMap((name) => JSON.parse(readFileSync(join(one.home, "data/stele", name), "utf8")) as readonly KeptAnswer[])
    .map(({ facts }) => facts.text);

describe.concurrent("a library that another process writes to in the middle of a run", () => {
  it("for long is waited for; nothing is dropped and nothing sent twice", async () => {
    const one = await open();
    const holder = await startHolder(one);
    const outcome = await heldMidway(one, { holder }, () => wait(LONG_MS).then(() => release(holder)));
    expect(outcome.exitCode, outcome.stderr).toBe(0);
    expect(outcome.stderr).toContain("Another program is writing to the library");
    expect(one.sent().flat().toSorted()).toEqual(LINES.toSorted());
    expect(aside(one)).toEqual([]);
  });

  it.each([
    ["Ctrl-C", "SIGINT", 130],
    ["kill -9", "SIGKILL", null],
  ] as const)(
    "and %s then: what had come is kept aside, and the same command sends only the rest",
    async (...[, signal, exitCode]) => {
      const one = await open();
      const holder = await startHolder(one);
      const stopped = await heldMidway(one, { holder }, async (child) => {
        while (aside(one).length < 2) await wait(50);
        child.kill(signal);
      });
      expect([stopped.exitCode, stopped.stdout], stopped.stderr).toEqual([exitCode, ""]);
      const kept = textsAside(one);
      const lost = one.sent().flat().length - kept.length;
      // Ctrl-C waits for the request in flight; kill -9 loses it.
      expect(lost).toBeLessThanOrEqual(signal === "SIGINT" ? 0 : 2 * TEXTS_PER_REQUEST);
      await release(holder);
      const before = one.sent().length;
      const finished = await one.run(TRANSLATE);
      expect(finished.exitCode, finished.stderr).toBe(0);
      expect([...kept, ...one.sent(before).flat()].toSorted()).toEqual(LINES.toSorted());
      expect(aside(one)).toEqual([]);
    },
  );

  it("and does not end in time: one clear sentence, and the next run goes on from there", async () => {
    const one = await open({ lockWaitMs: 500 });
    const holder = await startHolder(one);
    const stopped = await heldMidway(one, { holder, argv: [...TRANSLATE, "--json"] });
    expect(errorOf(stopped)).toMatchObject({
      error: { code: "library-locked", hint: expect.stringContaining("are kept beside it") },
      exitCode: 7,
    });
    await release(holder);
    expect((await one.run(TRANSLATE)).exitCode).toBe(0);
    expect(one.sent().flat().toSorted()).toEqual(LINES.toSorted());
  });
});

/** One request, whose answers come when the other process has the library already. */
async function heldAtTheEnd(
  lockWaitMs: number,
  whenWritten: (child: ChildProcess, holder: ChildProcess) => void = () => undefined,
) {
  const one = await open({ lockWaitMs });
  writeText(one.home, "news.txt", LINES.slice(0, TEXTS_PER_REQUEST));
  const holder = await startHolder(one);
  const outcome = await heldMidway(one, { holder, argv: [...TRANSLATE, "--json"] }, async (child) => {
    const hasWritten = new Promise((resolve) => child.stdout?.once("data", resolve));
    await Promise.race([hasWritten, once(child, "close")]);
    whenWritten(child, holder);
  });
  return { one, holder, outcome };
}

const targetOf = ({ stdout }: { readonly stdout: string }): string => JSON.parse(stdout).sides[1].text;

describe.concurrent("a library that another process writes to when everything is answered", () => {
  it.each([
    ["for long", "library-locked", 7, 500, undefined],
    ["until Ctrl-C", "cancelled", 130, 4000, "SIGINT"],
  ] as const)("%s: the translation is written, and the same command keeps it and sends nothing", async (...given) => {
    const [, code, exitCode, lockWaitMs, signal] = given;
    const { one, holder, outcome } = await heldAtTheEnd(lockWaitMs, (child) => void (signal && child.kill(signal)));
    expect(errorOf(outcome)).toMatchObject({
      error: { code, message: expect.stringContaining("is written"), hint: expect.stringContaining("sends nothing") },
      exitCode,
    });
    expect(outcome.exitCode).toBe(exitCode);
    expect(targetOf(outcome)).toMatch(/\p{Script=Hangul}/u);
    await release(holder);
    const again = await one.run([...TRANSLATE, "--json"]);
    expect([again.exitCode, targetOf(again), one.sent(1)], again.stderr).toEqual([0, targetOf(outcome), []]);
    expect((await one.run(["library", "list", "--json"])).stdout).toContain('"ko"');
  });

  it("for a while: the translation is written, and kept as soon as the library is free", async () => {
    const { one, outcome } = await heldAtTheEnd(4000, (_, holder) => void release(holder));
    expect([outcome.exitCode, outcome.stderr]).toEqual([0, ""]);
    expect((await one.run(["library", "list", "--json"])).stdout).toContain('"ko"');
    expect(aside(one)).toEqual([]);
  });
});
