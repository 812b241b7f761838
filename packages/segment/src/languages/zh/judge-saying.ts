import type { Scene } from "../../scene.ts";

/** How far the verb of saying may stand from the quotation. */
const REACH = 20;
const SPEAKER = '[^，。！？；：、“”「」『』"（）\\s]{0,9}?';
const VERB =
  "(?:说|說|道|问|問|答|喊|叫|表示|称|稱|写|寫|解释|解釋|回答|补充|補充|指出|强调|強調|承认|承認|透露|嚷|吼|骂|罵|叹|嘆|想|嘀咕|嘟囔|抱怨|宣布|惊呼|驚呼|感叹|感嘆|称赞|稱讚|(?:告诉|告訴)[^，。！？；：“”]{1,6})";
/** A speaker, a verb of saying, and either the end of the clause and sentence or the quotation taken up again. */
const SAYING = new RegExp(`^${SPEAKER}${VERB}(?:道|着|著|了|了?起[来來])?(?:[。！？；]|，\\s?[“「『"])`, "u");
/** The same with 道, which is said of quotations only. */
const CALLING = new RegExp(
  `^${SPEAKER}(?:说|說|问|問|答|喊|叫|写|寫|回答|补充|補充|解释|解釋|嚷|吼|骂|罵|叹|嘆|笑)道[，。；]`,
  "u",
);

/** Who spoke has been said already: `他说：“……。”`, `他说，“……。”` */
const SAID_BEFORE = new RegExp(`[：:]$|${VERB}(?:道|着|著|了)?[，,]$`, "u");

/** Whether what follows a closed quotation says who spoke: `“我们走吧。”老王说。` */
export function judgeSaying(scene: Scene): boolean {
  const { text, markEnd, end, next } = scene;
  if (end === markEnd || next > end + 1 || !'”」』"’'.includes(text[end - 1] ?? "x")) return false;
  if (scene.quote > scene.start && SAID_BEFORE.test(text.slice(Math.max(scene.start, scene.quote - 4), scene.quote))) {
    return false;
  }
  const following = text.slice(next, Math.min(scene.to, next + REACH));
  return SAYING.test(following) || CALLING.test(following);
}
