import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Where each kind of shipped file stands in the workspace, seen from the built or the source file. */
const IN_WORKSPACE = { page: "../../web/dist", samples: "../../../samples" } as const;

/**
 * The folder of the built page or of the samples: in the workspace where they are made, in an installed package the
 * copy that `scripts/prepack.mjs` packed with it.
 */
export function shippedFolder(kind: keyof typeof IN_WORKSPACE): string {
  const workspace = fileURLToPath(new URL(IN_WORKSPACE[kind], import.meta.url));
  return existsSync(workspace) ? workspace : fileURLToPath(new URL(`../assets/${kind}`, import.meta.url));
}
