import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BitextId } from "@stele/core/node";
import type {
  EnginesAnswer,
  SuggestAnswer,
  TextAnswer,
  TextItem,
  TranslateEvents,
  UnfinishedAnswer,
} from "@stele/server";
import { describe, expect, it, onTestFinished } from "vitest";
import { always, type FaultPlan, from } from "../../../tests/faults/fault.ts";
import { type FaultsServer, startFaultsServer } from "../../../tests/faults/faults-server.ts";
import { type EventOf, eventsIn } from "./events.ts";
import { ENGLISH, KOREAN, openRoom, type Room } from "./room.ts";

type Event = EventOf<TranslateEvents>;

interface Office extends Room {
  readonly service: FaultsServer;
  readonly id: string;
  translate(more?: object): Promise<readonly Event[]>;
}

/** A room whose DeepL is a server of our own on this machine, with the English article in the library. */
async function openOffice(
  options: { readonly plan?: FaultPlan; readonly variables?: Record<string, string> } = {},
): Promise<Office> {
  const service = await startFaultsServer();
  service.plan(options.plan);
  onTestFinished(() => service.close());
  const room = openRoom(
    {},
    { DEEPL_AUTH_KEY: "not-a-real-key:fx", DEEPL_SERVER_URL: service.url, ...options.variables },
  );
  const { body } = await room.json<TextItem>("/api/texts", { method: "POST", body: { texts: [{ text: ENGLISH }] } });
  const translate = async (more: object = {}): Promise<readonly Event[]> => {
    const request = { method: "POST", body: { text: body.id, to: ["ko"], engine: "deepl", ...more } };
    const response = await room.ask("/api/translate", request);
    expect(response.headers.get("content-type")).toBe("text/event-stream");
    return eventsIn<TranslateEvents>(await response.text());
  };
  return { ...room, service, id: body.id, translate };
}

function settingsFolder(settings: object): string {
  const folder = mkdtempSync(join(tmpdir(), "stele-settings-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "config.json"), JSON.stringify(settings));
  return folder;
}

describe("translating a text", () => {
  it("tells its progress, keeps each language when it is done, and says what was billed", async () => {
    const { translate, json, id } = await openOffice();
    const events = await translate({ to: ["ko", "zh-Hans"] });
    const names = events.map(({ event }) => event);
    expect(names.filter((name) => name !== "progress")).toEqual(["language", "language", "done"]);
    expect(names[0]).toBe("progress");
    expect(events.at(-1)?.data).toMatchObject({ id, charactersBilled: expect.any(Number) });
    const { body } = await json<TextAnswer>(`/api/texts/${id}`);
    expect(body.polytext.sides.map((side) => side.article.language)).toEqual(["en", "ko", "zh-Hans"]);
    expect(body.polytext.pairs).toHaveLength(3);
    expect(body.bitexts[0]?.provenance).toMatchObject({ standing: "machine", origin: { engine: "deepl" } });
    expect(body.polytext.pairs[0]?.report?.counts.kept).toBeGreaterThan(0);
  });

  it("sends nothing that was answered before", async () => {
    const { translate, service } = await openOffice();
    await translate();
    const sent = service.translations().length;
    const events = await translate();
    expect(events.at(-1)).toMatchObject({ event: "done", data: { charactersBilled: 0 } });
    expect(service.translations()).toHaveLength(sent);
  });

  it("stops when the reader goes away, and goes on where it stopped", async () => {
    const { ask, service, id, translate, library } = await openOffice();
    const request = { method: "POST", body: { text: id, to: ["ko", "zh-Hans"], engine: "deepl" } };
    const reader = (await ask("/api/translate", request)).body?.getReader();
    let seen = "";
    while (!seen.includes("event: language")) seen += new TextDecoder().decode((await reader?.read())?.value);
    await reader?.cancel();
    await expect.poll(() => library.runs.list().some(({ state }) => state === "running")).toBe(false);
    expect(library.texts()[0]?.languages).toContain("ko");
    const korean = () => service.translations().filter(({ fields }) => fields.target_lang?.includes("KO")).length;
    const before = korean();
    expect((await translate({ to: ["ko", "zh-Hans"] })).at(-1)?.event).toBe("done");
    expect(korean()).toBe(before);
    expect(library.texts()[0]?.languages).toEqual(["en", "ko", "zh-Hans"]);
  });

  it("lists what a cap cut off, and sends only the rest when it goes on", async () => {
    const { translate, json, service, id } = await openOffice();
    const unfinished = async () => (await json<UnfinishedAnswer>("/api/unfinished")).body.runs;
    expect(await unfinished()).toEqual([]);
    expect((await translate({ maxCharacters: 60 })).at(-1)).toMatchObject({ data: { code: "budget-reached" } });
    const [run, ...more] = await unfinished();
    expect(more).toEqual([]);
    expect(run).toMatchObject({ text: id, to: "ko", engine: "deepl" });
    expect(run?.answered).toBeGreaterThan(0);
    expect(run?.answered).toBeLessThan(run?.texts ?? 0);
    expect((await translate()).at(-1)?.event).toBe("done");
    expect(await unfinished()).toEqual([]);
    const sent = service.translations().flatMap(({ fields }) => fields.text ?? []);
    expect(new Set(sent).size).toBe(sent.length);
  });

  it("says the caps in force", async () => {
    const folder = mkdtempSync(join(tmpdir(), "stele-caps-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, "config.json"), JSON.stringify({ maxChars: 1234 }), { mode: 0o600 });
    const { json } = await openOffice({ variables: { STELE_CONFIG_DIR: folder } });
    expect((await json<EnginesAnswer>("/api/engines")).body.caps).toEqual({ maxCharacters: 1234 });
  });

  it("ends with an error's code where the service fails, keeping what was done", async () => {
    const { translate, library } = await openOffice({ plan: always({ kind: "status", status: 456 }) });
    expect((await translate()).at(-1)).toMatchObject({ event: "error", data: { code: "quota-reached" } });
    expect(library.texts()[0]?.languages).toEqual(["en"]);
  });

  it("keeps the first language where the second fails", async () => {
    const { translate, library, service } = await openOffice();
    service.plan(from(2, { kind: "status", status: 403 }));
    const events = await translate({ to: ["ko", "zh-Hans"] });
    expect(events.at(-1)).toMatchObject({ event: "error", data: { code: "auth-rejected" } });
    expect(JSON.stringify(events)).not.toContain("not-a-real-key");
    expect(library.texts()[0]?.languages).toEqual(["en", "ko"]);
  });

  it.each([
    ["characters", (length: number) => ({ maxChars: Math.floor(length * 1.5) }), "budget-reached"],
    ["money", (length: number) => ({ maxCost: length * 1.5, "deepl.price": 1_000_000 }), "budget-reached"],
    ["money without a price", () => ({ maxCost: 1 }), "config-invalid"],
  ] as const)("keeps to the user's cap of %s in all languages together", async (_, capFor, code) => {
    const measured = await openOffice();
    await measured.translate();
    const length = measured.service
      .translations()
      .flatMap(({ texts }) => texts)
      .join("").length;
    const { translate, service } = await openOffice({
      variables: { STELE_CONFIG_DIR: settingsFolder(capFor(length)) },
    });
    const events = await translate({ to: ["ko", "zh-Hans"] });
    expect(events.at(-1)).toMatchObject({ event: "error", data: { code } });
    const sent = service.translations().flatMap(({ texts }) => texts);
    expect(sent.join("").length).toBeLessThanOrEqual(code === "config-invalid" ? 0 : length * 1.5);
    expect(sent.length > 0).toBe(code === "budget-reached");
  });

  it("sends nothing away where the settings keep all text on this computer", async () => {
    const STELE_CONFIG_DIR = settingsFolder({ localOnly: true });
    const { failure, id, service } = await openOffice({
      variables: { STELE_CONFIG_DIR, DEEPL_SERVER_URL: "https://deepl.invalid" },
    });
    const body = { text: id, to: ["ko"], engine: "deepl" };
    expect(await failure("/api/translate", { method: "POST", body })).toEqual([422, "engine-refused-by-policy"]);
    expect(service.log).toEqual([]);
  });

  it("sends no more than the reader agreed to", async () => {
    const { translate, service } = await openOffice();
    const events = await translate({ maxCharacters: 10 });
    expect(events.at(-1)).toMatchObject({ event: "error", data: { code: "budget-reached" } });
    expect(
      service
        .translations()
        .flatMap(({ texts }) => texts)
        .join("").length,
    ).toBeLessThanOrEqual(10);
  });

  it.each([
    [{ to: [] }, 400, "usage"],
    [{ to: ["ko", "ko"] }, 400, "usage"],
    [{ to: ["ko", "zh", "zh-TW"] }, 400, "usage"],
    [{ to: ["fr"] }, 400, "language-unknown"],
    [{ to: "ko" }, 400, "usage"],
    [{ text: "none" }, 404, "not-found"],
    [{ engine: "babelfish" }, 404, "engine-unknown"],
    [{ engine: undefined }, 400, "usage"],
    [{ unit: "word" }, 400, "usage"],
    [{ maxCharacters: -1 }, 400, "usage"],
  ])("refuses %j before anything is sent", async (more, status, code) => {
    const { failure, id, service } = await openOffice();
    const body = { text: id, to: ["ko"], engine: "deepl", ...more };
    expect(await failure("/api/translate", { method: "POST", body })).toEqual([status, code]);
    expect(service.log).toEqual([]);
  });

  it("is refused where the settings keep text on this computer and the engine does not", async () => {
    const variables = { STELE_OFFLINE: "1", DEEPL_SERVER_URL: "http://deepl.invalid" };
    const { failure, id } = await openOffice({ variables });
    const body = { text: id, to: ["ko"], engine: "deepl" };
    expect(await failure("/api/translate", { method: "POST", body })).toEqual([422, "engine-refused-by-policy"]);
  });
});

describe("an estimate", () => {
  it("says what each ready engine would send, and sends nothing", async () => {
    const { json, id, service, translate } = await openOffice();
    const ask = async () => {
      const { body } = await json<EnginesAnswer>(`/api/engines?text=${id}&to=ko`);
      return body.engines.find(({ name }) => name === "deepl")?.estimate;
    };
    const before = await ask();
    expect(before).toMatchObject({ fromAnswers: 0, requests: 1 });
    expect(before?.characters).toBeGreaterThan(100);
    expect(service.translations()).toEqual([]);
    await translate();
    expect(await ask()).toMatchObject({ characters: 0, requests: 0 });
  });

  it("says what each language would send by itself, which is together the whole", async () => {
    const { json, id, translate } = await openOffice();
    await translate();
    const { body } = await json<EnginesAnswer>(`/api/engines?text=${id}&to=ko,zh-Hans`);
    const estimate = body.engines.find(({ name }) => name === "deepl")?.estimate;
    const [korean, chinese] = estimate?.languages ?? [];
    expect(korean).toMatchObject({ to: "ko", characters: 0 });
    expect(chinese).toMatchObject({ to: "zh-Hans", characters: estimate?.characters });
    expect(chinese?.characters).toBeGreaterThan(100);
  });

  it("says how many sentences are asked for again because they came back empty", async () => {
    const { json, id, service, translate } = await openOffice({
      plan: always({
        kind: "answers",
        change: (answers, texts) => answers.map((answer, index) => (texts[index]?.startsWith("It was") ? "" : answer)),
      }),
    });
    await translate();
    service.plan(undefined);
    const { body } = await json<EnginesAnswer>(`/api/engines?text=${id}&to=ko,zh-Hans`);
    const estimate = body.engines.find(({ name }) => name === "deepl")?.estimate;
    expect(estimate?.emptyBefore).toBe(1);
    expect(estimate?.languages.map(({ emptyBefore }) => emptyBefore)).toEqual([1, 0]);
  });

  it("of a text that is not there is a 404", async () => {
    const { failure } = await openOffice();
    expect(await failure("/api/engines?text=none&to=ko")).toEqual([404, "not-found"]);
  });
});

describe("one row in another engine's words", () => {
  it("is suggested and changes nothing", async () => {
    const { json, library, id, service } = await openOffice();
    await json(`/api/texts/${id}/translations`, { method: "POST", body: { texts: [{ text: KOREAN }] } });
    const bitext = library.texts()[0]?.bitexts[0] as BitextId;
    const before = library.bitext(bitext);
    const body = { bitext, bead: 1, engine: "deepl" };
    const answer = await json<SuggestAnswer>("/api/suggest", { method: "POST", body });
    expect(answer.status).toBe(200);
    expect(answer.body.sentences.join("")).toMatch(/[가-힣]/u);
    expect(answer.body.provenance).toMatchObject({ standing: "machine", origin: { engine: "deepl" } });
    expect(library.bitext(bitext)).toEqual(before);
    const [from = 0, to = 0] = before?.beads[1]?.source ?? [];
    expect(service.translations().flatMap(({ texts }) => texts)).toHaveLength(to - from);
  });

  it("is refused for a row, pair or engine that is not there", async () => {
    const { json, failure, library, id } = await openOffice();
    await json(`/api/texts/${id}/translations`, { method: "POST", body: { texts: [{ text: KOREAN }] } });
    const bitext = library.texts()[0]?.bitexts[0];
    const ask = (body: unknown) => failure("/api/suggest", { method: "POST", body });
    expect(await ask({ bitext, bead: 99, engine: "deepl" })).toEqual([400, "usage"]);
    expect(await ask({ bitext: "none", bead: 0, engine: "deepl" })).toEqual([404, "not-found"]);
    expect(await ask({ bitext, bead: 0, engine: "none" })).toEqual([404, "engine-unknown"]);
  });
});
