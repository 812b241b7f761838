import type { Session } from "./session.ts";

/** Counts the texts of an export that some programs refuse, and says how many there were. */
export function countLong(): { readonly onLongText: () => void; say(session: Session): Promise<void> } {
  let texts = 0;
  return {
    onLongText: () => {
      texts += 1;
    },
    async say({ t, say }) {
      if (texts > 0) await say(t("cli.say.longTexts", { texts }));
    },
  };
}
