const FULL: ReadonlySet<string> = new Set(["ENOSPC", "EDQUOT", "EFBIG"]);

/** Whether a code of the system says that there is no room: on the disk, in a quota, or below a limit of file sizes. */
export function isNoRoom(code: string): boolean {
  return FULL.has(code);
}
