import type { LanguageTag } from "./language-tag.ts";

/** The engine call that made a text. */
export interface EngineOrigin {
  readonly kind: "engine";
  readonly engine: string;
  readonly model?: string;
  readonly options?: Readonly<Record<string, string>>;
  /** ISO 8601, UTC. */
  readonly date: string;
  /** The language in between, where the engine had no direct way. */
  readonly via?: LanguageTag;
}

/** Where a text came from. */
export type Origin =
  | EngineOrigin
  | { readonly kind: "file"; readonly name: string }
  | { readonly kind: "person"; readonly name: string };

/** How far a text can be trusted: made by a machine, written by a person, corrected or approved by one. */
export type Standing = "machine" | "human" | "corrected" | "approved";

/** Where a side, or one sentence of it, came from. */
export interface Provenance {
  readonly origin: Origin;
  readonly standing: Standing;
  /** Of approved text: its standing until then, which it has again when the approval is taken back. */
  readonly approvedFrom?: Exclude<Standing, "approved">;
}
