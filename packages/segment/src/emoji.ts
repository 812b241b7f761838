/**
 * Whether an emoji, or a code unit that belongs to one, stands at `at`: symbols, the pictures beyond U+1F000, joiners.
 */
export function isEmojiAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit >= 0xd83c && unit <= 0xd83e) return true;
  if (unit >= 0xdc00 && unit <= 0xdfff) return at > 0 && isEmojiAt(text, at - 1) && text.charCodeAt(at - 1) < 0xdc00;
  return (unit >= 0x2600 && unit <= 0x27bf) || unit === 0x2b50 || unit === 0xfe0f || unit === 0x200d;
}

/** The end of the run of emoji that begins at `at`. */
export function emojiEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && isEmojiAt(text, end)) end++;
  return end;
}
