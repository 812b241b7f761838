/** A text whose inline marks have become numbered tags. */
export interface TaggedText {
  /** With `<x1>…</x1>` around what a mark covers, `<x2/>` for what is not translated, and `& < >` escaped. */
  readonly tagged: string;
  /** Without any marks; what was not to be translated stands as it is. */
  readonly plain: string;
  readonly marks: readonly Mark[];
}

/** One mark: what stood before and after its content; `whole` for one that stands for itself, such as code. */
interface Mark {
  readonly open: string;
  readonly close: string;
  readonly whole?: string;
}

/** Marks by the syntax of a text. The inner group is the content; a pattern without one covers itself. */
const SYNTAX = {
  markdown: [
    { pattern: /(`+)[^`].*?\1(?!`)/u },
    { pattern: /(?<open>\[)(?<content>[^\]]+)(?<close>\]\([^()\s]*(?:\s"[^"]*")?\))/u },
    { pattern: /<?https?:\/\/[^\s<>)\]]+[^\s<>)\].,;:!?]>?/u },
    { pattern: /(?<open>\*\*)(?<content>\S(?:.*?\S)?)(?<close>\*\*)/u },
    { pattern: /(?<open>(?<!\*)\*)(?<content>[^\s*](?:[^*]*[^\s*])?)(?<close>\*(?!\*))/u },
    { pattern: /(?<open>~~)(?<content>\S(?:.*?\S)?)(?<close>~~)/u },
  ],
  html: [
    { pattern: /<(?:br|img|input|wbr)\b[^>]*>|<(code|kbd|samp|var|math)\b[^>]*>.*?<\/\1>/iu },
    { pattern: /(?<open><(?<name>[a-z][a-z\d]*)\b[^>]*>)(?<content>.*?)(?<close><\/\k<name>>)/iu },
  ],
} as const;

/** Turns the inline marks of a text into tags; undefined where it has none. */
export function tagMarks(text: string, syntax: keyof typeof SYNTAX): TaggedText | undefined {
  const marks: Mark[] = [];
  const { tagged, plain } = convert(text, syntax, marks);
  return marks.length === 0 ? undefined : { tagged, plain, marks };
}

interface Converted {
  readonly tagged: string;
  readonly plain: string;
}

function convert(text: string, syntax: keyof typeof SYNTAX, marks: Mark[]): Converted {
  const match = firstMatch(text, syntax);
  if (match === undefined) return { tagged: escapeTags(text), plain: text };
  const { open, close, content } = match.groups ?? {};
  const before = text.slice(0, match.index);
  const id = marks.length + 1;
  const isWhole = content === undefined || open === undefined || close === undefined;
  marks.push(isWhole ? { open: "", close: "", whole: match[0] } : { open, close });
  const inner = isWhole ? { tagged: `<x${id}/>`, plain: match[0] } : wrap(convert(content, syntax, marks), id);
  const after = convert(text.slice(match.index + match[0].length), syntax, marks);
  return { tagged: escapeTags(before) + inner.tagged + after.tagged, plain: before + inner.plain + after.plain };
}

function wrap({ tagged, plain }: Converted, id: number): Converted {
  return { tagged: `<x${id}>${tagged}</x${id}>`, plain };
}

function firstMatch(text: string, syntax: keyof typeof SYNTAX): RegExpExecArray | undefined {
  const matches = SYNTAX[syntax].map(({ pattern }) => pattern.exec(text)).filter((match) => match !== null);
  return matches.sort((a, b) => a.index - b.index || b[0].length - a[0].length)[0];
}

/** A text whose `& < >` are escaped, so that its only tags are ours. */
export function escapeTags(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Puts the marks back into an answer whose tags are whole. */
export function untagMarks(answer: string, { marks }: TaggedText): string {
  return unescapeTags(
    answer.replaceAll(/<(\/?)x(\d+)(\/?)>/gu, (_, close: string, id: string) => {
      const mark = marks[Number(id) - 1];
      const written = mark?.whole ?? (close === "/" ? mark?.close : mark?.open);
      return escapeTags(written ?? "");
    }),
  );
}

/** The text of an escaped one. */
export function unescapeTags(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
