import type { page as english } from "../en/page.ts";
import type { SameKeys } from "../same-keys.ts";

/** The reading room in Korean. */
export const page: SameKeys<typeof english> = {
  title: "Stele",
  library: "서고",
  empty: "아직 아무것도 없습니다. 글을 여는 방법: stele read FILE",
  loading: "불러오는 중…",
  search: "찾기",
  delete: "지우기",
  undo: "되돌리기",
  export: "내보내기",
  close: "닫기",
  settings: "설정",
  language: {
    en: "영어",
    ko: "한국어",
    "zh-Hans": "중국어(간체)",
    "zh-Hant": "중국어(번체)",
  },
};
