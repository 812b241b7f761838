import type { ArticleMarks } from "../../blocks/article-marks.ts";

const LABEL =
  "(?:기사\\s?)?(?:입력|수정|최종\\s?수정|작성|송고|등록|승인|발행|게시|날짜|일시|업데이트)(?:\\s?(?:일시|시간|일|날짜))?";
const DATE = "(?:\\d{4}년\\s?\\d{1,2}월\\s?\\d{1,2}일|\\d{4}[-./]\\s?\\d{1,2}[-./]\\s?\\d{1,2}\\.?)";
const TIME =
  "(?:\\s*\\(?[월화수목금토일](?:요일)?\\)?)?(?:\\s*(?:오전|오후)?\\s*\\d{1,2}(?::\\d{2}(?::\\d{2})?|시(?:\\s?\\d{1,2}분)?))?";
const REPORTER = "(?:기자|특파원|통신원|논설위원|앵커|선임기자|인턴기자|객원기자|칼럼니스트|편집위원)";
const NAME = "[가-힣]{2,4}";

/** How Korean articles mark their parts. */
export const koreanMarks: ArticleMarks = {
  dates: [
    new RegExp(`^(?:${LABEL}\\s*[:：]?\\s*)?${DATE}${TIME}(?:\\s*(?:송고|입력|수정))?$`),
    new RegExp(`^${LABEL}\\s*[:：]?\\s*${DATE}${TIME}\\s*[|/·]?\\s*${LABEL}\\s*[:：]?\\s*${DATE}${TIME}$`),
  ],
  bylines: [
    new RegExp(
      `^(?:[가-힣A-Za-z]{2,10}[=\\s]\\s?)?${NAME}(?:[·,\\s]\\s?${NAME}){0,4}\\s?${REPORTER}(?:\\s*[=:]?\\s*[\\w.+-]{1,40}@[\\w.-]{1,60})?$`,
    ),
    /^(?:글|글쓴이|사진|취재|정리|편집|번역|지은이|옮긴이|기고)(?:[·/](?:글|사진|영상))?\s?[=:：/]\s?[가-힣A-Za-z·,\s]{2,30}$/,
  ],
  signoffs: [
    /^[([<]?\s?(?:연합뉴스|뉴시스|뉴스1|끝|이상|完)\s?[)\]>]?$/,
    /^(?:[<[(]?저작권자|ⓒ|©|Copyright|무단\s?전재)[^\n]{0,200}$/,
    /^제보는\s?카카오톡[^\n]{0,60}$/,
  ],
  prefixes: [
    new RegExp(
      `^[([]\\s?[가-힣·,\\s]{2,20}\\s?=\\s?[가-힣A-Za-z0-9·\\s]{2,15}[)\\]]\\s?(?:(?:${NAME}[·,\\s]?\\s?){1,4}${REPORTER}\\s?=)?`,
    ),
  ],
  // A credit without brackets stands only behind a whole sentence.
  captions: [
    /^(?:▲|△|\[사진[^\]\n]{0,30}\]|사진\s?[=:：]|<사진)/,
    /^[^\n]{8,200}[.다]\s+[가-힣A-Za-z0-9·\s]{2,16}\s제공$/,
  ],
  credits: [/(?:사진|제공|연합|뉴시스|뉴스1|로이터|청와대|자료|캡처|갈무리|공동취재|홈페이지|출처)/],
};
