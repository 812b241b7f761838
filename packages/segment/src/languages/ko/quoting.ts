/**
 * Words that take up the quotation before them: particles written apart (`라고`, `고`), and the verb 하다 in the forms
 * that mean "saying", and 그러다 and 이러다 where they are spoken for it.
 */
const QUOTING = new Set(
  (
    "라고 라고도 라고는 라고만 라며 라면서 라는 라던 라던가 라든가 라든지 라서 라 라고요 이라고 이라며 이라면서 이라는 이라 이라고도 " +
    "고 고는 고도 며 면서 는 란 이란 라니 라지만 라기에 라기보다 " +
    "하고 하며 하는 하면서 하자 하더니 하던 하였다 하고는 하니 했다 했다고 한다 하길래 하기에 하는데 하신다 하셨다 " +
    "하더라 하더라고 하더라고요 하더군 하더군요 하시는 하시며 하시면서 하시길래 하시더라고요 했더니 했는데 했어요 했죠 했더라 해서 " +
    "그러더라 그러더라고 그러더라고요 그러더군요 그러길래 그러는데 그러시더라고요 이러면서 이러는 이러길래 이러더라고요"
  ).split(" "),
);

/** Whether a word that stands apart after a closed quotation shows that its sentence goes on. */
export function isQuotingWord(word: string): boolean {
  return QUOTING.has(word);
}

/** What is asked or cried within a clause that thinks, feels or says it: `왜 그랬을까? 하는 생각이`, `뭐지? 싶었다`. */
const THOUGHT =
  /^(?:(?:하는|라는|하던)\s(?:생각|의문|의구심|의심|마음|말|소리|질문|걱정|느낌|기대|궁금|호기심|고민|희망|물음|식)|(?:하고|라고|하며|라며)\s(?:물|묻|되물|생각|말|외|소리|중얼|의심|걱정|기대|놀라|속으로)|싶(?:다|었|어|은|더|을|지|기|네))/;

/**
 * Whether the words from `at` on take up the question or the cry before them, though no quotation marks stand around
 * it.
 */
export function isThought(text: string, at: number): boolean {
  return THOUGHT.test(text.slice(at, at + 12));
}
