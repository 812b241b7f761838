import { SteleError } from "@stele/model";

/** No room on the disk, in a quota, or below a limit of file sizes. */
const FULL = new Set(["ENOSPC", "EDQUOT", "EFBIG"]);
/** A folder cannot be made, or not be written to; on a disk that is read-only Node says ENOENT too. */
const CLOSED = new Set(["EACCES", "EPERM", "EROFS", "ENOTDIR", "ENOENT", "EEXIST", "EISDIR", "ENAMETOOLONG"]);

/** What the disk said, in Stele's words; anything else is passed on. */
export function diskError(thrown: unknown, folder: string): unknown {
  const code = thrown instanceof Error && "code" in thrown ? String(thrown.code) : "";
  if (FULL.has(code)) {
    return new SteleError({
      code: "disk-full",
      message: `There is no room left on the disk that holds ${folder}.`,
      hint: "Make room and run the same command again: what has come is kept.",
      details: { folder },
    });
  }
  if (CLOSED.has(code)) {
    return new SteleError({
      code: "output-failed",
      message: `The folder ${folder} cannot be written to.`,
      hint: "Give yourself the right to write there, or set STELE_CACHE_DIR.",
      details: { folder },
    });
  }
  return thrown;
}
