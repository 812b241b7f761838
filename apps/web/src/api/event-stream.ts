/** One server-sent event. */
export interface StreamEvent {
  readonly event: string;
  readonly data: string;
}

/** The events of a body as they come; ends with the body. What is no event (comments, ids) is passed over. */
export async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamEvent> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      rest += decoder.decode(value, { stream: !done });
      const parts = rest.split(/\r\n\r\n|\n\n|\r\r/u);
      rest = done ? "" : (parts.pop() ?? "");
      for (const part of parts) yield* parseEvent(part);
      if (done) return;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function parseEvent(part: string): readonly StreamEvent[] {
  let event = "message";
  const data: string[] = [];
  for (const line of part.split(/\r\n|\n|\r/u)) {
    const [, name, value = ""] = /^(event|data):? ?(.*)$/u.exec(line) ?? [];
    if (name === "event") event = value;
    if (name === "data") data.push(value);
  }
  return data.length === 0 ? [] : [{ event, data: data.join("\n") }];
}
