import { SteleError } from "@stele/model";

/** What the disk said, in Stele's words; anything else is passed on. */
export function diskError(thrown: unknown, folder: string): unknown {
  const code = thrown instanceof Error && "code" in thrown ? thrown.code : undefined;
  if (code === "ENOSPC" || code === "EDQUOT") {
    return new SteleError({
      code: "disk-full",
      message: `There is no room left on the disk that holds ${folder}.`,
      hint: "Make room and run the same command again: what has come is kept.",
      details: { folder },
    });
  }
  if (code === "EACCES" || code === "EPERM" || code === "EROFS" || code === "ENOTDIR") {
    return new SteleError({
      code: "output-failed",
      message: `The folder ${folder} cannot be written to.`,
      hint: "Give yourself the right to write there, or set STELE_CACHE_DIR.",
      details: { folder },
    });
  }
  return thrown;
}
