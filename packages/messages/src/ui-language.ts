/** A language that page and command line speak. */
export type UiLanguage = "en" | "ko" | "zh";

/** Every language of page and command line; the first is what speaks when none of the wishes is known. */
export const UI_LANGUAGES: readonly UiLanguage[] = ["en", "ko", "zh"];

/**
 * The first of the wishes that Stele speaks: `["", "ko_KR.UTF-8"]` gives `ko`; English when there is none. Takes
 * what `LANG`, `navigator.languages` and an option hold.
 */
export function pickUiLanguage(wishes: readonly (string | undefined)[]): UiLanguage {
  for (const wish of wishes) {
    const base = wish?.toLowerCase().split(/[-_.@]/)[0];
    const known = UI_LANGUAGES.find((language) => language === base);
    if (known !== undefined) return known;
  }
  return "en";
}
