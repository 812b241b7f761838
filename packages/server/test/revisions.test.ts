import type { BitextId } from "@stele/core/node";
import type { BitextAnswer, CorrectionAnswer, HistoryAnswer, ReasonsAnswer, StaleAnswer } from "@stele/server";
import { describe, expect, it } from "vitest";
import { openDesk, sentences } from "./desk.ts";
import { openRoom } from "./room.ts";

describe("three columns", () => {
  it("stay in rows: the other pairs follow with revisions of their own", async () => {
    const { correct, bitext, library } = await openDesk({ chinese: true });
    const chinese = library.texts()[0]?.bitexts[1] as BitextId;
    const between = library.texts()[0]?.bitexts[2] as BitextId;
    const [, second = ""] = sentences(bitext(), "target");
    const answer = await correct([
      { op: "split-sentence", side: "target", sentence: 1, at: second.indexOf(" ", 3) },
      { op: "edit", side: "target", sentence: 0, text: "고친 문장." },
    ]);
    expect(answer.polytext.pairs).toHaveLength(3);
    expect(answer.revisions).toEqual({ [bitext().id]: 2, [chinese]: 1, [between]: 2 });
    expect(library.bitext(between)?.source).toEqual(bitext().target);
  });

  it("follow a sentence split in the original in every pair of it", async () => {
    const { correct, bitext, library } = await openDesk({ chinese: true });
    const chinese = library.texts()[0]?.bitexts[1] as BitextId;
    const answer = await correct([{ op: "split-sentence", side: "source", sentence: 1, at: 12 }]);
    expect(library.bitext(chinese)?.source).toEqual(bitext().source);
    expect(answer.polytext.sides[0]?.sentences).toHaveLength(bitext().source.sentences.length);
    expect(answer.polytext.pairs).toHaveLength(3);
  });

  it("find the counterparts of a sentence that was split, and leave the rest", async () => {
    const { json, library } = await openDesk({ chinese: true });
    const chinese = library.texts()[0]?.bitexts[1] as BitextId;
    const before = library.bitext(chinese);
    const at = (before === undefined ? [] : sentences(before, "target")).findIndex((text) => text.includes("意外，"));
    const bead = before?.beads.find(({ target }) => target[0] <= at && at < target[1]);
    expect([bead?.source, bead?.target].map((range) => (range?.[1] ?? 0) - (range?.[0] ?? 0))).toEqual([2, 1]);
    const cut = (before === undefined ? "" : (sentences(before, "target")[at] ?? "")).indexOf("，") + 1;
    const body = { seen: 1, operations: [{ op: "split-sentence", side: "target", sentence: at, at: cut }] };
    expect((await json(`/api/bitexts/${chinese}`, { method: "POST", body })).status).toBe(200);
    const after = library.bitext(chinese);
    const index = after?.beads.findIndex(({ target }) => target[0] === at) ?? 0;
    const shapes = after?.beads
      .slice(index, index + 2)
      .map(({ source, target }) => [source[1] - source[0], target[1] - target[0]]);
    expect(shapes).toEqual([
      [1, 1],
      [1, 1],
    ]);
    expect(after?.beads[0]).toEqual(before?.beads[0]);
    expect(after?.beads).toHaveLength((before?.beads.length ?? 0) + 1);
  });

  it("go back together, and forward again", async () => {
    const { correct, bitext, library, json, id } = await openDesk({ chinese: true });
    const before = await json(`/api/texts/${id}`);
    const corrected = await correct([{ op: "split-sentence", side: "source", sentence: 1, at: 12 }]);
    const back = { method: "POST", body: { revision: 1, seen: 2 } };
    const restored = await json<CorrectionAnswer>(`/api/bitexts/${bitext().id}/restore`, back);
    expect(restored.status).toBe(200);
    expect(restored.body.polytext.rows).toEqual((before.body as CorrectionAnswer).polytext.rows);
    const forward = await json<CorrectionAnswer>(`/api/bitexts/${bitext().id}/restore`, {
      method: "POST",
      body: { revision: 2 },
    });
    expect(forward.body.polytext.rows).toEqual(corrected.polytext.rows);
    expect(library.history(bitext().id)).toHaveLength(4);
  });
});

describe("a stale correction", () => {
  it("is a 409 with both versions, and writes nothing", async () => {
    const { correct, bitext, json } = await openDesk();
    await correct([{ op: "merge", from: 0, to: 2 }], { author: "Ada" });
    const body = {
      seen: 1,
      operations: [{ op: "edit", side: "target", sentence: 0, text: "다른 문장." }],
      author: "Bo",
    };
    const { status, body: answer } = await json<StaleAnswer>(`/api/bitexts/${bitext().id}`, { method: "POST", body });
    expect([status, answer.error.code]).toEqual([409, "stale-revision"]);
    expect(answer.stored).toEqual(JSON.parse(JSON.stringify(bitext())));
    expect(answer.stored.author).toBe("Ada");
    expect(answer.refused.target.article.text).toContain("다른 문장.");
    expect(bitext().revision).toBe(2);
  });

  it("of a restore is a 409 too", async () => {
    const { correct, bitext, failure } = await openDesk();
    await correct([{ op: "merge", from: 0, to: 2 }]);
    const request = { method: "POST", body: { revision: 1, seen: 1 } };
    expect(await failure(`/api/bitexts/${bitext().id}/restore`, request)).toEqual([409, "stale-revision"]);
  });
});

describe("history", () => {
  it("names every revision with its author, and gives each back", async () => {
    const { correct, bitext, json } = await openDesk();
    const before = bitext();
    await correct([{ op: "merge", from: 0, to: 2 }], { author: "Ada" });
    const { body } = await json<HistoryAnswer>(`/api/bitexts/${before.id}/history`);
    expect(body.revisions.map(({ revision, author }) => [revision, author])).toEqual([
      [1, "stele"],
      [2, "Ada"],
    ]);
    const { body: old } = await json<BitextAnswer>(`/api/bitexts/${before.id}?revision=1`);
    expect(old.bitext.beads).toEqual(before.beads);
  });

  it.each(["/api/bitexts/none", "/api/bitexts/none/history", "/api/bitexts/none/reasons"])(
    "of nothing is a 404: %s",
    async (path) => {
      expect(await openRoom().failure(path)).toEqual([404, "not-found"]);
    },
  );

  it("refuses revisions that are none", async () => {
    const { bitext, failure } = await openDesk();
    expect(await failure(`/api/bitexts/${bitext().id}?revision=99`)).toEqual([404, "not-found"]);
    expect(await failure(`/api/bitexts/${bitext().id}?revision=x`)).toEqual([400, "usage"]);
    const request = { method: "POST", body: { revision: 99 } };
    expect(await failure(`/api/bitexts/${bitext().id}/restore`, request)).toEqual([404, "not-found"]);
  });
});

describe("reasons", () => {
  it("explain the beads of the latest revision", async () => {
    const { bitext, json } = await openDesk();
    const { status, body } = await json<ReasonsAnswer>(`/api/bitexts/${bitext().id}/reasons`);
    expect([status, body.revision]).toEqual([200, 1]);
    expect(body.reasons.map(({ bead }) => bead)).toEqual([...bitext().beads.keys()]);
    expect(body.reasons.at(-1)).toMatchObject({ missingFigures: [], lengthFactor: expect.any(Number) });
    const counted = body.reasons.filter(({ linkedShare }) => linkedShare !== null);
    expect(counted.map(({ bead }) => bead)).toEqual(
      [...bitext().beads.entries()].filter(([, { lowScore }]) => lowScore).map(([bead]) => bead),
    );
    expect(counted.every(({ linkedShare }) => Number(linkedShare) >= 0 && Number(linkedShare) <= 1)).toBe(true);
  });
});

describe("two corrections at the same time", () => {
  it("are one that is written and one that is told so", async () => {
    const { bitext, json } = await openDesk();
    const send = (author: string) => {
      const body = {
        seen: 1,
        operations: [
          { op: "merge", from: 0, to: 2 },
          { op: "approve", from: 0, to: 1 },
        ],
        author,
      };
      return json(`/api/bitexts/${bitext().id}`, { method: "POST", body: { ...body, realign: author === "Ada" } });
    };
    const other = { seen: 1, operations: [{ op: "edit", side: "target", sentence: 0, text: "다른 문장." }] };
    const answers = await Promise.all([
      send("Ada"),
      json(`/api/bitexts/${bitext().id}`, { method: "POST", body: other }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(bitext().revision).toBe(2);
  });
});
