import { parentPort } from "node:worker_threads";
import * as core from "@stele/core/node";
import { type PairJob, runPairJob } from "./pair-job.ts";

// A job comes in, its outcome goes out; the thread ends when its owner says so.
parentPort?.on("message", async (job: PairJob) => parentPort?.postMessage(await runPairJob(job, core)));
