import type { EngineLimits, TranslationRequest } from "./contract.ts";

/** The same request with only the texts at these indexes, and whatever belongs to each of them. */
export function takeTexts(request: TranslationRequest, indexes: readonly number[]): TranslationRequest {
  const { context: _, contexts, previous, examples, untagged, ...rest } = request;
  const context = chosenContext(request, indexes[0] ?? 0);
  return {
    ...rest,
    texts: pick(request.texts, indexes),
    ...(context === undefined ? {} : { context }),
    ...(contexts === undefined ? {} : { contexts: pick(contexts, indexes) }),
    ...(previous === undefined ? {} : { previous: pick(previous, indexes) }),
    ...(untagged === undefined ? {} : { untagged: pick(untagged, indexes) }),
    ...(examples === undefined ? {} : { examples: pick(examples, indexes) }),
  };
}

function pick<T>(items: readonly T[], indexes: readonly number[]): readonly T[] {
  return indexes.flatMap((index) => items.slice(index, index + 1));
}

function chosenContext(request: TranslationRequest, index: number): string | undefined {
  if (request.contextPolicy === "none") return undefined;
  const context = request.contexts?.[index] ?? request.context;
  return context === "" ? undefined : context;
}

/**
 * Groups texts, in order, into requests that an engine takes at once: by number, by bytes, and by context where the
 * policy is `block`. A text too large for any request stands alone.
 */
export function packTexts(request: TranslationRequest, limits: EngineLimits): readonly (readonly number[])[] {
  const packs: number[][] = [];
  const meter = createMeter(request, limits);
  for (const index of request.texts.keys()) {
    const last = packs.at(-1);
    if (last !== undefined && meter.fits(last, index)) last.push(index);
    else packs.push([index]);
  }
  return packs;
}

function createMeter(request: TranslationRequest, limits: EngineLimits) {
  const { bytesPerRequest, requestBytes } = limits;
  const measure = (indexes: readonly number[]) => requestBytes?.(takeTexts(request, indexes)) ?? 0;
  let bytes = 0;
  let alone = 0;
  let first: number | undefined;
  return {
    /** True where the text still goes into the pack; it is then counted there. Measures each text only once. */
    fits(pack: readonly number[], index: number): boolean {
      const [head = 0] = pack;
      if (head !== first) {
        first = head;
        alone = measure([head]);
        bytes = alone;
      }
      const most = request.isAlone === true ? 1 : limits.textsPerRequest;
      if (pack.length >= most || !sameContext(request, head, index)) return false;
      if (bytesPerRequest === undefined) return true;
      const more = measure([head, index]) - alone;
      if (bytes + more > bytesPerRequest) return false;
      bytes += more;
      return true;
    },
  };
}

function sameContext(request: TranslationRequest, first: number, index: number): boolean {
  return request.contextPolicy !== "block" || request.contexts?.[first] === request.contexts?.[index];
}
