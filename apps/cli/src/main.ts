import { processIo } from "./process-io.ts";
import { run } from "./run.ts";

// Everything was written when the run has ended; an answer that still trickles in must not keep the process.
process.exit(await run(process.argv.slice(2), processIo()));
