import { createBitext, sideOf, writeText } from "@stele/core";
import type { ReadingRoom } from "./reading-room.ts";

/** Puts a text of so many one-sentence paragraphs and its translation into the library, as aligned; gives its id. */
export async function addLongText(room: ReadingRoom, rows: number): Promise<string> {
  const numbers = Array.from({ length: rows }, (_, at) => at);
  const english = numbers.map((at) => `Boat number ${at} left the harbour on Monday with ${at + 7} people on board.`);
  const korean = numbers.map((at) => `${at}번 배가 월요일에 ${at + 7}명을 태우고 항구를 떠났다.`);
  const source = sideOf({ text: english.join("\n\n"), language: "en" });
  const target = sideOf({ text: korean.join("\n\n"), language: "ko" });
  const beads = numbers.map((at) => {
    return { source: [at, at + 1] as const, target: [at, at + 1] as const, score: 0.9, lowScore: false };
  });
  const text = writeText(createBitext({ source, target, beads }), "json");
  const { body } = await room.api("/texts", { texts: [{ text, name: "boats.json" }] });
  return (body as { readonly id: string }).id;
}
