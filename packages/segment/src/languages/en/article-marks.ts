import type { ArticleMarks } from "../../blocks/article-marks.ts";

const MONTH =
  "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?";
const DAY = "(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\\.?,?";
const LABEL = "(?:date|dated|published|posted|updated|last updated|modified|issued|created|first published)";
const TIME =
  "(?:,?\\s*(?:at\\s+)?\\d{1,2}[:.]\\d{2}(?::\\d{2})?\\s*(?:[ap]\\.?m\\.?)?\\s*(?:\\(?[A-Z]{2,4}\\)?)?(?:[+-]\\d{2}:?\\d{2})?)?";
const DATE = `(?:\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}|\\d{1,2}[-./]\\d{1,2}[-./]\\d{2,4}|${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}|\\d{1,2}(?:st|nd|rd|th)?\\s+${MONTH},?\\s+\\d{4})`;
const AGENCY =
  "(?:Yonhap(?: News Agency)?|AP|AFP|Reuters|UPI|Xinhua|Kyodo|Jiji|dpa|TASS|ANI|PTI|Bloomberg|EFE|CNA|KCNA|IANS|PA|AAP)";

/** How English articles mark their parts. */
export const englishMarks: ArticleMarks = {
  dates: [
    new RegExp(`^(?:${LABEL}\\s*[:：]?\\s*)?(?:on\\s+)?(?:${DAY}\\s+)?${DATE}(?:[T\\s]*${TIME})?\\s*\\.?$`, "i"),
    new RegExp(`^[A-Z][A-Za-z.,' -]{2,40}\\(${AGENCY}\\)\\s*(?:--|—|–|-)?$`),
  ],
  bylines: [
    /^(?:By|BY|Written by|Story by|Text by|Photos? by|Reported by|Edited by)\s*:?\s+\p{Lu}[\p{L}.'’-]*(?:\s+(?:and\s+|of\s+|de\s+|van\s+|von\s+)?\p{Lu}[\p{L}.'’-]*){0,8}(?:,\s[^.!?]{2,60}|\s*[|/]\s*[^.!?]{2,40})?(?<!\.)$/u,
    /^[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,4}$/,
  ],
  signoffs: [
    new RegExp(`^[([]\\s*(?:${AGENCY}|end|ends|more|mf)\\s*[)\\]]\\.?$`, "i"),
    /^(?:[-–—=#*]{1,4}\s*)?(?:end|ends|the end|30|fin)(?:\s*[-–—=#*]{1,4})$/i,
    /^#\s?#\s?#$/,
    /^[([]?\s?(?:Additional )?(?:[Rr]eporting|Writing|Editing)(?: and (?:writing|editing))? by\s\p{Lu}[^\n]{1,110}$/u,
    /^(?:copyright|©|\(c\)\s*(?:copyright|\d{4})|all rights reserved)[^\n]{0,200}$/i,
  ],
  prefixes: [
    new RegExp(
      `^\\p{Lu}[\\p{L}.,'’ -]{1,40}?(?:,\\s*(?:${MONTH}\\s+\\d{1,2}|\\d{1,2}\\s+${MONTH})(?:,\\s*\\d{4})?)?\\s*[(]\\s*${AGENCY}\\s*[)]\\s*(?:--|—|–|-)(?=\\s)`,
      "u",
    ),
    new RegExp(
      `^[A-Z][A-Z.,'’ -]{1,40},\\s*(?:${MONTH}\\s+\\d{1,2}|\\d{1,2}\\s+${MONTH})(?:,\\s*\\d{4})?\\s*(?:--|—|–)(?=\\s)`,
      "u",
    ),
  ],
  captions: [/^(?:file )?(?:photo|picture|image|pictured|caption|figure \d+|fig\. \d+)\s*[:.—–-]\s/i],
  credits: [
    new RegExp(
      `\\b(?:${AGENCY}|photo|file|courtesy|handout|getty|epa|images?|pool|provided|via|screenshot|illustration|newsis|news1)\\b`,
      "i",
    ),
  ],
};
