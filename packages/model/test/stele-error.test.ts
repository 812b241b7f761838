import { EXIT_CODES, SteleError } from "@stele/model";
import { expect, it } from "vitest";

it("uses no exit code outside the documented ones", () => {
  expect([...new Set(Object.values(EXIT_CODES))].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 12, 130]);
});

it("carries code, hint and details, and a cause only when given one", () => {
  const cause = new Error("ENOSPC");
  const full = new SteleError({ code: "disk-full", message: "The disk is full.", hint: "Free some space.", cause });
  expect(full).toMatchObject({ name: "SteleError", code: "disk-full", exitCode: 1, details: {}, cause });
  const bare = new SteleError({ code: "network", message: "No network.", hint: "Try later.", details: { host: "x" } });
  expect(bare.details).toEqual({ host: "x" });
  expect("cause" in bare).toBe(false);
});
