/** Texts that were lost with their answers and may have been charged; each is paid for anew before it is sent again. */
export interface Owed {
  add(texts: readonly string[]): void;
  /** They are paid for anew, or were answered after all. */
  settle(texts: readonly string[]): void;
  /** What is to be paid for. */
  read(): readonly string[];
}

/** Nothing owed yet; one a request, whose texts are told apart by their words without outer blanks. */
export function createOwed(): Owed {
  let owed: readonly string[] = [];
  return {
    add(texts) {
      owed = [...owed, ...texts.map((text) => text.trim())];
    },
    settle(texts) {
      const left = [...owed];
      for (const text of texts) {
        const index = left.indexOf(text.trim());
        if (index >= 0) left.splice(index, 1);
      }
      owed = left;
    },
    read: () => owed,
  };
}
