/**
 * Everything a terminal would obey: C0 (but the line feed and tab), DEL, C1, and the marks that turn the direction of
 * text.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: taking control characters out is what it is for
const OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Text from outside as a terminal may show it: nothing in it is obeyed. */
export function plain(text: string): string {
  return text.replace(OBEYED, "\ufffd");
}
