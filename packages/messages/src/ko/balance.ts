import type { balance as english } from "../en/balance.ts";
import type { SameKeys } from "../same-keys.ts";

/** The same in Korean. */
export const balance: SameKeys<typeof english> = {
  answersKept: "지금까지 저장된 응답: {{texts}}개.",
  maybeBilled: "응답 없이 청구되었을 수 있는 요청: {{requests}}건({{characters}}자)",
};
