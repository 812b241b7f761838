import type { Command } from "commander";
import { inputBytes } from "../input.ts";
import type { Session } from "../session.ts";
import { subCommand } from "../sub-command.ts";

/** `stele auth`: the keys of engines, kept for the user alone. */
export function defineAuth(command: Command, session: Session): void {
  const { t } = session;
  subCommand(command, ["set-key", t("cli.auth.setKey")], session)
    .argument("<engine>", t("cli.arguments.engine"))
    .option("--from-stdin", t("cli.options.fromStdin"), false)
    .action((engine: string, flags: { readonly fromStdin: boolean }) => setKey(engine, flags.fromStdin, session));
  subCommand(command, ["remove-key", t("cli.auth.removeKey")], session)
    .argument("<engine>", t("cli.arguments.engine"))
    .action((engine: string) => removeKey(engine, session));
}

async function setKey(engine: string, isFromStdin: boolean, session: Session): Promise<void> {
  await checkEngine(engine, session);
  const { SteleError, writeKey } = await session.core();
  const key = isFromStdin ? new TextDecoder().decode(await inputBytes("-", session)).trim() : await askKey(session);
  if (key === undefined || key === "" || /\s/.test(key)) {
    throw new SteleError({
      code: key === undefined ? "usage" : "input-empty",
      message: key === undefined ? "There is no terminal to ask for the key." : "What was given is not a key.",
      hint: "Pipe it in: npx stele auth set-key ENGINE --from-stdin < FILE",
      details: { engine, reason: key === undefined ? "no-terminal" : "key-invalid" },
    });
  }
  writeKey(session.environment.configDir, engine, key);
  await session.say(session.t("cli.say.keyKept", { engine }));
}

/** Asked without an echo; undefined where nobody can be asked. */
async function askKey(session: Session): Promise<string | undefined> {
  if (!session.canAsk) return undefined;
  const { isCancel, password } = await import("@clack/prompts");
  // Standard output is for results, wherever it goes.
  const answer = await password({ message: session.t("cli.say.askKey"), output: process.stderr });
  if (!isCancel(answer)) return answer.trim();
  const { SteleError } = await session.core();
  throw new SteleError({ code: "cancelled", message: "No key was kept.", hint: "Run it again when you have the key." });
}

async function removeKey(engine: string, session: Session): Promise<void> {
  await checkEngine(engine, session);
  const { SteleError, writeKey } = await session.core();
  const wasKept = writeKey(session.environment.configDir, engine, undefined);
  if (wasKept) return session.say(session.t("cli.say.keyRemoved", { engine }));
  throw new SteleError({
    code: "not-found",
    message: `No key of ${engine} is kept, so there is none to forget.`,
    hint: "A key in the environment is not kept by Stele: it is gone when its variable is.",
    details: { engine, reason: "key-not-kept" },
  });
}

async function checkEngine(engine: string, session: Session): Promise<void> {
  const { checkEngineName } = await session.core();
  checkEngineName(engine);
}
