interface Legacy {
  readonly label: string;
  /** The characters that make up much of any text in it, and hardly any of a text in another encoding. */
  readonly frequent: RegExp;
  /** Their least share of what is not ASCII. */
  readonly share: number;
}

/** What files of Windows and of older sites hold, beside UTF-8. */
const LEGACY: readonly Legacy[] = [
  { label: "euc-kr", frequent: /[이다는을의에가고하지]/g, share: 0.08 },
  { label: "gb18030", frequent: /[的一是不了在人有我这，。、]/g, share: 0.08 },
  { label: "big5", frequent: /[的一是不了在人有我這，。、]/g, share: 0.08 },
  { label: "windows-1252", frequent: /[‘’“”–—…]/g, share: 0.5 },
];

/** What Windows-1252 has at 0x80 to 0x9f; a decoder of Node leaves control characters there. */
const WINDOWS_MARKS = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";
/** What a byte turns into that a decoder of Node does not know, though it should refuse it. */
const STRAY = /[\x80-\x9f\ufffd\ue000-\uf8ff]/;

/**
 * The text of a file that is not Unicode: as its own words declare, else in the encoding in which it reads like a text.
 * Undefined where neither decodes every byte and gives one; nothing is ever replaced.
 */
export function decodeLegacy(bytes: Uint8Array, declared?: string): string | undefined {
  const asDeclared = declared === undefined ? undefined : decodeStrictly(bytes, declared);
  if (asDeclared !== undefined) return asDeclared;
  const readings = LEGACY.flatMap((legacy) => {
    const text = decodeStrictly(bytes, legacy.label);
    return text === undefined ? [] : [{ text, likeness: likenessOf(text, legacy) }];
  });
  const best = readings.toSorted((a, b) => b.likeness - a.likeness)[0];
  return best !== undefined && best.likeness >= 1 ? best.text : undefined;
}

/** How much of a text its frequent characters make up, measured by the least share. */
function likenessOf(text: string, { frequent, share }: Legacy): number {
  const foreign = text.match(/[^\0-\x7f]/gu)?.length ?? 0;
  const found = text.match(frequent)?.length ?? 0;
  return foreign === 0 ? 0 : found / foreign / share;
}

function decodeStrictly(bytes: Uint8Array, label: string): string | undefined {
  try {
    const decoder = new TextDecoder(label, { fatal: true });
    const text = decoder.decode(bytes);
    const whole = decoder.encoding === "windows-1252" ? text.replace(/[\x80-\x9f]/g, windowsMark) : text;
    return STRAY.test(whole) ? undefined : whole;
  } catch {
    return undefined; // a label that nobody knows, or a byte that has no place in it
  }
}

function windowsMark(control: string): string {
  const mark = WINDOWS_MARKS[control.charCodeAt(0) - 0x80] ?? " ";
  return mark === " " ? control : mark;
}
