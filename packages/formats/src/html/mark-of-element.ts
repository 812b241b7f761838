import type { InlineMark, InlineMarkKind } from "@stele/model";

const KINDS: Readonly<Record<string, InlineMarkKind | undefined>> = {
  em: "emphasis",
  i: "emphasis",
  strong: "strong",
  b: "strong",
  del: "deletion",
  s: "deletion",
  code: "code",
  kbd: "code",
  samp: "code",
  a: "link",
};

/** An element, as far as its mark needs it. */
interface MarkElement {
  readonly localName?: string;
  getAttribute(name: string): string | null;
}

/** What an element marks its words as; a link that runs a script or leads nowhere marks nothing. */
export function markOfElement(element: MarkElement): Omit<InlineMark, "start" | "end"> | undefined {
  const kind = KINDS[element.localName ?? ""];
  if (kind !== "link") return kind === undefined ? undefined : { kind };
  const url = (element.getAttribute("href") ?? "").trim();
  // Blanks and control characters inside a scheme are dropped by browsers.
  if (url === "" || /^(?:javascript|data|vbscript):/i.test(url.replace(/[\s\p{Cc}]/gu, ""))) return undefined;
  const title = element.getAttribute("title");
  return { kind, url, ...(title === null ? {} : { title }) };
}
