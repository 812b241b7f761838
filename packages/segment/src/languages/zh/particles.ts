import { HAN, isAt, OPENER, UPPER } from "../../characters.ts";
import { absorbAside, judgeEnclosed } from "../../enclosure.ts";
import { placeEnd, type Scene } from "../../scene.ts";
import { ends, type Verdict } from "../../verdicts.ts";

const DRAWN_OUT = ends("drawn-out-ending");

/** Particles that end what is said: `真的吗……`, `走吧～`. */
const PARTICLES = "吗嗎呢吧啊呀啦嘛喔哦耶哟喲咯囉呗唄哒噢";

/** The code units that draw out a word. */
export const TILDES = "～~";

/** What is said has at least this many code units before its particle's end: `哎呀……` and `好吧～` only lead up to it. */
const SHORTEST = 3;

/** Whether the character before `at` is a particle that ends what is said. */
export function endsTalk({ text, start }: Scene, at: number): boolean {
  return at - start >= SHORTEST && PARTICLES.includes(text[at - 1] ?? "x");
}

/** `走吧～我们去公园！`: a tilde after a particle; between figures and names it is no candidate. */
export function proposeTilde(scene: Scene, at: number): Verdict | undefined {
  const { text, to } = scene;
  if (!endsTalk(scene, at)) return undefined;
  let end = at;
  while (end < to && TILDES.includes(text[end] ?? "x")) end++;
  scene.skip = end;
  scene.mark = at;
  scene.markEnd = end;
  placeEnd(scene, absorbAside(scene, end));
  const enclosed = judgeEnclosed(scene);
  if (enclosed !== undefined) return enclosed;
  return isAt(text, scene.next, HAN | UPPER | OPENER) ? DRAWN_OUT : undefined;
}
