import { FORMATS, formatByName, type Polytext, type ReadFile, readBytesArticle } from "@stele/core/node";
import type { Given } from "./given-texts.ts";
import { refusal } from "./refusal.ts";

/**
 * The most of one file that is read in these formats, in bytes: taking markup apart is slow (docs/performance.md), and
 * nothing else is answered meanwhile. A book of 500 pages is about one megabyte.
 */
const MOST_BYTES: Readonly<Record<string, number | undefined>> = {
  markdown: 4 * 1024 * 1024,
  html: 16 * 1024 * 1024,
};

/**
 * Reads each text by the format that its name says.
 *
 * @throws SteleError with an `input-…` code for a file that cannot be read; `request-refused` for too much markup.
 */
export async function readGiven(given: readonly Given[]): Promise<readonly ReadFile[]> {
  for (const one of given) checkLength(one);
  return Promise.all(given.map(({ bytes, name, language }) => readBytesArticle(bytes, { name, language })));
}

function checkLength({ bytes, name }: Given): void {
  const extension = name.toLowerCase().split(".").at(-1) ?? "";
  const format = Object.values(FORMATS).find(({ extensions }) => extensions.includes(extension));
  const limitBytes = MOST_BYTES[format?.name ?? ""];
  if (limitBytes === undefined || bytes.length <= limitBytes) return;
  const megabytes = Math.floor(limitBytes / 1024 / 1024);
  throw refusal("too-large", {
    message: `${name} is larger than the ${megabytes} MB that are taken of this format at once.`,
    hint: "Give the text in parts, or as plain text, or use the command line, which has no such limit.",
    details: { limitBytes, name },
  });
}

/**
 * Parallel text that Stele wrote as JSON; undefined where something else was given.
 *
 * @throws SteleError `input-malformed`, naming the member that is wrong.
 */
export function polytextIn([first, ...more]: readonly Given[]): Polytext | undefined {
  if (first === undefined || more.length > 0 || !/\.json$/iu.test(first.name)) return undefined;
  return formatByName("json").readPolytext?.(first.bytes, { name: first.name });
}
