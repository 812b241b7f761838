/** What is said of engines, on the page and on the command line. */
export const engines = {
  names: {
    deepl: "DeepL",
    local: "Local models",
    openai: "OpenAI-compatible service",
  },
  states: {
    "key-missing": "No key is kept. Give one with: npx stele auth set-key deepl --from-stdin",
    "key-set": "A key is set.",
    "free-key-set": "A key of the free plan is set.",
    "models-missing": "No model is installed. Add one with: npx stele models add en-ko",
    "models-unreadable": "The folder of the models cannot be read: {{folder}}",
    "models-installed": "Models installed: {{pairs}}.",
    "model-unnamed": "No model is named. Name one with: npx stele config set openai.model NAME",
    "model-named": "The model is {{model}}.",
    "nothing-needed": "Nothing else is needed.",
  },
  takes: {
    context: "context",
    glossary: "glossaries",
    examples: "examples from the memory",
    tags: "inline marks",
  },
} as const;
