import type { names as english } from "../en/names.ts";
import type { SameKeys } from "../same-keys.ts";

/** The same in Korean. */
export const names: SameKeys<typeof english> = {
  formats: {
    markdown: "Markdown 표",
    html: "읽기용 웹 페이지(파일 하나)",
    json: "JSON(Stele의 모든 정보)",
    jsonl: "JSON, 한 줄에 한 행",
    tsv: "탭으로 나눈 표(TSV)",
    csv: "스프레드시트용 표(CSV)",
    tmx: "번역 메모리(TMX)",
    xliff: "번역 파일 XLIFF 1.2",
    xliff2: "번역 파일 XLIFF 2.0",
    anki: "Anki 카드",
    moses: "언어별 텍스트 파일(Moses)",
    bicleaner: "점수가 있는 문장 쌍(Bicleaner)",
    sentalign: "정렬 정보만(SentAlign)",
    vecalign: "정렬 정보만(Vecalign)",
    hunalign: "정렬 정보만(hunalign)",
    sketch: "Sketch Engine용 대응표",
  },
  authors: {
    stele: "Stele(자동)",
    reader: "읽는 이",
  },
};
