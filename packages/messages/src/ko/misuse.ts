import type { misuse as english } from "../en/misuse.ts";
import type { SameKeys } from "../same-keys.ts";

/** Misuses of a command in Korean. */
export const misuse: SameKeys<typeof english> = {
  "target-missing": {
    message: "어느 언어로 번역할지 지정하지 않았습니다",
    hint: "--to로 지정하십시오. 예: --to ko,zh",
  },
  "port-invalid": {
    message: "포트 번호가 아닙니다",
    hint: "포트는 0(비어 있는 아무 포트)에서 65535까지의 수입니다.",
  },
  "folder-needed": {
    message: "표준 입력을 여러 언어로 번역하려면 폴더가 필요합니다",
    hint: "-o FOLDER로 지정하십시오.",
  },
  "many-files": {
    message: "이 형식은 여기서 파일 여러 개가 됩니다",
    hint: "-o NAME으로 쓸 곳을 지정하거나 --to로 언어를 하나만 고르십시오.",
  },
  "pair-invalid": {
    message: "언어쌍이 아닙니다",
    hint: "언어쌍은 en-ko나 zh-Hans-en처럼 씁니다.",
  },
  "two-texts": {
    message: "정렬에는 글 두 편이 필요합니다",
    hint: "파일 둘, 폴더 둘, 또는 --pairs로 목록을 지정하십시오.",
  },
  "pairs-folder": {
    message: "여러 쌍의 결과를 쓸 폴더가 필요합니다",
    hint: "-o FOLDER로 지정하십시오.",
  },
  "translation-missing": {
    message: "확인할 번역문이 없습니다",
    hint: "글 뒤에 번역문 파일을 적거나, --to의 언어로 번역된 서재의 글을 고르십시오.",
  },
};
