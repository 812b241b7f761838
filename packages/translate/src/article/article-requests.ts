import type { TranslationRequest } from "../contract.ts";
import { type AskOptions, requestFor } from "./ask.ts";
import { firstAskings } from "./ask-marked.ts";
import { makePieces, windowsOf } from "./pieces.ts";
import type { SourceText } from "./source-text.ts";

/**
 * The requests that `translateArticle` would begin with, for `estimate`, made one after the other so that a book of them
 * fills no memory: nothing is sent. Second tries of bad pieces are not among them.
 */
export function* articleRequests(
  source: SourceText,
  options: AskOptions,
): Generator<TranslationRequest, void, undefined> {
  const unit = options.unit ?? "sentence";
  const context = { source: source.article.language, options };
  for (const window of windowsOf(makePieces(source, unit), unit)) {
    for (const { asking } of firstAskings(window, unit, context)) {
      const request = requestFor(asking, options);
      if (request.texts.length > 0) yield request;
    }
  }
}
