import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { mirrorOf } from "../../packages/translate/test/support/model-mirror.ts";
import type { Fault } from "../faults/fault.ts";
import { type Customer, type CustomerOptions, customer, expectClear } from "./translation.ts";

/** Files of a few thousand bytes that no engine could run: what is tried here is how they come. */
const MIRROR = mirrorOf({ from: "en", to: "ko", version: "1.0" });
const ADD = ["models", "add", "en-ko", "--json"];
const HTML: Fault = { kind: "body", body: "<html><body>Please log in</body></html>", type: "text/html" };
const NO_TYPE: Fault = { ...HTML, type: "application/octet-stream" };

function open(options: CustomerOptions = {}): Promise<Customer> {
  return customer({ mirror: MIRROR, timeoutMs: 1000, ...options });
}

function files({ server }: Customer) {
  return server.log.filter(({ path }) => path.startsWith("/attachments/"));
}

/** The fault from the third file on, as often as told. */
function planThird(one: Customer, fault: Fault, times = Number.POSITIVE_INFINITY): void {
  let asked = 0;
  one.server.plan(({ path }) => {
    if (!path.startsWith("/attachments/")) return undefined;
    asked += 1;
    return asked >= 3 && asked < 3 + times ? fault : undefined;
  });
}

/** All of it came, and only then is it refused, because no engine can run it. */
async function expectWhole(one: Customer): Promise<void> {
  const refused = await one.run(ADD);
  expectClear(refused, "model-invalid", 7);
  expect(refused.stderr).toContain("its files are damaged or of another kind");
}

describe.concurrent("a file of a model that does not come as it should", () => {
  it.each<readonly [string, string, Fault]>([
    ["413", "service-failed", { kind: "status", status: 413 }],
    ["a slow trickle", "timeout", { kind: "trickle", ms: 50 }],
    ["a length shorter than its body", "service-malformed", { kind: "wrong-length", by: -40 }],
    ["a page in its place", "service-malformed", HTML],
    ["a page that says it is none", "service-malformed", NO_TYPE],
    ["gzip that is none", "service-malformed", { kind: "gzip", damage: "not-packed" }],
  ])(
    "%s: what came is kept, the next time only the rest is fetched, and nothing of the fault is in it",
    async (...[, code, fault]) => {
      const one = await open();
      planThird(one, fault);
      expectClear(await one.run(ADD), code, 5);
      expect(existsSync(join(one.home, "cache/stele/models/en_ko"))).toBe(false);
      const whole = files(one)
        .slice(0, 2)
        .map(({ path }) => path);
      const before = files(one).length;
      one.server.plan(undefined);
      await expectWhole(one);
      const again = files(one).slice(before);
      expect(again).toHaveLength(2);
      expect(again.map(({ path }) => path)).not.toEqual(expect.arrayContaining(whole));
      expect(one.leaks()).toEqual([]);
    },
  );

  it.each<readonly [string, Fault]>([
    ["a body shorter than its length", { kind: "wrong-length", by: 40 }],
    ["a length shorter than its body", { kind: "wrong-length", by: -40 }],
    ["a page in its place", HTML],
    ["gzip", { kind: "gzip" }],
  ])("once, %s: is got over", async (_, fault) => {
    const one = await open();
    planThird(one, fault, 1);
    await expectWhole(one);
  });
});

describe.concurrent("a file of a model that is another one than the list says", () => {
  it("is refused and not kept; from a mirror that is mended it alone is fetched", async () => {
    const wrong = Object.keys(MIRROR.files)[1] ?? "";
    const mirror = { ...MIRROR, files: { ...MIRROR.files } };
    mirror.files[wrong] = new Uint8Array(mirror.files[wrong] ?? []).fill(65, 10, 20);
    const one = await open({ mirror });
    const refused = await one.run(ADD);
    expectClear(refused, "model-invalid", 7);
    expect(refused.stderr).toContain("checksum");
    const before = files(one);
    expect(before.at(-1)?.path).toBe(`/attachments/${wrong}`);
    mirror.files[wrong] = MIRROR.files[wrong] ?? new Uint8Array();
    await expectWhole(one);
    expect(files(one).slice(before.length)[0]).toMatchObject({ path: `/attachments/${wrong}` });
    expect(files(one).slice(before.length)[0]).not.toHaveProperty("range");
    expect(files(one)).toHaveLength(Object.keys(mirror.files).length + 1);
  });

  it("because half of it is of an older one, is fetched once more from its beginning", async () => {
    const third = Object.keys(MIRROR.files)[2] ?? "";
    const mirror = { ...MIRROR, files: { ...MIRROR.files } };
    mirror.files[third] = new Uint8Array(mirror.files[third] ?? []).fill(65);
    const one = await open({ mirror });
    let isBroken = false;
    one.server.plan(({ path }) => {
      if (isBroken) return { kind: "status", status: 404 };
      isBroken = path === `/attachments/${third}`;
      return isBroken ? { kind: "reset", at: "middle", afterMs: 300 } : undefined;
    });
    expect((await one.run(ADD)).exitCode).not.toBe(0);
    mirror.files[third] = MIRROR.files[third] ?? new Uint8Array();
    one.server.plan(undefined);
    await expectWhole(one);
  });
});

/** A name space of one's own, in which anybody may mount a small disk; a system that has none, or forbids it, skips. */
const ALONE = ["unshare", "-rm", "sh", "-c"] as const;
const canMount = spawnSync(ALONE[0], [ALONE[1], "mount", "-t", "tmpfs", "none", "/mnt"]).status === 0;

describe.skipIf(!canMount)("a disk without room for a model", () => {
  it("is one clear sentence; with room again only the rest is fetched", async () => {
    const one = await open();
    mkdirSync(join(one.home, "cache"));
    const script = `mount -t tmpfs -o size=16k none "$HOME/cache" || exit 99
      "$@" > first.out 2> first.err; echo $? > first.code
      mount -o remount,size=8m "$HOME/cache"; exec "$@"`;
    const finished = await one.run(ADD, { through: [...ALONE, script, "sh"] });
    const [code, stdout, stderr] = ["code", "out", "err"].map((end) =>
      readFileSync(join(one.home, `first.${end}`), "utf8"),
    );
    expectClear({ exitCode: Number(code), stdout: stdout ?? "", stderr: stderr ?? "" }, "disk-full", 1);
    expectClear(finished, "model-invalid", 7);
    const asked = files(one).map(({ path }) => path);
    expect(asked.length).toBeLessThanOrEqual(Object.keys(MIRROR.files).length + 1);
    expect(new Set(asked).size).toBe(Object.keys(MIRROR.files).length);
  });
});
