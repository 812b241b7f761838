import type { UiLanguage } from "@stele/messages";

/** What a page that is taken away is to have; other formats ignore it. */
export interface PageChoices {
  /** The language of its buttons. */
  readonly ui: UiLanguage;
  readonly hasLinks: boolean;
  readonly hasReadings: boolean;
}
