import { appendFile, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { SteleError } from "@stele/model";
import { type ModelStore, type ModelStoreOptions, openModelStore } from "@stele/translate/engines";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { always, type Fault, type FaultPlan } from "../../../tests/faults/fault.ts";
import { type FaultsServer, startFaultsServer } from "../../../tests/faults/faults-server.ts";
import { MIRROR_PATH } from "../../../tests/faults/model-service.ts";
import {
  createAnsweringTranslator,
  filesBelow,
  makeFolder,
  mirrorOf,
  type PretendedModel,
  sha256,
} from "./support/model-mirror.ts";

const PLAIN: PretendedModel = { from: "en", to: "ko", version: "1.0" };
const PACKED: PretendedModel = { from: "en", to: "ko", version: "2.0", architecture: "base", isPacked: true };
const KOREAN = "오늘은 날씨가 좋아서 친구들과 공원에 간다.";
const PAIR = { from: "en", to: "ko" };

let folder = "";
const servers: FaultsServer[] = [];
beforeEach(async () => {
  folder = await makeFolder();
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function open(
  models: readonly PretendedModel[] | ReturnType<typeof mirrorOf>,
  more: Partial<ModelStoreOptions> = {},
) {
  const mirror = "records" in models ? models : mirrorOf(...models);
  const server = await startFaultsServer({ mirror });
  servers.push(server);
  const store = openModelStore({
    folder,
    recordsUrl: `${server.url}${MIRROR_PATH}`,
    timeoutMs: 500,
    sleep: async () => undefined,
    translator: createAnsweringTranslator(KOREAN),
    ...more,
  });
  return { store, server };
}

async function failureOf(store: ModelStore): Promise<SteleError> {
  return store.add(PAIR).then(
    () => expect.unreachable(),
    (thrown: unknown) => thrown as SteleError,
  );
}

/** The fault at the so-manieth request for a file. */
function atFile(at: number, fault: Fault): FaultPlan {
  let files = 0;
  return ({ path }) => {
    if (path.startsWith("/attachments/")) files += 1;
    return files === at && path.startsWith("/attachments/") ? fault : undefined;
  };
}

describe("adding a model", () => {
  it.each([
    ["from the older collection", PLAIN],
    ["packed, from the newer collection", PACKED],
  ])("fetches it %s and puts it in place whole", async (_, model) => {
    const { store } = await open([model]);
    const progress: number[] = [];
    const added = await store.add(PAIR, {
      onProgress: ({ doneBytes, totalBytes }) => progress.push(doneBytes / totalBytes),
    });
    expect(added).toMatchObject({ from: "en", to: "ko", version: model.version });
    expect(progress.at(-1)).toBe(1);
    expect(await filesBelow(folder)).toEqual(
      ["lex.enko.bin", "model.enko.bin", "model.json", "srcvocab.enko.spm", "trgvocab.enko.spm"].map((name) =>
        join("en_ko", name),
      ),
    );
    const files = await store.files(PAIR);
    expect(files?.vocabularies.map((path) => path.split("/").at(-1))).toEqual([
      "srcvocab.enko.spm",
      "trgvocab.enko.spm",
    ]);
    expect(await readFile(files?.model ?? "", "utf8")).toContain(`model en ko ${model.version}`);
    expect(await store.list()).toEqual([added]);
  });

  it("takes the newest released version that the engine can read, the larger of two", async () => {
    const { store } = await open([
      PLAIN,
      { ...PACKED, version: "2.1a1" },
      { ...PACKED, architecture: "tiny", version: "1.10" },
      { ...PACKED, version: "1.10" },
      { ...PACKED, version: "3.0" },
    ]);
    expect(await store.available(["en", "ko"])).toMatchObject([{ version: "1.10", architecture: "base" }]);
  });

  it("knows a language under the codes of the models' maker", async () => {
    const { store } = await open([{ ...PLAIN, to: "zh" }], {
      translator: createAnsweringTranslator("今天天气很好，我们去公园。"),
    });
    await store.add({ from: "en", to: "zh-Hans" });
    expect(await store.files({ from: "en", to: "zh-Hans" })).toMatchObject({ to: "zh" });
  });

  it("leaves out models that lack a file", async () => {
    const mirror = mirrorOf(PLAIN);
    mirror.records["translations-models"]?.pop();
    const { store } = await open(mirror);
    expect(await failureOf(store)).toMatchObject({ code: "language-unsupported" });
  });

  it("replaces an older model only when the new one is whole", async () => {
    await (await open([PLAIN])).store.add(PAIR);
    const { store, server } = await open([PACKED]);
    server.plan(atFile(2, { kind: "status", status: 404 }));
    expect(await failureOf(store)).toMatchObject({ code: "not-found" });
    expect(await store.list()).toMatchObject([{ version: "1.0" }]);
    server.plan(undefined);
    await store.add(PAIR);
    expect(await store.list()).toMatchObject([{ version: "2.0" }]);
  });
});

describe("a download that is disturbed", () => {
  it.each<readonly [string, Fault]>([
    ["the connection drops in the middle", { kind: "reset", at: "middle" }],
    ["the connection drops at once", { kind: "reset", at: "start" }],
    ["the server fails for a moment", { kind: "status", status: 503 }],
    ["it stops in silence", { kind: "silence" }],
    ["the body is shorter than promised", { kind: "wrong-length", by: 900 }],
  ])("goes on by itself where %s", async (_, fault) => {
    const { store, server } = await open([PLAIN], { timeoutMs: 150 });
    server.plan(atFile(1, fault));
    expect(await store.add(PAIR)).toMatchObject({ version: "1.0" });
  });

  it("fetches only the rest, also the next time", async () => {
    const { store, server } = await open([PLAIN]);
    const stop = new AbortController();
    server.plan(({ path }) => {
      if (!path.startsWith("/attachments/")) return undefined;
      return stop.signal.aborted ? undefined : { kind: "trickle", ms: 1 };
    });
    const adding = store.add(PAIR, { signal: stop.signal, onProgress: () => stop.abort() });
    await expect(adding).rejects.toMatchObject({ code: "cancelled" });
    const before = server.log.length;
    await store.add(PAIR);
    expect(server.log.slice(before).find(({ path }) => path.startsWith("/attachments/"))?.range).toMatch(
      /^bytes=[1-9]\d*-$/u,
    );
  });

  it("begins anew where the server cannot go on from the middle", async () => {
    const { store, server } = await open({ ...mirrorOf(PLAIN), ignoresRange: true });
    server.plan(atFile(1, { kind: "reset", at: "middle" }));
    await store.add(PAIR);
    expect(await store.verify(PAIR)).toMatchObject({ broken: [] });
  });
});

describe("a model that cannot be trusted", () => {
  it("is refused for a wrong checksum, and fetched anew the next time", async () => {
    const mirror = mirrorOf(PLAIN);
    const [location = ""] = Object.keys(mirror.files);
    const right = mirror.files[location] ?? new Uint8Array();
    mirror.files[location] = right.map((byte) => byte ^ 1);
    const { store } = await open(mirror);
    expect(await failureOf(store)).toMatchObject({ code: "model-invalid" });
    mirror.files[location] = right;
    expect(await store.add(PAIR)).toMatchObject({ version: "1.0" });
  });

  it("is refused where it does not unpack to what was promised", async () => {
    const mirror = mirrorOf(PACKED);
    const [record] = mirror.records["translations-models-v2"] ?? [];
    Object.assign(record as object, { decompressedHash: sha256(new Uint8Array()) });
    expect(await failureOf((await open(mirror)).store)).toMatchObject({ code: "model-invalid" });
  });

  it.each([
    ["nothing", "…"],
    ["the sentence itself", "The weather is nice today, and we are going to the park with our friends."],
    ["another script", "Das Wetter ist heute schön."],
  ])("is refused and removed where it translates a known sentence into %s", async (_, answer) => {
    const { store } = await open([PLAIN], { translator: createAnsweringTranslator(answer) });
    expect(await failureOf(store)).toMatchObject({ code: "model-invalid" });
    expect(await store.list()).toEqual([]);
    expect(await filesBelow(folder)).toEqual([]);
  });

  it.each([
    ["name", "../../escape"],
    ["fileType", "program"],
    ["version", ""],
    ["attachment", undefined],
    ["attachment", { hash: "00", size: 4, location: "a/b" }],
    ["attachment", { hash: "0".repeat(64), size: -4, location: "a/b" }],
    ["attachment", { hash: "0".repeat(64), size: 4, location: "../secret" }],
  ])("is refused, by name, where its record has a wrong %s", async (field, value) => {
    const mirror = mirrorOf(PLAIN);
    Object.assign(mirror.records["translations-models"]?.[0] as object, { [field]: value });
    const error = await failureOf((await open(mirror)).store);
    expect(error.code).toBe("model-invalid");
    expect(error.message).toMatch(field === "name" ? /escape/u : /model\.enko\.bin/u);
  });
});

describe("a server of models that is none", () => {
  it.each<readonly [string, Fault, string]>([
    ["answers with a page", { kind: "body", body: "<html>", type: "text/html" }, "service-malformed"],
    ["knows no list", { kind: "status", status: 404 }, "service-address"],
    ["fails", { kind: "status", status: 500 }, "service-failed"],
    ["says nothing", { kind: "silence" }, "timeout"],
    ["drops the connection", { kind: "reset", at: "start" }, "network"],
    ["refuses", { kind: "status", status: 403 }, "service-failed"],
    ["is asked too often", { kind: "status", status: 429 }, "rate-limited"],
    ["sends on to where nobody answers", { kind: "redirect", status: 307, to: "http://127.0.0.1:9/" }, "network"],
    ["answers half a list", { kind: "cut-json" }, "service-malformed"],
    ["packs its answer badly", { kind: "gzip", damage: "cut" }, "service-malformed"],
    ["says that gzip comes, and none does", { kind: "gzip", damage: "not-packed" }, "service-malformed"],
    ["fails for a moment that does not pass", { kind: "status", status: 503 }, "service-failed"],
    ["finds the question too large", { kind: "status", status: 413 }, "service-failed"],
    ["drops the connection in the middle", { kind: "reset", at: "middle" }, "network"],
    ["trickles", { kind: "trickle", ms: 50 }, "timeout"],
    ["sends less than it promised", { kind: "wrong-length", by: 40 }, "network"],
    ["sends more than it promised", { kind: "wrong-length", by: -40 }, "service-malformed"],
  ])("%s: one clear error, and no file is asked for", async (_, fault, code) => {
    const { store, server } = await open([PLAIN], { timeoutMs: code === "timeout" ? 150 : 10_000 });
    server.plan(always(fault));
    expect(await failureOf(store)).toMatchObject({ code });
    expect(server.log.filter(({ path }) => path.startsWith("/attachments/"))).toEqual([]);
  });

  it.each(["http://127.0.0.1:9/v1/", "http://models.invalid/v1/"])("is not there, %s: one clear error", async (url) => {
    const { store } = await open([PLAIN], { recordsUrl: url });
    expect(await failureOf(store)).toMatchObject({ code: "network", hint: expect.any(String) });
  });

  it("is not asked at all when the network is switched off", async () => {
    const { store, server } = await open([PLAIN], { isOffline: true });
    expect(await failureOf(store)).toMatchObject({ code: "network" });
    expect(server.log).toEqual([]);
  });
});

describe("models that are there", () => {
  it("are verified by their checksums", async () => {
    const { store } = await open([PLAIN]);
    await store.add(PAIR);
    expect(await store.verify(PAIR)).toEqual({ from: "en", to: "ko", broken: [] });
    await appendFile(join(folder, "en_ko", "lex.enko.bin"), "x");
    await rm(join(folder, "en_ko", "srcvocab.enko.spm"));
    expect((await store.verify(PAIR)).broken).toEqual(["lex.enko.bin", "srcvocab.enko.spm"]);
  });

  it("are removed, once", async () => {
    const { store } = await open([PLAIN]);
    await store.add(PAIR);
    expect(await store.remove(PAIR)).toBe(true);
    expect(await store.remove(PAIR)).toBe(false);
    await expect(store.verify(PAIR)).rejects.toMatchObject({ code: "engine-not-ready" });
  });

  it("with a damaged description are named", async () => {
    const { store } = await open([PLAIN]);
    await store.add(PAIR);
    await writeFile(join(folder, "en_ko", "model.json"), "{");
    await expect(store.list()).rejects.toMatchObject({ code: "model-invalid" });
  });

  it("are none where there is no folder", async () => {
    expect(await openModelStore({ folder: join(folder, "nowhere") }).list()).toEqual([]);
  });
});
