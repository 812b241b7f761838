/**
 * How long the reading room takes over a long text: `npm run bench:long -- [--rows N] [--reps N]`. Prints a Markdown
 * table. The text is made here, three languages in rows of one sentence, and asked for over HTTP as the page asks; the
 * built packages are measured, the client's own reading of the JSON included.
 */
import { parseArgs } from "node:util";
import { openReadingRoom, type ReadingRoom } from "../browser/reading-room.ts";
import { longTexts } from "./long-texts.ts";

const { values } = parseArgs({
  options: { rows: { type: "string", default: "10000" }, reps: { type: "string", default: "5" } },
});
const rows = Number(values.rows);
const reps = Number(values.reps);

interface Answer {
  readonly id: string;
  readonly bitexts: readonly { readonly id: string; readonly revision: number }[];
  readonly polytext: { readonly pairs: readonly { readonly beads: readonly unknown[] }[] };
}

type Ask = <T>(path: string, options?: { readonly method?: string; readonly body?: unknown }) => Promise<T>;

async function asker(room: ReadingRoom): Promise<Ask> {
  const cookie = (await fetch(room.url)).headers.get("set-cookie")?.split(";")[0] ?? "";
  const headers = { "content-type": "application/json", origin: room.url, cookie };
  return async (path, { method = "GET", body } = {}) => {
    const sent = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    const response = await fetch(`${room.url}/api${path}`, sent);
    const answer = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    return answer;
  };
}

async function print(what: string, work: (rep: number) => Promise<unknown>, times = reps): Promise<void> {
  const figures: number[] = [];
  for (let rep = 0; rep < times; rep += 1) {
    const started = performance.now();
    await work(rep);
    figures.push(performance.now() - started);
  }
  const [least, middle, most] = [0, times >> 1, times - 1].map((at) => figures.toSorted((a, b) => a - b)[at] ?? 0);
  console.log(`| ${what} | ${[middle, least, most].map((ms = 0) => Math.round(ms)).join(" | ")} |`);
}

async function measure(room: ReadingRoom): Promise<void> {
  const ask = await asker(room);
  await ask("/texts", { method: "POST", body: { texts: longTexts(30) } }); // loads the vectors
  let answer: Answer | undefined;
  console.log(`| ${rows} rows, three languages | median ms | least | most |\n| --- | ---: | ---: | ---: |`);
  await print(
    "adding: aligning three pairs",
    async () => {
      answer = await ask<Answer>("/texts", { method: "POST", body: { texts: longTexts(rows) } });
    },
    1,
  );
  const id = answer?.id ?? "";
  await room.stop();
  await room.start();
  const again = await asker(room);
  const open = async (): Promise<Answer> => again(`/texts/${id}?compact=1`);
  await print("opening after a start", open, 1);
  await print("opening again", open);
  await corrections(again, await open());
  await print("searching a frequent word", () => again("/concordance?q=harbour"));
  await print("searching a rare one", () => again(`/concordance?q=${Math.floor(rows / 2)}`));
  await print("listing the texts", () => again("/texts"));
  await print("removing", async (rep) => {
    await again(`/texts/${id}`, { method: "DELETE" });
    if (rep < reps - 1) await again(`/texts/${id}/restore`, { method: "POST" });
  });
  await print("restoring", () => again(`/texts/${id}/restore`, { method: "POST" }));
  await print("Markdown table of it", async () => {
    await (await fetch(`${room.url}/api/export/${id}?format=markdown`)).text();
  });
}

async function corrections(ask: Ask, opened: Answer): Promise<void> {
  const [first] = opened.bitexts;
  let seen = first?.revision ?? 1;
  const beads = opened.polytext.pairs[0]?.beads.length ?? 0;
  const correct = async (operation: object): Promise<void> => {
    const answer = await ask<{ revisions: Record<string, number> }>(`/bitexts/${first?.id}?compact=1`, {
      method: "POST",
      body: { seen, operations: [operation] },
    });
    seen = answer.revisions[first?.id ?? ""] ?? seen;
  };
  const place = (rep: number): number => Math.floor((beads * (rep + 1)) / (reps + 2));
  await print("approving a row", (rep) => correct({ op: "approve", from: place(rep), to: place(rep) + 1 }));
  await print("merging two rows, aligned anew", (rep) =>
    correct({ op: "merge", from: place(rep) + 20, to: place(rep) + 22 }),
  );
  await print("writing a sentence anew", (rep) =>
    correct({ op: "edit", side: "target", sentence: place(rep) + 40, text: `배는 ${rep}시에 떠났다.` }),
  );
  await print("cutting a sentence in two", (rep) =>
    correct({ op: "split-sentence", side: "target", sentence: place(rep) + 60, at: 5 }),
  );
  await print("going back one revision", async () => {
    const answer = await ask<{ revisions: Record<string, number> }>(`/bitexts/${first?.id}/restore?compact=1`, {
      method: "POST",
      body: { revision: seen - 1 },
    });
    seen = answer.revisions[first?.id ?? ""] ?? seen;
  });
}

const room = await openReadingRoom();
try {
  await measure(room);
} finally {
  await room.close();
}
