import { readFileSync } from "node:fs";
import { createAligner } from "../src/aligner.ts";
const al=createAligner({vectors:readFileSync(new URL("../data/stele-vectors.bin",import.meta.url))});
const c=process.cpuUsage(); const r=await al.align(Array(200000).fill(""),Array(200000).fill(""),{source:"en",target:"ko"}); console.log(r.beads.length,process.cpuUsage(c).user/1e6,process.resourceUsage().maxRSS/1024);
