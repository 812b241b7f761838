/** One sentence and one hint an error code; what the error is about is added behind the sentence. */
export const errors = {
  internal: {
    message: "Something went wrong inside Stele",
    hint: "Run it again with --verbose and report what it prints.",
  },
  "disk-full": {
    message: "The disk is full",
    hint: "Free some space and run the same command again; finished work was kept.",
  },
  "port-in-use": { message: "Another program holds this port", hint: "Name another one with --port." },
  "stale-revision": {
    message: "Someone else changed this text in the meantime",
    hint: "Load the newest revision and make the change again.",
  },
  "auth-missing": {
    message: "This engine needs a key",
    hint: "Give it once with: npx stele auth set-key ENGINE --from-stdin",
  },
  "auth-rejected": {
    message: "The service rejected the key",
    hint: "Check the key and set it again with npx stele auth.",
  },
  "rate-limited": {
    message: "The service asks for fewer requests",
    hint: "Wait a while and run the same command; only what is missing is sent.",
  },
  "quota-reached": {
    message: "The quota of the account is used up",
    hint: "Run the same command when there is quota again; only what is missing is sent.",
  },
  "budget-reached": {
    message: "This would go past the limit you set",
    hint: "Give a higher --max-chars or --max-cost, or --yes; npx stele translate --dry-run shows the price.",
  },
  network: {
    message: "The service cannot be reached",
    hint: "Check the connection and run the same command; only what is missing is sent.",
  },
  timeout: {
    message: "The service did not answer in time",
    hint: "Run the same command later; only what is missing is sent.",
  },
  "service-failed": {
    message: "The service reported a failure of its own",
    hint: "Run the same command later; only what is missing is sent.",
  },
  "service-malformed": {
    message: "The service's answer cannot be understood",
    hint: "Check the address of the service, or try another engine.",
  },
  usage: { message: "The command is not written as it should be", hint: "Run it with --help to see how it is used." },
  "input-empty": { message: "There is no text in the input", hint: "Give a text with at least one sentence." },
  "input-binary": {
    message: "The input is not text",
    hint: "Give a text file, for example .txt or .md, or a .docx, .epub, .srt or .vtt.",
  },
  "input-encoding": {
    message: "The input is not valid UTF-8",
    hint: "Save the file as UTF-8, or as UTF-16 with a byte order mark.",
  },
  "input-directory": { message: "The input is a folder", hint: "Name a file in it." },
  "input-missing": { message: "There is no such file", hint: "Check the name and the folder you are in." },
  "input-unreadable": { message: "The file cannot be read", hint: "Check its permissions." },
  "input-too-long": { message: "The texts are too long to be aligned at once", hint: "Align them volume by volume." },
  "input-malformed": {
    message: "The file is not well formed",
    hint: "Check that its content fits its format.",
  },
  "output-exists": {
    message: "There is already a file that Stele did not write",
    hint: "Name another one with -o, or overwrite it with --force.",
  },
  "output-failed": {
    message: "The result cannot be written",
    hint: "Check the folder, its permissions and the space left.",
  },
  "language-unknown": {
    message: "Stele does not know this language",
    hint: "Use en, ko, zh-Hans or zh-Hant (zh, zh-CN and zh-TW are understood too).",
  },
  "language-same": {
    message: "Both sides are in the same language",
    hint: "Name two languages with --from and --to if they were found wrongly.",
  },
  "language-unsupported": {
    message: "The engine does not translate between these languages",
    hint: "See what each engine can do with: npx stele engines",
  },
  "format-unknown": { message: "Stele does not know this format", hint: "See the formats with --help." },
  "offsets-invalid": {
    message: "Offsets overlap or leave the text",
    hint: "Offsets are UTF-16 code units, half open, in order and without overlap.",
  },
  "beads-invalid": {
    message: "The beads do not cover the sentences",
    hint: "Every sentence of both sides stands in exactly one bead, in order.",
  },
  "text-not-storable": {
    message: "The text holds half of a character pair and cannot be stored as UTF-8",
    hint: "Segmenting and aligning it work; to keep it, replace the damaged character.",
  },
  "request-refused": {
    message: "The request was refused",
    hint: "Open the reading room at the address that npx stele serve printed.",
  },
  "not-found": { message: "There is no such entry", hint: "See what there is with: npx stele library list" },
  "engine-unknown": { message: "Stele has no such engine", hint: "See the engines with: npx stele engines" },
  "engine-not-ready": {
    message: "The engine is not ready",
    hint: "Install a local model (npx stele models add en-ko) or name an engine with --engine; see what each needs with: npx stele engines",
  },
  "engine-refused-by-policy": {
    message: "Your settings keep all text on this computer, and this engine sends it away",
    hint: "Use the engine local, or run: npx stele config set localOnly false",
  },
  "config-invalid": { message: "The settings cannot be used", hint: "Correct the file, or run: npx stele doctor" },
  "service-address": {
    message: "The address of the service cannot be used",
    hint: "Check the address in the settings or the environment.",
  },
  "vectors-invalid": { message: "The vectors file is damaged", hint: "Install Stele again." },
  "model-invalid": {
    message: "The translation model is damaged",
    hint: "Remove it and add it again: npx stele models",
  },
  "library-newer": {
    message: "The library was written by a newer Stele",
    hint: "Update Stele; the library was left as it is.",
  },
  "library-locked": {
    message: "Another program is writing to the library",
    hint: "Wait until it has finished and run the command again.",
  },
  "library-damaged": {
    message: "The library is damaged",
    hint: "Put back a copy with: npx stele library restore FILE",
  },
  "library-read-only": {
    message: "The library cannot be written to",
    hint: "Check the permissions of the data folder.",
  },
  "check-failed": { message: "A check found problems", hint: "They are listed above." },
  partial: {
    message: "A part of the result is missing",
    hint: "Run the same command again; only what is missing is done.",
  },
  cancelled: { message: "Stopped", hint: "Run the same command to go on; finished work was kept." },
} as const;
