import type { Library } from "@stele/core/node";

/** What the server takes of a home: `openHome` of `@stele/core/node` gives it. */
export interface ServerHome {
  /** Holds the library and the write token. */
  readonly dataDir: string;
  /** Opened at the first call, the same object afterwards. */
  library(): Library;
}
