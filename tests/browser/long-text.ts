import type { ReadingRoom } from "./reading-room.ts";

/** Puts a text of so many one-sentence paragraphs and its translation into the library; gives its id. */
export async function addLongText(room: ReadingRoom, rows: number): Promise<string> {
  const numbers = Array.from({ length: rows }, (_, at) => at);
  const english = numbers.map((at) => `Boat number ${at} left the harbour on Monday with ${at + 7} people on board.`);
  const korean = numbers.map((at) => `${at}번 배가 월요일에 ${at + 7}명을 태우고 항구를 떠났다.`);
  const texts = [
    { text: english.join("\n\n"), language: "en" },
    { text: korean.join("\n\n"), language: "ko" },
  ];
  const { body } = await room.api("/texts", { texts });
  return (body as { readonly id: string }).id;
}
