import type { TranslationRequest } from "../contract.ts";
import { type AskOptions, requestFor } from "./ask.ts";
import { firstAskings } from "./ask-marked.ts";
import { makePieces, type SourceText } from "./pieces.ts";

/**
 * The requests that `translateArticle` would begin with, for `estimate`: nothing is sent. Second tries of bad pieces
 * are not among them.
 */
export function articleRequests(source: SourceText, options: AskOptions): readonly TranslationRequest[] {
  const unit = options.unit ?? "sentence";
  const context = { source: source.article.language, options };
  const pieces = makePieces(source, unit);
  return firstAskings(pieces.slice(0, pieces.length), unit, context)
    .map(({ asking }) => requestFor(asking, options))
    .filter(({ texts }) => texts.length > 0);
}
