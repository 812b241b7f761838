import type { Scene } from "../../scene.ts";

/** How far the verb of saying may stand from the quotation: a name, a title and a clause that describes the speaker. */
const REACH = 60;

/** Words that open a new sentence: what they introduce is no attribution of the quotation before them. */
const OPENING = "그리고|그러나|하지만|그러자|그런데|그래서|그때|이어|그러면서|그 뒤";

/** Verbs of saying in the endings of narration; those that often take an object (밝혔다, 전했다) are not here. */
const VERB =
  "(?:(?:고함|소리)(?:쳤|질렀|을 질렀|를 질렀)|말(?:했|하였|한|했습니|합니)|(?:되|캐)?물(?:었|었습니)|묻는|여쭈었|여쭸|(?:대)?답(?:했|하였|했습니)|외쳤|덧붙(?:였|였습니)|속삭(?:였|였습니)|중얼거렸|반문했|생각했)다";

/**
 * A speaker as subject, or 이렇게, then the verb and the end of the sentence. The word before the verb may not be an
 * object or a reported clause (`없었다고 말했다`): that sentence says something of its own. `다음과 같이` points to the next
 * quotation.
 */
const ATTRIBUTION = new RegExp(
  `^(?:(?!(?:${OPENING})\\s|.*다음과 같이)(?:[^.!?…"“”‘’「」\\n]*?\\s)?(?:\\S*(?:이|가|은|는|도|서)(?:\\s\\S*[^고을를\\s]|(?:\\s\\S+){1,3}?며)?|이렇게)\\s)?${VERB}[.!?]`,
  "u",
);

/** `“너무 늦었다.” 박 씨의 말이다.`: whose words they were, and nothing more. */
const WORDS_OF =
  /^(?:[^\s.!?"“”‘’]+\s){0,4}?[^\s.!?"“”‘’]+의\s(?:말|설명|이야기|얘기|주장|진단|회고|고백|하소연)(?:이다|이었다|입니다)[.!]/u;

/** Whether what follows a closed quotation says who spoke: `“둘 다 아닙니다.” 그가 말했다.` */
export function isAttribution({ text, end, next, to }: Scene): boolean {
  if (!`"”'’」』`.includes(text[end - 1] ?? "x")) return false;
  const following = text.slice(next, Math.min(to, next + REACH));
  return ATTRIBUTION.test(following) || WORDS_OF.test(following);
}
