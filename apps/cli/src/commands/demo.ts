import { fileURLToPath } from "node:url";
import { type Command, Option } from "commander";
import { addFormat, addRoom } from "../options.ts";
import { writeResult } from "../output.ts";
import { openReadingRoom, type RoomFlags } from "../reading-room.ts";
import { savePolytext } from "../save-polytext.ts";
import type { Session } from "../session.ts";
import { writePolytext } from "../write-polytext.ts";

interface DemoFlags extends RoomFlags {
  readonly sample: string;
  readonly once: boolean;
  readonly format: string;
}

/** The articles under `samples/`, in three languages each, made for Stele. */
const SAMPLES = ["harbour-bridge", "night-train", "seed-bank"];

/** `stele demo`: a sample article the whole way, onto the terminal and into the reading room. */
export function defineDemo(command: Command, session: Session): void {
  const { t } = session;
  command
    .addOption(new Option("--sample <name>", t("cli.options.sample")).choices(SAMPLES).default("harbour-bridge"))
    .option("--once", t("cli.options.once"), false)
    .action((flags: DemoFlags) => demo(flags, session));
  addFormat(command, session, ["table", "json"]);
  addRoom(command, session);
}

async function demo(flags: DemoFlags, session: Session): Promise<void> {
  const { parallel, readFileArticle } = await session.core();
  const [source, ...translations] = await Promise.all(
    (["en", "ko", "zh-Hans"] as const).map((language) =>
      readFileArticle(sampleFile(flags.sample, language), { language }),
    ),
  );
  if (source === undefined) return;
  await session.say(session.t("cli.say.bundledTranslations"));
  const polytext = await parallel(source, { to: [], translations, signal: session.io.signal });
  const id = await savePolytext(polytext, session);
  await writeResult(await writePolytext(polytext, flags.format, session), {}, session);
  if (flags.once || !session.canAsk) return;
  await openReadingRoom(`#/text/${id}`, flags, session);
}

function sampleFile(name: string, language: string): string {
  const short = language.slice(0, 2);
  return fileURLToPath(new URL(`../../../../samples/${name}/${name}.${short}.txt`, import.meta.url));
}
