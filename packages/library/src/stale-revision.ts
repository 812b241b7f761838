import { type Bitext, SteleError } from "@stele/model";

/** A write that was built on a revision which is no longer the latest; it was not done, and nothing is lost. */
export class StaleRevision extends SteleError {
  /** What was to be written. */
  readonly refused: Bitext;
  /** What is stored: the latest revision. */
  readonly stored: Bitext;

  constructor(refused: Bitext, stored: Bitext) {
    super({
      code: "stale-revision",
      message: `The bitext was changed by ${stored.author} in the meantime: revision ${stored.revision} is the latest.`,
      hint: "Look at both versions and apply the change to the latest one.",
      details: { id: stored.id, stored: stored.revision, refused: refused.revision, author: stored.author },
    });
    this.refused = refused;
    this.stored = stored;
  }
}
