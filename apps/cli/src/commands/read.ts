import type { LanguageTag, Polytext } from "@stele/core";
import type { ReadFile } from "@stele/core/node";
import type { Command } from "commander";
import { type ReadWishes, readInput } from "../input.ts";
import { languageList } from "../languages.ts";
import { addFormat, addReading, addRoom } from "../options.ts";
import { writeResult } from "../output.ts";
import { openText, type RoomFlags } from "../reading-room.ts";
import { savePolytext } from "../save-polytext.ts";
import type { Session } from "../session.ts";
import { plain } from "../terminal/plain.ts";
import type { Limits } from "../translate/agree.ts";
import { completeParallel } from "../translate/complete.ts";
import { writePolytext } from "../write-polytext.ts";

interface ReadFlags extends RoomFlags, Limits, ReadWishes {
  readonly engine?: string;
  readonly to?: string;
  readonly once: boolean;
  readonly format: string;
}

/** `stele read FILE [TRANSLATION…]`: one's own text into the library and onto the page. */
export function defineRead(command: Command, session: Session): void {
  const { t } = session;
  command
    .argument("<file>", t("cli.arguments.file"))
    .argument("[translations...]", t("cli.arguments.translations"))
    .option("--to <languages>", t("cli.options.toRead"))
    .option("--engine <name>", t("cli.options.engine"))
    .option("-y, --yes", t("cli.options.yes"), false)
    .option("--once", t("cli.options.once"), false)
    .action((file: string, translations: string[], flags: ReadFlags) =>
      readText([file, ...translations], flags, session),
    );
  addReading(command, session);
  addFormat(command, session, ["table", "json"]);
  addRoom(command, session);
}

async function readText(files: readonly string[], flags: ReadFlags, session: Session): Promise<void> {
  const to = flags.to === undefined ? [] : await languageList(flags.to, session);
  const [source, ...translations] = await readAll(files, { wishes: flags, to }, session);
  if (source === undefined) return;
  const polytext = await makeParallel(source, { translations, to, flags }, session);
  const id = await savePolytext(polytext, session);
  const title = (await session.home()).library().text(id)?.title ?? source.name;
  await session.say(session.t("cli.say.kept", { title: plain(title), id: id.slice(0, 8) }));
  const isPrinted = flags.once || flags.format === "json";
  if (isPrinted || !session.canAsk)
    await writeResult(await writePolytext(polytext, flags.format, session), {}, session);
  if (!isPrinted) await openText(id, flags, session);
}

/**
 * With translations at hand `--to` names their languages, in their order, where they should not be found out; unless
 * one of them is plainly in another language: then it says what to translate into.
 */
async function readAll(
  files: readonly string[],
  { wishes, to }: { readonly wishes: ReadWishes; readonly to: readonly LanguageTag[] },
  session: Session,
): Promise<readonly ReadFile[]> {
  const [file = "-", ...others] = files;
  const source = await readInput(file, wishes, session);
  const found = await Promise.all(others.map((other) => readInput(other, { from: "auto" }, session)));
  const { baseLanguage, detectLanguage } = await session.core();
  const isNamed = found.every(({ text }, index) => {
    const [language, name] = [detectLanguage(text), to[index]];
    return name !== undefined && (language === undefined || baseLanguage(language) === baseLanguage(name));
  });
  if (!isNamed || to.length !== others.length) return [source, ...found];
  return [source, ...found.map((read, index) => ({ ...read, language: to[index] ?? read.language }))];
}

interface Wanted {
  readonly translations: readonly ReadFile[];
  readonly to: readonly LanguageTag[];
  readonly flags: ReadFlags;
}

/** Without a translation and without a wish for one the text stands alone, a row a sentence. */
async function makeParallel(
  source: ReadFile,
  { translations, to, flags }: Wanted,
  session: Session,
): Promise<Polytext> {
  if (translations.length > 0 || to.length > 0) {
    const engine = flags.engine === undefined ? {} : { engine: flags.engine };
    return completeParallel({ source, translations, to, limits: flags, ...engine }, session);
  }
  const { sideOf } = await session.core();
  await session.say(session.t("cli.say.noTranslation"));
  const side = sideOf(source);
  const rows = side.sentences.map((_, index) => ({ runs: [[index, index + 1] as const], score: null }));
  return { sides: [side], rows, pairs: [] };
}
