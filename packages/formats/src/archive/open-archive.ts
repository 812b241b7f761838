import { SteleError } from "@stele/model";
import { unzipSync } from "fflate";

/** No book is bigger; what claims to be is there to fill the memory. */
const MAX_BYTES = 256 * 2 ** 20;

/** The files of a zip archive by their paths. */
export type Archive = Readonly<Record<string, Uint8Array>>;

/**
 * Unpacks the files that `isWanted` names.
 *
 * @throws SteleError `input-malformed` where it is no archive or unpacks to more than 256 MB.
 */
export function openArchive(bytes: Uint8Array, name: string, isWanted: (path: string) => boolean): Archive {
  let total = 0;
  try {
    return unzipSync(bytes, {
      filter: (file) => {
        if (!isWanted(file.name)) return false;
        total += file.originalSize;
        if (total > MAX_BYTES) throw malformedArchive(name, "it unpacks to more than 256 MB");
        return true;
      },
    });
  } catch (error) {
    throw error instanceof SteleError ? error : malformedArchive(name, "it is no whole zip archive");
  }
}

/** The error of a document that lacks what its format asks for. */
export function malformedArchive(name: string, reason: string): SteleError {
  return new SteleError({
    code: "input-malformed",
    message: `"${name}" cannot be read: ${reason}.`,
    hint: "Open it in the program that wrote it and save it again, or save it as plain text.",
    details: { name, reason },
  });
}

/** One file of an archive as text. Throws `input-malformed` where it is missing. */
export function archiveText(archive: Archive, path: string, name: string): string {
  const bytes = archive[path];
  if (bytes === undefined) throw malformedArchive(name, `it has no ${path}`);
  return new TextDecoder().decode(bytes);
}
