/** Whether a name from outside is one that has a text. */
export function hasText<Texts extends object>(texts: Texts, name: unknown): name is keyof Texts & string {
  return typeof name === "string" && Object.hasOwn(texts, name);
}
