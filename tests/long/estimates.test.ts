import { describe, it } from "vitest";
import { ESTIMATED, expectEstimateHolds } from "../e2e/estimate.ts";

/** The gate tries the others; of these it tries the estimate beside the engine. */
describe.concurrent("what is sent", () => {
  it.each(ESTIMATED.seldom)("is what the estimate said, texts, characters and requests: %s", (flags) =>
    expectEstimateHolds(flags),
  );
});
