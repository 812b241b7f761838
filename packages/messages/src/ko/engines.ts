import type { engines as english } from "../en/engines.ts";
import type { SameKeys } from "../same-keys.ts";

/** What is said of engines, in Korean. */
export const engines: SameKeys<typeof english> = {
  names: {
    deepl: "DeepL",
    local: "로컬 모델",
    openai: "OpenAI 호환 서비스",
  },
  states: {
    "key-missing": "등록된 키가 없습니다. 등록하려면: npx stele auth set-key deepl --from-stdin",
    "key-set": "키가 등록되어 있습니다.",
    "free-key-set": "무료 요금제 키가 등록되어 있습니다.",
    "models-missing": "설치된 모델이 없습니다. 추가하려면: npx stele models add en-ko",
    "models-unreadable": "모델 폴더를 읽을 수 없습니다: {{folder}}",
    "models-installed": "설치된 모델: {{pairs}}",
    "model-unnamed": "모델 이름을 정하지 않았습니다. 정하려면: npx stele config set openai.model NAME",
    "model-named": "모델: {{model}}",
    "nothing-needed": "더 필요한 것이 없습니다.",
  },
  takes: {
    context: "문맥",
    glossary: "용어집",
    examples: "번역 메모리의 예문",
    tags: "글 속의 서식 표시",
  },
};
