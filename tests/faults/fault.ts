/** What can go wrong with one request; plain data, so that a scenario reads as a list. */
export type Fault =
  | { readonly kind: "status"; readonly status: number; readonly retryAfter?: string; readonly body?: string }
  /** No answer, ever. */
  | { readonly kind: "silence" }
  /** The right answer, late. */
  | { readonly kind: "slow"; readonly ms: number }
  /** The right answer, a byte every so many milliseconds. */
  | { readonly kind: "trickle"; readonly ms: number }
  /** The connection drops before the first byte, or so long after half of the body was sent. */
  | { readonly kind: "reset"; readonly at: "start" | "middle"; readonly afterMs?: number }
  /** A body that is not what it should be. */
  | { readonly kind: "body"; readonly body: string; readonly type?: string }
  /** The right JSON, cut in half, with a content length that fits. */
  | { readonly kind: "cut-json" }
  /** A content length that is larger (positive) or smaller than the body. */
  | { readonly kind: "wrong-length"; readonly by: number }
  /** Packed; damaged: cut in half, or said to be packed and not. */
  | { readonly kind: "gzip"; readonly damage?: "cut" | "not-packed" }
  | { readonly kind: "redirect"; readonly status: number; readonly to: string }
  /** The list of translations, changed. */
  | {
      readonly kind: "answers";
      readonly change: (answers: readonly string[], texts: readonly string[]) => readonly string[];
    };

/** Chooses the fault of a request; undefined where it goes well. `number` counts a service's requests from 1. */
export type FaultPlan = (request: { readonly number: number; readonly path: string }) => Fault | undefined;

/** The fault at every request. */
export function always(fault: Fault): FaultPlan {
  return () => fault;
}

/** The fault at the first so many requests. */
export function first(times: number, fault: Fault): FaultPlan {
  return ({ number }) => (number <= times ? fault : undefined);
}

/** The fault from this request on. */
export function from(start: number, fault: Fault): FaultPlan {
  return ({ number }) => (number >= start ? fault : undefined);
}

/** The fault at one request only. */
export function only(at: number, fault: Fault): FaultPlan {
  return ({ number }) => (number === at ? fault : undefined);
}

const TAGS = /<\/?x\d+\/?>/gu;

/** Changes of a list of translations, by name. */
export const CHANGES = {
  fewer: (answers: readonly string[]) => answers.slice(1),
  more: (answers: readonly string[]) => [...answers, "더"],
  none: () => [],
  empty: (answers: readonly string[]) => answers.map(() => ""),
  halfEmpty: (answers: readonly string[]) => answers.map((answer, index) => (index % 2 === 0 ? answer : "")),
  sourceReturned: (_: readonly string[], texts: readonly string[]) => texts,
  otherLanguage: (answers: readonly string[]) => answers.map(() => "Это предложение на другом языке, а не на нужном."),
  tagsDropped: (answers: readonly string[]) => answers.map((answer) => answer.replaceAll(TAGS, "")),
  /** All tags before the first word. */
  tagsMoved: (answers: readonly string[]) =>
    answers.map((answer) => (answer.match(TAGS) ?? []).join("") + answer.replaceAll(TAGS, "")),
  tagsDoubled: (answers: readonly string[]) => answers.map((answer) => answer.replaceAll(/(<x\d+\/>)/gu, "$1$1")),
} as const;
