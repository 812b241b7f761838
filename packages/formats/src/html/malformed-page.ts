import { SteleError } from "@stele/model";

/**
 * What reading a page gives.
 *
 * @throws SteleError `input-malformed` where the page was made to break readers: its elements stand too deep in each other.
 */
export function orMalformed<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof RangeError ? malformed(name) : error;
  }
}

function malformed(name: string): SteleError {
  return new SteleError({
    code: "input-malformed",
    message: `The page "${name}" is too deep or too broken to be taken apart.`,
    hint: "Save it again in a browser, or give its text as plain text.",
    details: { name },
  });
}
