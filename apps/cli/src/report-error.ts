import { errorText } from "@stele/messages";
import { isSteleError, type Session } from "./session.ts";
import { plain } from "./terminal/plain.ts";

/** How a run ended badly. */
interface Failure {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly exitCode: number;
}

/**
 * Says an error on standard error, as text or, where the result would have been JSON, as
 * `{ok: false, error: {code, message, hint}, exitCode}`; gives the exit code. A reader that went away is no error.
 */
export async function reportError(error: unknown, session: Session): Promise<number> {
  if (systemCode(error) === "EPIPE") return 0;
  const failure = failureOf(error);
  const { message, hint } = errorText(failure, session);
  const { t } = session;
  const { code, exitCode } = failure;
  const lines = session.isJson
    ? JSON.stringify({ ok: false, error: { code, message, hint }, exitCode })
    : `${t("cli.say.error", { message: plain(message) })}\n${t("cli.say.hint", { hint: plain(hint) })}`;
  const trace = session.isVerbose && code === "internal" && error instanceof Error ? `\n${error.stack}` : "";
  await session.io.stderr.write(`${lines}${trace}\n`).catch(() => undefined);
  return exitCode;
}

function failureOf(error: unknown): Failure {
  if (isSteleError(error)) {
    const { code, message, hint, details, exitCode } = error;
    return { code, message, hint, details, exitCode };
  }
  if (/^(?:ENOSPC|EDQUOT|EFBIG)$/.test(systemCode(error))) {
    return {
      code: "disk-full",
      message: "The disk is full: the result was not written.",
      hint: "Free some space and run the same command again.",
      details: {},
      exitCode: 1,
    };
  }
  return {
    code: "internal",
    message: `Something went wrong inside Stele: ${error instanceof Error ? error.message : String(error)}`,
    hint: "Run it again with --verbose and report what it prints.",
    details: {},
    exitCode: 1,
  };
}

function systemCode(error: unknown): string {
  return error instanceof Error && "code" in error && "syscall" in error ? String(error.code) : "";
}
