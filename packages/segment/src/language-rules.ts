import type { Scene } from "./scene.ts";
import type { Verdict } from "./verdicts.ts";

/** What a language folder gives the scanner. */
export interface LanguageRules {
  /** What the scanner does at each code unit, made by `buildStops`. */
  readonly stops: Uint8Array;
  /** Says whether the sentence ends at the run of final marks that the scene holds. */
  readonly judge: (scene: Scene) => Verdict;
  /** Takes more into the sentence after its closing marks, such as an emoticon: the new end. */
  readonly extend?: (scene: Scene, end: number) => number;
  /**
   * Looks at one of the language's own candidates, at `at`. Sets `end` and `next` of the scene and answers with its
   * verdict, or with undefined where it is no candidate at all.
   */
  readonly propose?: (scene: Scene, at: number) => Verdict | undefined;
}
