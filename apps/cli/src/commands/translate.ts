import type { Engine, LanguageTag, Side } from "@stele/core";
import type { PlannedTranslation, ReadFile, Settings } from "@stele/core/node";
import { type Command, Option } from "commander";
import { type ReadWishes, readInput } from "../input.ts";
import { checkRows, languageList, regionOptions } from "../languages.ts";
import { namedMemory } from "../named-memory.ts";
import { addFormat, addReading } from "../options.ts";
import { numberBetween } from "../parse-number.ts";
import type { Session } from "../session.ts";
import { keepHeapSmall } from "../small-heap.ts";
import { estimateLines } from "../translate/agree.ts";
import { translateAndDeliver } from "../translate/deliver.ts";
import { checkDestinations, destinations } from "../translate/destinations.ts";
import { readGlossary } from "../translate/glossary-file.ts";
import type { ResultWishes } from "../translate/wanted.ts";
import { writeJson } from "../write-json.ts";

interface TranslateFlags extends ResultWishes, ReadWishes {
  readonly to?: string;
  readonly engine?: string;
  readonly unit: "sentence" | "paragraph";
  readonly context?: "none" | "batch" | "block";
  readonly glossary?: string;
  readonly tm?: string;
  readonly memory: boolean;
  readonly fresh: boolean;
  readonly dryRun: boolean;
  readonly instruction?: string;
  readonly concurrency?: number;
}

/** `stele translate FILE --to ko,zh`: checked, aligned, kept; its price known before. */
export function defineTranslate(command: Command, session: Session): void {
  const { t } = session;
  command
    .argument("<file>", t("cli.arguments.file"))
    .option("--to <languages>", t("cli.options.to"))
    .option("--engine <name>", t("cli.options.engine"))
    .option("-o, --output <path>", t("cli.options.outputMany"))
    .option("--force", t("cli.options.force"), false)
    .addOption(
      new Option("--unit <unit>", t("cli.options.unit")).choices(["sentence", "paragraph"]).default("sentence"),
    )
    .addOption(new Option("--context <policy>", t("cli.options.context")).choices(["none", "batch", "block"]))
    .option("--glossary <file>", t("cli.options.glossary"))
    .option("--instruction <text>", t("cli.options.instruction"))
    .option("--tm <name>", t("cli.options.tm"))
    .option("--no-memory", t("cli.options.noMemory"))
    .option("--fresh", t("cli.options.fresh"), false)
    .option("--dry-run", t("cli.options.dryRun"), false)
    .option("--max-chars <number>", t("cli.options.maxChars"), numberBetween(0, Number.MAX_SAFE_INTEGER))
    .option("--max-cost <amount>", t("cli.options.maxCost"), numberBetween(0, Number.MAX_SAFE_INTEGER))
    .option("--concurrency <number>", t("cli.options.concurrency"), numberBetween(1, 64))
    .option("-y, --yes", t("cli.options.yes"), false)
    .option("--strict", t("cli.options.strict"), false)
    .action((file: string, flags: TranslateFlags) => translateFile(file, flags, session));
  addReading(command, session);
  addFormat(command, session, ["text", "json", "table"]);
}

async function translateFile(file: string, flags: TranslateFlags, session: Session): Promise<void> {
  keepHeapSmall();
  await session.home(flagSettings(flags));
  const to = await targets(flags, session);
  const input = await readInput(file, flags, session);
  const { format: result } = flags;
  const outputs = await destinations({ file, to, result, format: input.format, ...optionalOutput(flags) }, session);
  if (!flags.dryRun && result !== "text") await checkRows(to, session);
  if (!flags.dryRun) await checkDestinations(outputs, flags.force, session);

  const { chooseEngine, sideOf } = await session.core();
  const source = sideOf(input);
  await checkTarget(source, to, session);
  const engine = await chooseEngine(flags.engine, { from: source.article.language, to }, await session.home());
  const planned = await plan({ source, input, to, engine, flags }, session);
  if (flags.dryRun) return sayEstimate({ planned, engine, flags }, session);
  await translateAndDeliver({ planned, engine, input, outputs, wishes: flags }, session);
}

function optionalOutput({ output }: TranslateFlags): { readonly output?: string } {
  return output === undefined ? {} : { output };
}

async function targetWords(flags: TranslateFlags, session: Session): Promise<string> {
  return flags.to ?? (await session.home()).settings.to ?? "";
}

/** Flags that stand for settings of one engine. */
function flagSettings({ instruction, concurrency }: TranslateFlags): Settings {
  return {
    ...(instruction === undefined ? {} : { "deepl.instructions": instruction }),
    ...(concurrency === undefined ? {} : { concurrency }),
  };
}

async function targets(flags: TranslateFlags, session: Session): Promise<readonly LanguageTag[]> {
  const words = await targetWords(flags, session);
  const to = await languageList(words, session);
  if (to.length > 0) return to;
  const { SteleError } = await session.core();
  throw new SteleError({
    code: "usage",
    message: "It is not said into which language.",
    hint: "Name one with --to, for example --to ko,zh.",
    details: { reason: "target-missing" },
  });
}

async function checkTarget({ article }: Side, to: readonly LanguageTag[], session: Session): Promise<void> {
  const { language } = article;
  if (!to.includes(language)) return;
  const { SteleError } = await session.core();
  throw new SteleError({
    code: "language-same",
    message: `The text is in ${language} already.`,
    hint: "Name another with --to, or the text's own language with --from if it was found wrongly.",
    details: { language },
  });
}

interface Plan {
  readonly source: Side;
  readonly input: ReadFile;
  readonly to: readonly LanguageTag[];
  readonly engine: Engine;
  readonly flags: TranslateFlags;
}

async function plan({ source, input, to, engine, flags }: Plan, session: Session): Promise<PlannedTranslation> {
  const { planTranslation } = await session.core();
  const home = await session.home();
  const words = await targetWords(flags, session);
  const glossary = flags.glossary ?? home.settings.glossary;
  const context = flags.context ?? (home.settings.context as TranslateFlags["context"]);
  const tm = flags.tm ?? home.settings.tm;
  const memories = flags.memory ? (tm === undefined ? undefined : [await namedMemory(tm, session)]) : [];
  return planTranslation(
    {
      source,
      sourceMarks: input.marks ?? [],
      to,
      engine,
      name: input.name,
      unit: flags.unit,
      isFresh: flags.fresh,
      engineOptions: engine.describe.options.includes("region") ? await regionOptions(words, session) : {},
      ...(context === undefined ? {} : { contextPolicy: context }),
      ...(glossary === undefined ? {} : { glossary: await readGlossary(glossary, session) }),
      ...(memories === undefined ? {} : { memories }),
    },
    home,
  );
}

interface Asked {
  readonly planned: PlannedTranslation;
  readonly engine: Engine;
  readonly flags: TranslateFlags;
}

async function sayEstimate({ planned, engine, flags }: Asked, session: Session): Promise<void> {
  const foreseen = await planned.estimate({ asksQuota: engine.describe.isPaid });
  if (flags.format === "json") return writeJson({ engine: engine.name, ...foreseen }, session);
  await session.result(`${estimateLines(foreseen, engine.describe.label, session)}\n`);
}
