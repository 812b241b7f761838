import { BLANK, CLOSER, DIGIT, isAt, LETTER, skipBlanks, trimBlanks, UPPER } from "../../characters.ts";
import type { Scene } from "../../scene.ts";
import { ends, type Verdict } from "../../verdicts.ts";
import type { Context } from "./context.ts";

const NEXT_ITEM = ends("next-list-item");
const BULLETS = "•⁃‣▪◦●○■□◆★☆▶►·";

/** Whether the sentence so far is nothing but a number, a letter or a Roman numeral: `1.`, `a.`, `• 9.`, `IV.`. */
export function isListMarker({ scene, before, beforeStart }: Context): boolean {
  let start = scene.start;
  while (start < beforeStart && (isAt(scene.text, start, BLANK) || BULLETS.includes(scene.text[start] ?? "x"))) start++;
  const marker = BULLETS.includes(before[0] ?? "x") ? before.slice(1) : before;
  if (start !== beforeStart || !/^(?:\d{1,3}(?:\.\d{1,2})*|[A-Za-z]|[ivx]{1,5}|[IVX]{2,5})$/.test(marker)) return false;
  // A capital with a full stop is an initial more often than a list's letter: no next item is waited for.
  scene.item = isAt(marker, 0, UPPER) ? "" : following(marker);
  return true;
}

/** The marker that comes after this one: `2` after `1`, `b` after `a`; nothing after a Roman numeral. */
export function following(marker: string): string {
  if (/^\d+$/.test(marker)) return String(Number(marker) + 1);
  if (/^[a-y]$/i.test(marker)) return String.fromCharCode(marker.charCodeAt(0) + 1);
  return "";
}

/**
 * The next item of a list that runs on in one line: `1) The first 2) The second`. The candidate lies before the
 * marker whose full stop or bracket stands at `at`.
 */
export function proposeItem(scene: Scene, at: number): Verdict | undefined {
  const { text } = scene;
  if (scene.item === "" || !isMarkerAt(scene, at)) return openList(scene, at);
  const start = at - scene.item.length;
  const end = trimBlanks(text, start, scene.start);
  const bullet = end - 1;
  const before = BULLETS.includes(text[bullet] ?? "x") ? trimBlanks(text, bullet, scene.start) : end;
  if (before <= scene.start || (start === end && before === end)) return undefined;
  scene.end = before;
  scene.next = skipBlanks(text, before, scene.to);
  scene.item = following(scene.item);
  return NEXT_ITEM;
}

/** A bracket after the marker that begins the sentence opens a list: `1)`, `a)`. */
function openList(scene: Scene, at: number): undefined {
  const marker = scene.text.slice(scene.start, Math.min(at, scene.start + 4));
  if (at - scene.start <= 3 && /^(?:\d{1,2}|[a-zA-Z])\.?$/.test(marker))
    scene.item = following(marker.replace(".", ""));
  return undefined;
}

function isMarkerAt(scene: Scene, at: number): boolean {
  const { text, item } = scene;
  const start = at - item.length;
  if (start <= scene.start || text.slice(start, at) !== item) return false;
  if (!isAt(text, start - 1, BLANK) && !BULLETS.includes(text[start - 1] ?? "x")) return false;
  let after = at + 1;
  while (isAt(text, after, CLOSER)) after++;
  return isAt(text, after, BLANK) && isAt(text, skipBlanks(text, after, scene.to), LETTER | DIGIT);
}
