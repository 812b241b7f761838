import type { Polytext } from "@stele/core";
import { exportedLabels } from "@stele/messages";
import type { Session } from "./session.ts";
import { polytextTable } from "./terminal/polytext-table.ts";

/** A polytext in a format: `table` for the terminal, else one of the writers of `@stele/core`. */
export async function writePolytext(polytext: Polytext, format: string, session: Session): Promise<Iterable<string>> {
  if (format === "table") return polytextTable(polytext, session);
  const { writeFiles, SteleError } = await session.core();
  const [file, ...more] = writeFiles(polytext, format, { labels: exportedLabels(session.language) });
  if (file !== undefined && more.length === 0) return file.chunks;
  throw new SteleError({
    code: "usage",
    message: `${format} is more than one file here.`,
    hint: "Write it with npx stele export -o FOLDER, or choose one language with --to.",
    details: { format, reason: "many-files" },
  });
}
