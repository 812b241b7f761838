import { describe, it } from "vitest";
import { expectLastingFault, LASTING_FAULTS, oneOfEachCode } from "../e2e/lasting-faults.ts";

/** The gate tries one of each code through the command, and all of them beside the engines. */
describe.concurrent.each(["deepl", "openai"] as const)("a fault of %s that stays", (engine) => {
  const tried = oneOfEachCode(LASTING_FAULTS[engine]);
  it.each(LASTING_FAULTS[engine].filter((fault) => !tried.includes(fault)))(
    "$name: what is finished is kept, and the rest is sent the next time",
    (fault) => expectLastingFault(engine, fault),
  );
});
