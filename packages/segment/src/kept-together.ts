/**
 * Says whether the user keeps together what a boundary would cut: whether one of the strings stands across it. Looks
 * only at the text around the boundary, so that the cost does not depend on the text's length.
 */
export function keptTogether(
  text: string,
  strings: readonly string[],
): ((end: number, next: number) => boolean) | undefined {
  const kept = strings.filter((string) => string.length > 1);
  if (kept.length === 0) return undefined;
  return (end, next) =>
    kept.some((string) => {
      const from = Math.max(0, next - string.length + 1);
      const at = text.slice(from, end + string.length - 1).indexOf(string);
      return at >= 0 && from + at < end && from + at + string.length > end;
    });
}
