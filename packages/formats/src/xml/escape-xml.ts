const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
/** What XML 1.0 allows nowhere, not even as a reference (section 2.2): controls, lone surrogates, U+FFFE, U+FFFF. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** Text for XML content or an attribute in double quotes; characters that XML cannot hold are dropped. */
export function escapeXml(text: string): string {
  return text
    .replace(ILLEGAL, "")
    .replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? mark)
    .replaceAll("\r", "&#13;");
}
