export { type EngineLike, engineName, type ReadinessLike, readinessText } from "./engine-text.ts";
export { type ErrorLike, type ErrorText, errorText } from "./error-text.ts";
export { type ExportedLabels, exportedLabels } from "./exported-labels.ts";
export type { MessageKey, MessageValues } from "./message-key.ts";
export { authorName, formatName } from "./names.ts";
export { pageResources } from "./page-resources.ts";
export { resources } from "./resources.ts";
export { createTranslator, type Translator } from "./translator.ts";
export { pickUiLanguage, UI_LANGUAGES, type UiLanguage } from "./ui-language.ts";
