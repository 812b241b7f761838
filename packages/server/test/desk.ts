import type { Bitext, BitextId, Operation, SideName } from "@stele/core/node";
import type { CorrectionAnswer } from "@stele/server";
import { expect } from "vitest";
import { keepArticle, openRoom, type Room } from "./room.ts";

/** A room with the little article, and a short way to correct it. */
export interface Desk extends Room {
  readonly id: string;
  /** The bitext of English and Korean as it is now. */
  bitext(): Bitext;
  correct(operations: readonly Operation[], more?: object): Promise<CorrectionAnswer>;
  refuse(operations: readonly unknown[], more?: object): Promise<readonly [number, string]>;
}

/** A room with the little article; corrections go to its first bitext, without realigning unless told. */
export async function openDesk(options: { readonly chinese?: boolean } = {}): Promise<Desk> {
  const room = openRoom();
  const id = await keepArticle(room.library, options);
  const first = room.library.texts()[0]?.bitexts[0] as BitextId;
  const bitext = (): Bitext => {
    const found = room.library.bitext(first);
    if (found === undefined) throw new Error("The bitext is gone.");
    return found;
  };
  const request = (operations: readonly unknown[], more: object) => ({
    method: "POST",
    body: { seen: bitext().revision, operations, realign: false, ...more },
  });
  return {
    ...room,
    id,
    bitext,
    correct: async (operations, more = {}) => {
      const answer = await room.json<CorrectionAnswer>(`/api/bitexts/${first}`, request(operations, more));
      expect([answer.status, JSON.stringify(answer.body).slice(0, 300)]).toEqual([200, expect.any(String)]);
      return answer.body;
    },
    refuse: (operations, more = {}) => room.failure(`/api/bitexts/${first}`, request(operations, more)),
  };
}

/** The beads as short texts. */
export function shapes({ beads }: Bitext): readonly string[] {
  return beads.map(({ source, target }) => `${source.join("-")}:${target.join("-")}`);
}

/** The sentences of a side as they stand in the article. */
export function sentences(bitext: Bitext, side: SideName): readonly string[] {
  return bitext[side].sentences.map(({ start, end }) => bitext[side].article.text.slice(start, end));
}
