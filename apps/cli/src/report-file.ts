import type { Session } from "./session.ts";

/**
 * The file that a result goes to whose report goes to standard output as JSON.
 *
 * @throws SteleError `usage` where none is named.
 */
export async function reportedFile(output: string | undefined, session: Session): Promise<string> {
  if (output !== undefined && output !== "-") return output;
  const { SteleError } = await session.core();
  throw new SteleError({
    code: "usage",
    message: "Standard output cannot hold both the result and its report as JSON.",
    hint: "Name a file for the result with -o FILE, or leave out --json.",
    details: { reason: "report-needs-file" },
  });
}
