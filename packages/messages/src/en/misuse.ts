/** What is wrong with a command, by the `reason` in the details of a `usage` error; what it is about is added behind. */
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
} as const;
