import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openLibrary } from "@stele/library";
import { describe, expect, it } from "vitest";
import { type Ended, errorOf, type SpokenError } from "../e2e/stele.ts";
import { type Customer, customer, sentences, writeText } from "../e2e/translation.ts";

/** A name space of one's own, in which anybody may mount a small disk; a system that has none, or forbids it, skips. */
const ALONE = ["unshare", "-rm", "sh", "-c"] as const;
const MOUNT = 'mount -t tmpfs -o size="$SIZE" none "$HOME/data"';
const canMount = spawnSync(ALONE[0], [ALONE[1], "mount", "-t", "tmpfs", "none", "/mnt"]).status === 0;

/** More than a disk of a megabyte holds the answers of. */
const LINES = sentences(2000);
const TRANSLATE = ["translate", "news.txt", "--to", "ko", "--json"];
/** Requests that the engine has under way at most, times the texts of one. */
const MOST_IN_FLIGHT = 4 * 50;

/** An account whose data folder is a place to mount on. */
async function open(lines = LINES): Promise<Customer> {
  const one = await customer();
  for (const name of ["data", "kept"]) mkdirSync(join(one.home, name));
  writeText(one.home, "news.txt", lines);
  return one;
}

/** Runs the command in a script of a shell, where it is `"$@"` and its data folder is a small disk. */
function onDisk(one: Customer, script: string, size: string): Promise<Ended> {
  return one.run(TRANSLATE, { through: [...ALONE, `${MOUNT} || exit 99\n${script}`, "sh"], variables: { SIZE: size } });
}

function firstError({ home }: Customer): SpokenError {
  return errorOf({ exitCode: null, stdout: "", stderr: readFileSync(join(home, "first.err"), "utf8") });
}

/** The texts whose answers the copy of a disk holds. */
function keptOn({ home }: Customer): ReadonlySet<string> {
  const library = openLibrary({ file: join(home, "kept/stele/library.sqlite") });
  try {
    return new Set(library.answers.list(100_000).map(({ facts }) => facts.text));
  } finally {
    library.close();
  }
}

describe.skipIf(!canMount)("a disk", () => {
  it("that is full while answers are kept stops the run; with room again the same command sends only the rest", async () => {
    const one = await open();
    const script = `"$@" > first.out 2> first.err; echo $? > first.code
      cp -r data/. kept; mount -o remount,size=64m "$HOME/data"; exec "$@"`;
    const finished = await onDisk(one, script, "1m");
    expect(firstError(one)).toMatchObject({ error: { code: "disk-full", hint: expect.stringMatching(/space/u) } });
    expect(readFileSync(join(one.home, "first.code"), "utf8").trim()).toBe("1");
    expect(readFileSync(join(one.home, "first.out"), "utf8")).toBe("");
    expect(finished.exitCode, finished.stderr).toBe(0);
    const kept = keptOn(one);
    expect(kept.size).toBeGreaterThan(0);
    expect(kept.size).toBeLessThan(LINES.length);
    const sent = one.sent().flat();
    const twice = sent.filter((text, index) => sent.indexOf(text) !== index);
    expect(twice.filter((text) => kept.has(text))).toEqual([]);
    expect(twice.length).toBeLessThanOrEqual(MOST_IN_FLIGHT);
    expect(new Set(sent).size).toBe(LINES.length);
    expect(one.leaks()).toEqual([]);
  });

  it.each([
    ["nothing is kept yet", false],
    ["there is a library", true],
  ])("that nothing can be written to, where %s, is one sentence before anything is sent", async (_, isThere) => {
    const one = await open(LINES.slice(0, 5));
    if (isThere) {
      await one.run(["library", "list"]);
      cpSync(join(one.home, "data"), join(one.home, "kept"), { recursive: true });
    }
    const script = 'cp -r kept/. data; mount -o remount,ro "$HOME/data" || exit 98; exec "$@"';
    const refused = await onDisk(one, script, "8m");
    expect(errorOf(refused)).toMatchObject({ error: { code: "library-read-only" }, exitCode: 7 });
    expect([refused.exitCode, refused.stdout, one.sent()]).toEqual([7, "", []]);
  });
});
