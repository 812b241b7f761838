/** One event of a stream whose events are `E`. */
export type EventOf<E> = { [K in keyof E]: { readonly event: K; readonly data: E[K] } }[keyof E];

/** The events of a finished stream. */
export function eventsIn<E>(text: string): readonly EventOf<E>[] {
  return text
    .split("\n\n")
    .filter((block) => block.trim() !== "")
    .map((block) => {
      const fields = block.split("\n").map((line) => line.split(/: (.*)/su) as [string, string]);
      const { event = "", data = "" } = Object.fromEntries(fields);
      return { event, data: JSON.parse(data) } as EventOf<E>;
    });
}
