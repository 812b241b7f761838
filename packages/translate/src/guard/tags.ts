const TAG = /<(\/?)x(\d+)(\/?)>/gu;

/**
 * True where the numbered tags of the answer are not those of the source: each exactly as often, each closed in the
 * order of its opening. A text without tags has none to break.
 */
export function isTagBroken(source: string, target: string): boolean {
  const expected = tagsOf(source);
  const found = tagsOf(target);
  const same = [...expected].sort().join() === [...found].sort().join();
  return !same || (expected.length > 0 && (!isNested(target) || hasStrayTag(target)));
}

function tagsOf(text: string): readonly string[] {
  return [...text.matchAll(TAG)].map(([tag]) => tag);
}

function isNested(text: string): boolean {
  const open: string[] = [];
  for (const [, close, id = "", empty] of text.matchAll(TAG)) {
    if (empty === "/") continue;
    if (close !== "/") open.push(id);
    else if (open.pop() !== id) return false;
  }
  return open.length === 0;
}

/** Something that was a tag and is none any more, such as `<x 1>`. */
function hasStrayTag(text: string): boolean {
  return /<\s*\/?\s*x\s*\d/iu.test(text.replaceAll(TAG, ""));
}
