import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { align, checkOutput, parallel, readFileArticle, writeOutput } from "@stele/core/node";
import { beforeEach, describe, expect, it } from "vitest";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "stele-core-"));
});

describe("a file that is read", () => {
  it("gives its text untouched, without the byte order mark", async () => {
    const file = join(folder, "a.txt");
    await writeFile(file, "\uFEFFOne.\r\n\r\nTwo.\r\n");
    expect(await readFileArticle(file)).toMatchObject({
      text: "One.\r\n\r\nTwo.\r\n",
      language: "auto",
      name: "a.txt",
    });
  });

  it.each([
    ["missing.txt", "input-missing", undefined],
    [".", "input-directory", undefined],
    ["empty.txt", "input-empty", ""],
    ["blank.txt", "input-empty", " \n\t\n"],
    ["binary.bin", "input-binary", Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1, 2, 0, 0])],
    ["latin1.txt", "input-encoding", Buffer.from("caf\xe9 au lait", "latin1")],
  ])("is refused with a clear code: %s", async (name, code, content) => {
    const file = join(folder, name);
    if (content !== undefined) await writeFile(file, content);
    await expect(readFileArticle(file)).rejects.toMatchObject({ code });
  });
});

describe("a file that is written", () => {
  it("holds chunks of any length as they were, whatever their characters", async () => {
    const file = join(folder, "long.txt");
    const long = "배🚢a".repeat(50_000);
    await writeOutput(file, ["", long, new TextEncoder().encode("끝"), `${long}🚢`], options());
    expect(await readFile(file, "utf8")).toBe(`${long}끝${long}🚢`);
  });

  const options = () => ({ dataDir: join(folder, "data") });

  it("may be written again, but not over somebody's own file", async () => {
    const file = join(folder, "out.txt");
    await writeOutput(file, ["one"], options());
    await writeOutput(file, ["tw", "o"], options());
    expect(await readFile(file, "utf8")).toBe("two");
    await writeFile(file, "mine");
    await expect(writeOutput(file, ["three"], options())).rejects.toMatchObject({ code: "output-exists" });
    await expect(checkOutput(file, options())).rejects.toMatchObject({ code: "output-exists" });
    expect(await readFile(file, "utf8")).toBe("mine");
    await writeOutput(file, ["four"], { ...options(), force: true });
    expect(await readFile(file, "utf8")).toBe("four");
  });

  it.each([1, 65_536, 200_001])("is known for its own to the last of %d bytes", async (length) => {
    const file = join(folder, "out.txt");
    const bytes = new Uint8Array(length).fill(97);
    await writeOutput(file, [bytes], options());
    await checkOutput(file, options());
    await writeFile(file, bytes.with(-1, 98));
    await expect(checkOutput(file, options())).rejects.toMatchObject({ code: "output-exists" });
    await writeFile(file, bytes);
    await checkOutput(file, options());
  });

  it("leaves nothing half done behind when its text breaks off", async () => {
    const broken = function* (): Iterable<string> {
      yield "half";
      throw new TypeError("broken off");
    };
    await expect(writeOutput(join(folder, "out.txt"), broken(), options())).rejects.toThrow(
      new TypeError("broken off"),
    );
    expect(await readdir(folder)).toEqual([]);
  });

  it("says that the disk is full", async () => {
    await expect(writeOutput("/dev/full", ["text"], options())).rejects.toMatchObject({ code: "disk-full" });
  });

  it("makes the folders that are missing", async () => {
    await writeOutput(join(folder, "no", "such", "out.txt"), ["x"], options());
    expect(await readFile(join(folder, "no", "such", "out.txt"), "utf8")).toBe("x");
  });

  it("says in words that a file stands where a folder should be, or a folder in its own place", async () => {
    await writeFile(join(folder, "file"), "");
    await expect(writeOutput(join(folder, "file", "out.txt"), ["x"], options())).rejects.toMatchObject({
      code: "output-failed",
      message: expect.stringContaining("is a file, not a folder"),
    });
    await expect(writeOutput(folder, ["x"], options())).rejects.toMatchObject({
      code: "output-failed",
      message: expect.stringContaining("a folder has this name"),
    });
  });

  it("takes away what a killed process left of it, and nothing else", async () => {
    const { pid } = spawnSync(process.execPath, ["--version"]);
    const left = (name: string, by: number): string => `.${name}.${by}.${randomUUID()}.part`;
    const others = [left("other.txt", pid), left("out.txt", process.pid), ".out.txt.notes.part"];
    for (const name of [left("out.txt", pid), ...others]) await writeFile(join(folder, name), "half");
    await writeOutput(join(folder, "out.txt"), ["whole"], options());
    expect(new Set(await readdir(folder))).toEqual(new Set([...others, "data", "out.txt"]));
  });

  it("is written through a link", async () => {
    await symlink("/dev/null", join(folder, "link"));
    await expect(writeOutput(join(folder, "link"), ["x"], options())).resolves.toBeUndefined();
  });
});

describe("the node door", () => {
  it("aligns with the bundled vectors", async () => {
    const { beads, evidence } = await align(
      ["It rained.", "We stayed at home."],
      ["비가 왔다.", "우리는 집에 있었다."],
      {
        source: "en",
        target: "ko",
      },
    );
    expect(beads.map(({ source, target }) => [source, target])).toEqual([
      [
        [0, 1],
        [0, 1],
      ],
      [
        [1, 2],
        [1, 2],
      ],
    ]);
    expect(evidence).toContain("length");
  });

  it("brings an article and a translation into rows", async () => {
    const { rows } = await parallel(
      { text: "It rained. We stayed at home.", language: "en" },
      { to: ["ko"], translations: [{ text: "비가 왔다. 우리는 집에 있었다.", language: "ko" }] },
    );
    expect(rows).toHaveLength(2);
  });
});
