import type { LanguageTag } from "../api/nouns.ts";

/** Reading aloud; one voice at a time in the whole page. */
let turn = 0;

/** Whether the page is being read aloud now. */
export function isReadingAloud(): boolean {
  return "speechSynthesis" in window && window.speechSynthesis.speaking;
}

/** Stops reading. */
export function stopReading(): void {
  turn += 1;
  if ("speechSynthesis" in window) window.speechSynthesis.cancel();
}

/** The voice of this browser for a language; undefined where it has none. */
function voiceFor(language: LanguageTag, voices: readonly SpeechSynthesisVoice[]): SpeechSynthesisVoice | undefined {
  const wanted = {
    en: ["en"],
    ko: ["ko"],
    "zh-Hans": ["zh-cn", "zh-hans", "zh"],
    "zh-Hant": ["zh-tw", "zh-hant", "zh-hk", "zh"],
  }[language];
  for (const tag of wanted) {
    const voice = voices.find(({ lang }) => lang.toLowerCase().replace("_", "-").startsWith(tag));
    if (voice !== undefined) return voice;
  }
  return undefined;
}

/**
 * Reads one sentence after the other: `next` gives each and lights it, undefined ends. False where the browser has no
 * voice for the language.
 */
export function readAloud(language: LanguageTag, next: () => string | undefined): boolean {
  stopReading();
  const voice = "speechSynthesis" in window ? voiceFor(language, window.speechSynthesis.getVoices()) : undefined;
  if (voice === undefined) return false;
  const own = turn;
  const say = (): void => {
    const text = own === turn ? next() : undefined;
    if (text === undefined) return;
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.addEventListener("end", say);
    window.speechSynthesis.speak(utterance);
  };
  say();
  return true;
}
