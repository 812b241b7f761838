import type { Command, Option } from "commander";
import type { Session } from "../session.ts";

const SHELLS = ["bash", "zsh", "fish"] as const;
type Shell = (typeof SHELLS)[number];

/** One command as a shell completes it. */
interface Completion {
  /** `library list` */
  readonly path: string;
  readonly about: string;
  readonly words: readonly string[];
}

/** `stele completion bash`: what a shell needs to complete commands and options. */
export function defineCompletion(command: Command, session: Session): void {
  command.addArgument(command.createArgument("<shell>", session.t("cli.arguments.shell")).choices([...SHELLS]));
  command.action((shell: Shell) => session.result(WRITERS[shell](completionsOf(command.parent ?? command))));
}

function completionsOf(command: Command, path = ""): readonly Completion[] {
  const visible = command.commands.filter((child) => !isHidden(child));
  const options = command.options.filter((option: Option) => !option.hidden).map((option) => option.long ?? "");
  const words = [...visible.map((child) => child.name()), ...options.filter((word) => word !== ""), "--help"];
  const below = visible.flatMap((child) => completionsOf(child, `${path} ${child.name()}`.trim()));
  return [{ path, about: command.description(), words }, ...below];
}

/** Commander keeps what is hidden to itself; the help does not list it. */
function isHidden(command: Command): boolean {
  return command.parent !== null && !command.parent.createHelp().visibleCommands(command.parent).includes(command);
}

const WRITERS: Readonly<Record<Shell, (completions: readonly Completion[]) => string>> = {
  bash: (completions) => `_stele() {
  local typed="" word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in -*) ;; *) typed="\${typed:+$typed }$word" ;; esac
  done
  case "$typed" in
${completions
  .map(
    ({ path, words }) =>
      `    "${path}"*) COMPREPLY=($(compgen -W "${words.join(" ")}" -- "\${COMP_WORDS[COMP_CWORD]}")) ;;`,
  )
  .reverse()
  .join("\n")}
  esac
  [ \${#COMPREPLY[@]} -eq 0 ] && COMPREPLY=($(compgen -f -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o filenames -F _stele stele
`,
  zsh: (completions) => `#compdef stele
_stele() {
  local typed="" word
  for word in "\${words[@]:1:$((CURRENT-2))}"; do
    case "$word" in -*) ;; *) typed="\${typed:+$typed }$word" ;; esac
  done
  case "$typed" in
${completions
  .map(({ path, words }) => `    "${path}"*) compadd -- ${words.join(" ")} ;;`)
  .reverse()
  .join("\n")}
  esac
  _files
}
compdef _stele stele
`,
  fish: (completions) =>
    completions.flatMap(({ path, words }) => words.map((word) => fishLine(path, word, completions))).join(""),
};

function fishLine(path: string, word: string, completions: readonly Completion[]): string {
  const condition =
    path === ""
      ? "__fish_use_subcommand"
      : path
          .split(" ")
          .map((name) => `__fish_seen_subcommand_from ${name}`)
          .join("; and ");
  if (word.startsWith("--")) return `complete -c stele -n "${condition}" -l ${word.slice(2)}\n`;
  const about = completions.find((one) => one.path === `${path} ${word}`.trim())?.about ?? "";
  return `complete -c stele -n "${condition}" -a ${word} -d "${about.replaceAll('"', "'")}"\n`;
}
