import { createInterface } from "node:readline";
import { sqlDriver } from "../../packages/library/src/sqlite/driver.ts";

// Opens the library that is named; takes its lock when it is told to, and keeps it until standard input ends.
const [, , file = ""] = process.argv;
const connection = new (sqlDriver().DatabaseSync)(file, { readOnly: false, timeout: 10_000 });
process.stdout.write("ready\n");
for await (const _ of createInterface(process.stdin)) {
  connection.exec("BEGIN IMMEDIATE");
  process.stdout.write("held\n");
}
connection.close();
