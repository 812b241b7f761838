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
  "report-needs-file": {
    message: "결과와 보고를 둘 다 표준 출력으로 낼 수 없습니다",
    hint: "-o FILE로 결과를 쓸 파일을 지정하거나 --json을 빼십시오.",
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
  "found-missing": {
    message: "래더(ladder) 파일에는 정렬할 문장이 없습니다",
    hint: "그 뒤에 정렬기의 결과 파일을 적으십시오. npx stele align A B --format vecalign으로 만들 수 있습니다.",
  },
  "written-only": {
    message: "Stele가 쓰기만 하고 읽지는 않는 형식입니다",
    hint: "글 자체를 지정하거나, 파일을 그대로 읽으려면 --input-format text를 붙이십시오. TMX를 번역 메모리에 넣으려면: npx stele tm import",
  },
  "ladder-missing": {
    message: "정답에 있는 문서의 래더(ladder) 파일이 없습니다",
    hint: "래더 파일의 이름을 문서 이름에 맞추십시오(ID.ladder). 문서가 여럿이면 폴더를 지정하십시오.",
  },
  "pairs-alike": {
    message: "두 쌍의 이름이 같아집니다",
    hint: "목록의 셋째 칸에 이름을 적어 --pairs로 지정하십시오.",
  },
  "key-not-kept": {
    message: "보관된 키가 없는 엔진입니다",
    hint: "환경 변수에 있는 키는 Stele가 보관한 것이 아닙니다. 변수를 지우면 없어집니다.",
  },
  "written-not-kept": {
    message: "번역문은 썼지만 다른 프로그램이 계속 서재를 쓰고 있어 서재에는 넣지 못했습니다",
    hint: "그 프로그램이 끝나면 같은 명령을 다시 실행하십시오. 아무것도 보내지 않고 서재에 넣습니다.",
  },
  "rows-full": {
    message: "한 줄에는 원문과 번역문 두 편까지만 나란히 들어갑니다",
    hint: "한 번에 두 언어만 지정하십시오. npx stele translate를 --format 없이 실행하면 언어마다 파일을 하나씩 씁니다.",
  },
  "language-missing": {
    message: "이 글에는 이 언어로 된 번역문이 없습니다",
    hint: "어떤 번역문이 있는지는 npx stele library list로 확인하고, 없으면 npx stele translate FILE --to ko로 만드십시오.",
  },
  "query-empty": { message: "찾을 말이 없습니다", hint: "단어나 구절을 입력하십시오." },
  "command-missing": { message: "명령이 빠졌습니다", hint: "--help를 붙여 어떤 명령이 있는지 확인하십시오." },
  "command-unknown": { message: "그런 명령이 없습니다", hint: "어떤 명령이 있는지 보려면: npx stele --help" },
  "option-unknown": { message: "그런 옵션이 없습니다", hint: "명령에 --help를 붙여 어떤 옵션이 있는지 확인하십시오." },
  "argument-missing": {
    message: "명령 뒤에 적어야 할 것이 빠졌습니다",
    hint: "명령에 --help를 붙여 사용법을 확인하십시오.",
  },
  "option-needed": { message: "이 옵션이 필요합니다", hint: "명령에 --help를 붙여 사용법을 확인하십시오." },
  "option-empty": { message: "이 옵션에는 값이 필요합니다", hint: "명령에 --help를 붙여 사용법을 확인하십시오." },
  "value-invalid": { message: "쓸 수 없는 값입니다", hint: "쓸 수 있는 값" },
  "too-many-words": {
    message: "명령 뒤에 적은 것이 너무 많습니다",
    hint: "명령에 --help를 붙여 사용법을 확인하십시오.",
  },
  "key-invalid": {
    message: "입력한 것은 키가 아닙니다",
    hint: "표준 입력으로 넘기십시오: npx stele auth set-key ENGINE --from-stdin < FILE",
  },
  "no-terminal": {
    message: "키를 물어볼 터미널이 없습니다",
    hint: "표준 입력으로 넘기십시오: npx stele auth set-key ENGINE --from-stdin < FILE",
  },
  "setting-unknown": { message: "그런 설정이 없습니다", hint: "설정 이름" },
  "setting-value": { message: "이 설정에 맞지 않는 값입니다", hint: "쓸 수 있는 값" },
  "setting-number": { message: "이 설정에 맞지 않는 값입니다", hint: "다음 수 이상이어야 합니다" },
  "setting-text": { message: "이 설정에 맞지 않는 값입니다", hint: "비어 있지 않은 글자여야 합니다." },
  "setting-url": { message: "이 설정에 맞지 않는 값입니다", hint: "http:// 또는 https://로 시작하는 주소여야 합니다." },
  "setting-project": {
    message: "프로젝트에서는 바꿀 수 없는 설정입니다",
    hint: "내 설정으로 지정하십시오: npx stele config set",
  },
  "memory-unknown": { message: "그런 번역 메모리가 없습니다", hint: "목록을 보려면: npx stele tm stats" },
  "memory-own": {
    message: "서재의 메모리는 서재의 글로 이루어집니다",
    hint: "메모리 대신 글을 삭제하거나 고치십시오.",
  },
};
