import type { Session } from "./session.ts";

/** Texts of an export that some programs refuse. */
interface LongTexts {
  readonly onLongText: () => void;
  count(): number;
  /** Nothing where there were none. */
  say(session: Session): Promise<void>;
}

/** Counts the texts of an export that some programs refuse, and says how many there were. */
export function countLong(): LongTexts {
  let texts = 0;
  return {
    count: () => texts,
    onLongText: () => {
      texts += 1;
    },
    async say({ t, say }) {
      if (texts > 0) await say(t("cli.say.longTexts", { texts }));
    },
  };
}
