/**
 * What is wrong with a command, an input or a setting, or how a run ended that is not whole, by the `reason` in an error's details: what it is about is added
 * behind, and behind the hint the `choices` there are.
 */
export const misuse = {
  "target-missing": {
    message: "It is not said into which language",
    hint: "Name one with --to, for example --to ko,zh.",
  },
  "port-invalid": {
    message: "This is no port",
    hint: "A port is a number from 0 (any free one) to 65535.",
  },
  "folder-needed": {
    message: "Several translations of standard input need a folder",
    hint: "Name it with -o FOLDER.",
  },
  "many-files": {
    message: "This format is several files here",
    hint: "Name where they go with -o NAME, or choose one language with --to.",
  },
  "report-needs-file": {
    message: "This result and its report cannot both go to standard output",
    hint: "Name a file for the result with -o FILE, or leave out --json.",
  },
  "pair-invalid": {
    message: "This is not a pair of languages",
    hint: "A pair looks like en-ko or zh-Hans-en.",
  },
  "two-texts": {
    message: "Two texts are aligned",
    hint: "Name two files, two folders, or a list with --pairs.",
  },
  "pairs-folder": {
    message: "Many pairs go into a folder",
    hint: "Name it with -o FOLDER.",
  },
  "translation-missing": {
    message: "There is no translation to check",
    hint: "Name its file behind the text, or a text of the library that has a translation in the language of --to.",
  },
  "found-missing": {
    message: "A ladder holds no sentences to align",
    hint: "Name behind it what an aligner found; npx stele align A B --format vecalign writes such a ladder.",
  },
  "written-only": {
    message: "Stele writes this format and does not read it",
    hint: "Give the text itself, or take the file as it stands with --input-format text. A TMX goes into a memory with: npx stele tm import",
  },
  "ladder-missing": {
    message: "A document of the gold has no ladder here",
    hint: "Name each ladder after its document, ID.ladder; where there are several, give their folder.",
  },
  "pairs-alike": {
    message: "Two pairs would have the same name",
    hint: "Name the pairs in the third column of a list, and give it with --pairs.",
  },
  "key-not-kept": {
    message: "No key of this engine is kept",
    hint: "A key in the environment is not kept by Stele: it is gone when its variable is.",
  },
  "written-not-kept": {
    message: "The translation is written, but the library does not have it: another program kept writing there",
    hint: "When that has ended, run the same command again: it sends nothing, and the library keeps the text.",
  },
  "rows-full": {
    message: "Rows hold a text and two translations at most",
    hint: "Name two languages at a time; npx stele translate without --format writes a file for each of any number.",
  },
  "language-missing": {
    message: "This text has no translation into this language",
    hint: "See which it has with: npx stele library list, or make one with: npx stele translate FILE --to ko",
  },
  "query-empty": { message: "There is nothing to look for", hint: "Give a word or a phrase." },
  "command-missing": { message: "A command is missing", hint: "Run it with --help to see which there are." },
  "command-unknown": { message: "There is no such command", hint: "Run npx stele --help to see which there are." },
  "option-unknown": { message: "There is no such option", hint: "Run the command with --help to see which there are." },
  "argument-missing": {
    message: "Something is missing behind the command",
    hint: "Run the command with --help to see how it is used.",
  },
  "option-needed": { message: "This option is needed", hint: "Run the command with --help to see how it is used." },
  "option-empty": { message: "This option needs a value", hint: "Run the command with --help to see how it is used." },
  "value-invalid": { message: "This value cannot be used", hint: "Possible are" },
  "too-many-words": {
    message: "There are too many words behind the command",
    hint: "Run the command with --help to see how it is used.",
  },
  "key-invalid": {
    message: "What was given is not a key",
    hint: "Pipe it in: npx stele auth set-key ENGINE --from-stdin < FILE",
  },
  "no-terminal": {
    message: "There is no terminal to ask for the key",
    hint: "Pipe it in: npx stele auth set-key ENGINE --from-stdin < FILE",
  },
  "setting-unknown": { message: "There is no such setting", hint: "The settings are" },
  "setting-value": { message: "The value of this setting does not fit", hint: "Possible are" },
  "setting-number": { message: "The value of this setting does not fit", hint: "It is a number of at least" },
  "setting-text": { message: "The value of this setting does not fit", hint: "It is a text that is not empty." },
  "setting-url": {
    message: "The value of this setting does not fit",
    hint: "It is an address that begins with http:// or https://.",
  },
  "setting-project": {
    message: "A project may not make this setting",
    hint: "Set it for yourself with: npx stele config set",
  },
  "memory-unknown": { message: "There is no such memory", hint: "List what there is with: npx stele tm stats" },
  "memory-own": {
    message: "The library's own memory is made of its texts",
    hint: "Remove or correct the text instead.",
  },
} as const;
