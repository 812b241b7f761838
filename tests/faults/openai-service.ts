import type { LoggedRequest, Reply } from "./exchange.ts";
import { pretend } from "./pretend.ts";

const LANGUAGES: readonly (readonly [string, string])[] = [
  ["Korean", "ko"],
  ["Traditional Chinese", "zh-Hant"],
  ["Simplified Chinese", "zh-Hans"],
  ["English", "en"],
];

/** Answers as an OpenAI-compatible service does; the target language is read from the first message. */
export function answerOpenai(request: LoggedRequest): Reply | undefined {
  if (request.path.endsWith("/models")) return { status: 200, body: JSON.stringify({ data: [{ id: "pretended" }] }) };
  if (!request.path.endsWith("/chat/completions")) return undefined;
  const sentences = readOpenaiSentences(request.body);
  const target = targetOf(request.messages[0]?.content ?? "");
  const answers = sentences.map(({ text }) => pretend(text, target));
  const render = (list: readonly string[]) => {
    const translations = list.map((text, index) => ({ id: sentences[index]?.id ?? `extra-${index}`, text }));
    return JSON.stringify({
      choices: [{ finish_reason: "stop", message: { role: "assistant", content: JSON.stringify({ translations }) } }],
      usage: { prompt_tokens: 100, completion_tokens: 50, total_tokens: 150 },
    });
  };
  const texts = sentences.map(({ text }) => text);
  return { status: 200, body: render(answers), withAnswers: (change) => render(change(answers, texts)) };
}

function targetOf(prompt: string): string {
  const into = /\binto ([A-Z]\w+(?: Chinese)?)/u.exec(prompt)?.[1];
  return LANGUAGES.find(([name]) => name === into)?.[1] ?? "en";
}

/** The sentences of the last message that holds any. */
export function readOpenaiSentences(request: unknown): readonly { id: string; text: string }[] {
  const { messages = [] } = (request ?? {}) as { messages?: readonly { role: string; content: string }[] };
  for (const { role, content } of [...messages].reverse()) {
    const json = role === "user" ? /\{"sentences":[\s\S]*\}/u.exec(content)?.[0] : undefined;
    if (json !== undefined) return (JSON.parse(json) as { sentences: { id: string; text: string }[] }).sentences;
  }
  return [];
}
