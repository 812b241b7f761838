import type { errors as english } from "../en/errors.ts";
import type { SameKeys } from "../same-keys.ts";

/** The errors in Korean. */
export const errors: SameKeys<typeof english> = {
  internal: {
    message: "Stele 내부에서 문제가 생겼습니다",
    hint: "--verbose를 붙여 다시 실행하고 출력된 내용을 제보해 주십시오.",
  },
  "disk-full": {
    message: "디스크가 가득 찼습니다",
    hint: "공간을 비우고 같은 명령을 다시 실행하십시오. 완료된 작업은 보관되어 있습니다.",
  },
  "port-in-use": { message: "다른 프로그램이 이 포트를 쓰고 있습니다", hint: "--port로 다른 포트를 지정하십시오." },
  "stale-revision": {
    message: "그사이 다른 곳에서 이 글을 고쳤습니다",
    hint: "최신 판을 불러온 뒤 다시 고치십시오.",
  },
  "auth-missing": {
    message: "이 엔진에는 키가 필요합니다",
    hint: "한 번만 등록하면 됩니다: npx stele auth set-key ENGINE --from-stdin",
  },
  "auth-rejected": {
    message: "서비스가 키를 거부했습니다",
    hint: "키를 확인하고 npx stele auth로 다시 등록하십시오.",
  },
  "rate-limited": {
    message: "서비스가 요청을 줄여 달라고 합니다",
    hint: "잠시 후 같은 명령을 다시 실행하십시오. 빠진 부분만 보냅니다.",
  },
  "quota-reached": {
    message: "계정의 사용 한도를 모두 썼습니다",
    hint: "한도가 다시 채워지면 같은 명령을 실행하십시오. 빠진 부분만 보냅니다.",
  },
  "budget-reached": {
    message: "설정한 한도를 넘게 됩니다",
    hint: "--max-chars나 --max-cost를 높이거나 --yes를 붙이십시오. 비용은 npx stele translate --dry-run으로 확인할 수 있습니다.",
  },
  network: {
    message: "서비스에 연결할 수 없습니다",
    hint: "네트워크 연결을 확인하고 같은 명령을 다시 실행하십시오. 빠진 부분만 보냅니다.",
  },
  timeout: {
    message: "서비스가 제때 응답하지 않았습니다",
    hint: "나중에 같은 명령을 다시 실행하십시오. 빠진 부분만 보냅니다.",
  },
  "service-failed": {
    message: "서비스 쪽에서 오류가 발생했습니다",
    hint: "나중에 같은 명령을 다시 실행하십시오. 빠진 부분만 보냅니다.",
  },
  "service-malformed": {
    message: "서비스의 응답을 해석할 수 없습니다",
    hint: "서비스 주소를 확인하거나 다른 엔진을 써 보십시오.",
  },
  usage: { message: "명령의 사용법이 올바르지 않습니다", hint: "--help를 붙여 사용법을 확인하십시오." },
  "input-empty": { message: "입력에 텍스트가 없습니다", hint: "문장이 하나 이상 있는 글을 지정하십시오." },
  "input-binary": {
    message: "입력이 텍스트가 아닙니다",
    hint: ".txt, .md, .html, .docx, .epub, .srt, .vtt 파일을 지정하십시오.",
  },
  "input-encoding": {
    message: "입력이 올바른 UTF-8이 아닙니다",
    hint: "파일을 UTF-8이나 BOM이 있는 UTF-16으로 저장하십시오.",
  },
  "input-directory": { message: "입력이 폴더입니다", hint: "그 안의 파일을 지정하십시오." },
  "input-missing": { message: "그런 파일이 없습니다", hint: "이름과 현재 폴더를 확인하십시오." },
  "input-unreadable": { message: "파일을 읽을 수 없습니다", hint: "파일 권한을 확인하십시오." },
  "input-too-long": { message: "한 번에 정렬하기에는 글이 너무 깁니다", hint: "권이나 장별로 나누어 정렬하십시오." },
  "input-malformed": {
    message: "파일의 구조가 올바르지 않습니다",
    hint: "내용이 파일 형식에 맞는지 확인하십시오.",
  },
  "output-exists": {
    message: "Stele가 쓰지 않은 파일이 이미 있습니다",
    hint: "-o로 다른 이름을 지정하거나 --force로 덮어쓰십시오.",
  },
  "output-failed": {
    message: "결과를 쓸 수 없습니다",
    hint: "폴더와 권한, 남은 공간을 확인하십시오.",
  },
  "language-unknown": {
    message: "Stele가 지원하지 않는 언어입니다",
    hint: "en, ko, zh-Hans, zh-Hant 중 하나를 쓰십시오(zh, zh-CN, zh-TW도 쓸 수 있습니다).",
  },
  "language-same": {
    message: "양쪽이 같은 언어입니다",
    hint: "언어가 잘못 판별되었다면 --from과 --to로 두 언어를 지정하십시오.",
  },
  "language-unsupported": {
    message: "이 엔진은 이 언어쌍의 번역을 지원하지 않습니다",
    hint: "엔진별 지원 언어를 보려면: npx stele engines",
  },
  "format-unknown": { message: "Stele가 지원하지 않는 형식입니다", hint: "쓸 수 있는 형식은 --help로 확인하십시오." },
  "offsets-invalid": {
    message: "위치가 겹치거나 글을 벗어납니다",
    hint: "위치는 UTF-16 코드 단위의 반개구간이며 순서대로 겹치지 않아야 합니다.",
  },
  "beads-invalid": {
    message: "정렬 단위가 모든 문장을 포함하지 않습니다",
    hint: "양쪽의 모든 문장은 순서대로 정확히 하나의 정렬 단위에 속해야 합니다.",
  },
  "text-not-storable": {
    message: "글에 반쪽만 남은 문자가 있어 UTF-8로 저장할 수 없습니다",
    hint: "문장 나누기와 정렬은 할 수 있습니다. 보관하려면 깨진 문자를 고치십시오.",
  },
  "request-refused": {
    message: "요청이 거부되었습니다",
    hint: "npx stele serve가 알려 준 주소로 열람실을 여십시오.",
  },
  "not-found": { message: "그런 항목이 없습니다", hint: "목록을 보려면: npx stele library list" },
  "engine-unknown": { message: "Stele에 그런 엔진이 없습니다", hint: "엔진 목록을 보려면: npx stele engines" },
  "engine-not-ready": {
    message: "번역 엔진이 준비되지 않았습니다",
    hint: "로컬 모델을 설치하거나(npx stele models add en-ko) --engine으로 엔진을 지정하십시오. 엔진마다 필요한 것을 보려면: npx stele engines",
  },
  "engine-refused-by-policy": {
    message: "글을 이 컴퓨터 밖으로 보내지 않도록 설정되어 있는데, 이 엔진은 글을 외부로 보냅니다",
    hint: "local 엔진을 쓰거나 다음을 실행하십시오: npx stele config set localOnly false",
  },
  "config-invalid": {
    message: "설정이 올바르지 않습니다",
    hint: "파일을 고치거나 다음을 실행하십시오: npx stele doctor",
  },
  "service-address": {
    message: "서비스 주소가 올바르지 않습니다",
    hint: "설정이나 환경 변수의 주소를 확인하십시오.",
  },
  "vectors-invalid": { message: "벡터 파일이 손상되었습니다", hint: "Stele를 다시 설치하십시오." },
  "model-invalid": { message: "번역 모델이 손상되었습니다", hint: "삭제하고 다시 추가하십시오: npx stele models" },
  "library-newer": {
    message: "더 최신 버전의 Stele가 만든 서재입니다",
    hint: "Stele를 업데이트하십시오. 서재는 그대로 두었습니다.",
  },
  "library-locked": {
    message: "다른 프로그램이 서재를 사용하고 있습니다",
    hint: "끝날 때까지 기다렸다가 다시 실행하십시오.",
  },
  "library-damaged": {
    message: "서재가 손상되었습니다",
    hint: "백업을 복원하십시오: npx stele library restore FILE",
  },
  "library-read-only": {
    message: "서재에 쓸 수 없습니다",
    hint: "데이터 폴더의 권한을 확인하십시오.",
  },
  "check-failed": { message: "검사에서 문제를 찾았습니다", hint: "문제는 위에 나와 있습니다." },
  partial: {
    message: "결과의 일부가 빠졌습니다",
    hint: "같은 명령을 다시 실행하면 빠진 부분만 처리합니다.",
  },
  cancelled: {
    message: "중지했습니다",
    hint: "같은 명령을 다시 실행하면 이어서 합니다. 완료된 작업은 보관되어 있습니다.",
  },
};
