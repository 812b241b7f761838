import type { LanguageTag, Span } from "@stele/core/node";

/** `GET /api/engines`; with `?text=ID&to=ko,zh-Hans` each engine says what that text would cost. */
export interface EnginesAnswer {
  readonly engines: readonly EngineItem[];
}

/** An engine as a reader chooses it. */
export interface EngineItem {
  readonly name: string;
  readonly label: string;
  /** The host that receives the text; null where it never leaves this computer. */
  readonly sendsTextTo: string | null;
  readonly isPaid: boolean;
  readonly model?: string;
  readonly isReady: boolean;
  /** Why it is not ready, or what it will use: an English sentence. */
  readonly says: string;
  /** False where the user's settings keep text on this computer. */
  readonly isAllowed: boolean;
}

/** `POST /api/links`: words of two texts that say the same. */
export interface LinksRequest {
  readonly source: string;
  readonly target: string;
  readonly from: LanguageTag;
  readonly to: LanguageTag;
}

/** Spans into the two texts of the request. */
export interface LinksAnswer {
  readonly links: readonly {
    readonly source: readonly Span[];
    readonly target: readonly Span[];
    readonly confidence: number;
  }[];
}
