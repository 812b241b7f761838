import type { Page } from "playwright-core";

/** What sticks out of the window or of a dialog, as "tag.class"; what scrolls by itself may. */
export function outside(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    if (document.documentElement.scrollWidth > window.innerWidth) found.push("page");
    for (const box of document.querySelectorAll(".dialog[open], .dialog[open] .dialog-body, .page, .reader"))
      if (box.scrollWidth > box.clientWidth + 1) found.push(box.className);
    for (const button of document.querySelectorAll("button, .button"))
      if (button.scrollWidth > button.clientWidth + 1 && button.closest(".aside") === null)
        found.push(`${button.className} ${button.textContent}`);
    return found;
  });
}

/**
 * What a finger cannot hit well: buttons and choices less than 44 pixels high. Words and covers are as high as lines.
 */
export function small(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const LEAST = 44;
    return [...document.querySelectorAll("button, .button, select, summary")]
      .filter((one) => one.checkVisibility() && !one.matches(".cover"))
      .filter((one) => one.getBoundingClientRect().height < LEAST)
      .map((one) => `${one.className} ${one.getAttribute("aria-label") ?? one.textContent}`);
  });
}

/** Text whose script is not that of the language that the page says it is in. */
export function inWrongLanguage(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent ?? "";
      const language = node.parentElement?.closest("[lang]")?.getAttribute("lang") ?? "";
      const isKorean = /\p{Script=Hangul}/u.test(text);
      const isChinese = !isKorean && /\p{Script=Han}/u.test(text);
      if ((isKorean && language !== "ko") || (isChinese && !/^(zh|ko)/u.test(language)))
        found.push(`${language}: ${text.slice(0, 30)}`);
    }
    return found;
  });
}
