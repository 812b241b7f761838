import { join } from "node:path";
import type { ReadFile } from "@stele/core/node";
import { type Command, Option } from "commander";
import { addFormat, addRoom } from "../options.ts";
import { writeResult } from "../output.ts";
import { openText, type RoomFlags } from "../reading-room.ts";
import { savePolytext } from "../save-polytext.ts";
import type { Session } from "../session.ts";
import { shippedFolder } from "../shipped-files.ts";
import type { Limits } from "../translate/agree.ts";
import { completeParallel } from "../translate/complete.ts";
import { writePolytext } from "../write-polytext.ts";

interface DemoFlags extends RoomFlags, Limits {
  readonly engine?: string;
  readonly sample: string;
  readonly once: boolean;
  readonly format: string;
}

/** The articles under `samples/`, in three languages each, made for Stele. */
const SAMPLES = ["harbour-bridge", "night-train", "seed-bank"];

const TARGETS = ["ko", "zh-Hans"] as const;

/** `stele demo`: a sample article the whole way, onto the terminal and into the reading room. */
export function defineDemo(command: Command, session: Session): void {
  const { t } = session;
  command
    .addOption(new Option("--sample <name>", t("cli.options.sample")).choices(SAMPLES).default("harbour-bridge"))
    .option("--engine <name>", t("cli.options.engine"))
    .option("-y, --yes", t("cli.options.yes"), false)
    .option("--once", t("cli.options.once"), false)
    .action((flags: DemoFlags) => demo(flags, session));
  addFormat(command, session, ["table", "json"]);
  addRoom(command, session);
}

async function demo(flags: DemoFlags, session: Session): Promise<void> {
  const { readFileArticle } = await session.core();
  const source = await readFileArticle(sampleFile(flags.sample, "en"), { language: "en" });
  const engine = await demoEngine(flags, session);
  const translations = engine === undefined ? await bundledTranslations(flags.sample, session) : [];
  const named = engine === undefined ? {} : { engine };
  const polytext = await completeParallel({ source, translations, to: TARGETS, limits: flags, ...named }, session);
  const id = await savePolytext(polytext, session);
  await writeResult(await writePolytext(polytext, flags.format, session), {}, session);
  if (flags.once || flags.format === "json") return;
  await openText(id, flags, session);
}

/** The engine named, else a local one that is free and ready for both languages, else none. */
async function demoEngine({ engine }: DemoFlags, session: Session): Promise<string | undefined> {
  if (engine !== undefined) return engine;
  const { freeEngine } = await session.core();
  const free = await freeEngine({ from: "en", to: TARGETS }, await session.home());
  if (free !== undefined) await session.say(session.t("cli.say.localTranslations", { engine: free.describe.label }));
  return free?.name;
}

async function bundledTranslations(sample: string, session: Session): Promise<readonly ReadFile[]> {
  const { readFileArticle } = await session.core();
  await session.say(session.t("cli.say.bundledTranslations"));
  return Promise.all(TARGETS.map((language) => readFileArticle(sampleFile(sample, language), { language })));
}

function sampleFile(name: string, language: string): string {
  const short = language.slice(0, 2);
  return join(shippedFolder("samples"), name, `${name}.${short}.txt`);
}
