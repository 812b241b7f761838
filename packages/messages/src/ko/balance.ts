import type { balance as english } from "../en/balance.ts";
import type { SameKeys } from "../same-keys.ts";

/** The same in Korean. */
export const balance: SameKeys<typeof english> = {
  answersKept: "지금까지 저장된 응답: {{texts}}개.",
  maybeBilled: "응답 없이 청구되었을 수 있는 요청: {{requests}}건({{characters}}자)",
  capForbids:
    "요금이 청구되었을 수 있는 것을 이번 실행에서 다시 보내면 상한({{cap}})을 넘습니다. 빠진 글: {{texts}}개({{characters}}자). 같은 명령을 다시 실행하면 빠진 것만 보냅니다.",
  capCharacters: "{{characters}}자",
  capCost: "비용 {{cost}}",
};
