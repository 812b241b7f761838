import type { BitextId } from "@stele/core/node";
import type { MatchesAnswer } from "@stele/server";
import { expect, it } from "vitest";
import { openRoom, type Room } from "./room.ts";

async function keep({ json, library }: Room, english: string, korean: string): Promise<BitextId> {
  const texts = [
    { text: english, language: "en" },
    { text: korean, language: "ko" },
  ];
  const { body } = await json<{ id: string }>("/api/texts", { method: "POST", body: { texts } });
  const bitext = library.texts().find(({ id }) => id === body.id)?.bitexts[0];
  if (bitext === undefined) throw new Error("The text was not kept.");
  return bitext;
}

it("the memory's translations of texts like a row's source are given, without the row's own", async () => {
  const room = openRoom();
  await keep(room, "The old bridge opened on Monday morning.", "옛 다리가 월요일 아침에 개통됐다.");
  const bitext = await keep(room, "The new bridge opened on Monday morning.", "새 다리가 월요일 아침에 개통됐다.");
  const { body } = await room.json<MatchesAnswer>(`/api/bitexts/${bitext}/matches?bead=0`);
  expect(body.matches).toEqual([
    {
      source: "The old bridge opened on Monday morning.",
      target: "옛 다리가 월요일 아침에 개통됐다.",
      score: expect.closeTo(0.86, 1),
      standing: "human",
    },
  ]);
  expect((await room.json<MatchesAnswer>(`/api/bitexts/${bitext}/matches?bead=9`)).body.matches).toEqual([]);
  expect(await room.failure("/api/bitexts/none/matches?bead=0")).toEqual([404, "not-found"]);
});
