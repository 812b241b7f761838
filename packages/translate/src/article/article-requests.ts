import type { ForeseenRequest } from "../around/estimate.ts";
import type { TranslationRequest } from "../contract.ts";
import { type AskOptions, requestFor, translatable } from "./ask.ts";
import { type FirstAsking, firstAskings } from "./ask-marked.ts";
import { makePieces, type Pieces, windowsOf } from "./pieces.ts";
import type { SourceText } from "./source-text.ts";

/**
 * The requests that `translateArticle` would begin with, for `estimate`, made one after the other so that a book of them
 * fills no memory: nothing is sent. Second tries of bad pieces are not among them, but a request tells them of itself.
 */
export function* articleRequests(source: SourceText, options: AskOptions): Generator<ForeseenRequest, void, undefined> {
  const unit = options.unit ?? "sentence";
  const context = { source: source.article.language, options };
  const sentences = makePieces(source, "sentence");
  for (const window of windowsOf(makePieces(source, unit), unit)) {
    for (const { asking } of firstAskings(window, unit, context)) {
      const request = requestFor(asking, options);
      if (request.texts.length === 0) continue;
      const alone = (indexes: readonly number[]) => aloneRequests({ asking, indexes, sentences }, context);
      yield unit === "paragraph" ? { ...request, alone } : request;
    }
  }
}

/** Paragraphs of an asking whose answers were bad. */
interface BadParagraphs extends Pick<FirstAsking, "asking"> {
  /** Into the texts of the asking that are sent. */
  readonly indexes: readonly number[];
  /** All of the source. */
  readonly sentences: Pieces;
}

/** The sentences of bad paragraphs, each in a request of its own. */
function* aloneRequests(
  { asking, indexes, sentences }: BadParagraphs,
  context: Parameters<typeof firstAskings>[2],
): Generator<TranslationRequest, void, undefined> {
  const sent = translatable(asking.texts);
  const ranges = indexes.flatMap((index) => asking.pieces.slice(sent[index] ?? 0, (sent[index] ?? 0) + 1));
  const pieces = ranges.flatMap((paragraph) => sentences.slice(...paragraph.sentences));
  for (const { asking: first } of firstAskings(pieces, "sentence", context)) {
    yield requestFor({ ...first, attempt: 2, isAlone: true }, context.options);
  }
}
