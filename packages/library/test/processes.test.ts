import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { openLibrary } from "@stele/library";
import { describe, expect, it } from "vitest";
import { ENGLISH, KOREAN, newFile, pair, side } from "./sample.ts";

const WRITER = fileURLToPath(new URL("./writer-process.ts", import.meta.url));

/** A process that puts `count` answers, one by one, and says the key of each once `put` has returned. */
function startWriter(file: string, name: string, count: number): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, ["--import", "tsx", WRITER, file, name, String(count)]);
}

async function outputOf(writer: ChildProcessWithoutNullStreams): Promise<string> {
  const [out, errors]: [string[], string[]] = [[], []];
  writer.stdout.on("data", (data: Buffer) => out.push(data.toString()));
  writer.stderr.on("data", (data: Buffer) => errors.push(data.toString()));
  await once(writer, "close");
  expect(errors.join("")).toBe("");
  return out.join("");
}

describe("several processes", { timeout: 90_000 }, () => {
  it("make one library and write to it at once, and nothing is lost", async () => {
    const file = newFile();
    const outputs = await Promise.all(["a", "b", "c"].map((name) => outputOf(startWriter(file, name, 40))));
    const library = openLibrary({ file });
    const keys = outputs.flatMap((output) => output.trim().split("\n"));
    expect(keys).toHaveLength(120);
    for (const key of keys) expect(library.answers.get(key)).toEqual({ text: `answer to ${key}` });
    library.close();
  });

  it("lose no answer that put has returned for when they are killed", async () => {
    const file = newFile();
    for (const [round, afterKeys] of [3, 11, 17].entries()) {
      const writer = startWriter(file, `round-${round}`, 100_000);
      const kept: string[] = [];
      writer.stdout.on("data", (data: Buffer) => {
        kept.push(...data.toString().trim().split("\n"));
        if (kept.length >= afterKeys) writer.kill("SIGKILL");
      });
      await once(writer, "close");
      const library = openLibrary({ file });
      for (const key of kept.slice(0, -1)) expect(library.answers.get(key)).toEqual({ text: `answer to ${key}` });
      expect(library.isSound()).toBe(true);
      library.close();
    }
  });

  it("see each other's revisions", () => {
    const file = newFile();
    const [one, other] = [openLibrary({ file }), openLibrary({ file })];
    const bitext = one.saveBitext(pair(side("en", ENGLISH), side("ko", KOREAN)));
    const change = { ...bitext, beads: bitext.beads.map((bead) => ({ ...bead, lowScore: true })), author: "Ana" };
    expect(other.saveBitext(change).revision).toBe(2);
    expect(() =>
      one.saveBitext({ ...bitext, author: "Bo", beads: change.beads.toReversed().toReversed().slice() }, { seen: 1 }),
    ).not.toThrow();
    const mine = { ...bitext, author: "Bo", beads: bitext.beads.map((bead) => ({ ...bead, fixed: true })) };
    expect(() => one.saveBitext(mine, { seen: 1 })).toThrow(expect.objectContaining({ code: "stale-revision" }));
    one.close();
    other.close();
  });
});
