import type { Operation, SideName } from "@stele/core/node";
import { badRequest } from "../refusal.ts";
import { isObject, type JsonObject, oneOf, stringIn, wholeNumberIn } from "../request-body.ts";

/** More steps than a person makes at once; each is applied to the whole bitext. */
const MOST_OPERATIONS = 1000;
const SIDES: readonly SideName[] = ["source", "target"];

type Parse = (body: JsonObject) => Operation;

const PARSERS: { readonly [K in Operation["op"]]: Parse } = {
  merge: (body) => ({ op: "merge", ...beadsIn(body) }),
  split: (body) => ({
    op: "split",
    bead: wholeNumberIn(body, "bead"),
    source: wholeNumberIn(body, "source"),
    target: wholeNumberIn(body, "target"),
  }),
  move: (body) => ({
    op: "move",
    bead: wholeNumberIn(body, "bead"),
    side: oneOf(body, "side", SIDES),
    by: wholeNumberIn(body, "by", Number.MIN_SAFE_INTEGER),
  }),
  edit: (body) => ({
    op: "edit",
    side: oneOf(body, "side", SIDES),
    sentence: wholeNumberIn(body, "sentence"),
    text: stringIn(body, "text"),
  }),
  "split-sentence": (body) => ({
    op: "split-sentence",
    side: oneOf(body, "side", SIDES),
    sentence: wholeNumberIn(body, "sentence"),
    at: wholeNumberIn(body, "at"),
  }),
  "join-sentences": (body) => ({
    op: "join-sentences",
    side: oneOf(body, "side", SIDES),
    sentence: wholeNumberIn(body, "sentence"),
  }),
  approve: (body) => ({ op: "approve", ...beadsIn(body) }),
  review: (body) => ({ op: "review", ...beadsIn(body) }),
  clear: (body) => ({ op: "clear", ...beadsIn(body) }),
};

/**
 * The steps of a correction, checked in shape.
 *
 * @throws SteleError `usage`, naming what does not fit.
 */
export function parseOperations(values: readonly unknown[]): readonly Operation[] {
  if (values.length === 0 || values.length > MOST_OPERATIONS) {
    throw badRequest(
      `A correction has 1 to ${MOST_OPERATIONS} operations; there are ${values.length}.`,
      "Send them in several requests.",
      { count: values.length },
    );
  }
  return values.map(parseOperation);
}

function beadsIn(body: JsonObject): { readonly from: number; readonly to: number } {
  return { from: wholeNumberIn(body, "from"), to: wholeNumberIn(body, "to") };
}

function parseOperation(value: unknown, index: number): Operation {
  const body = isObject(value) ? value : {};
  const parse = Object.hasOwn(PARSERS, String(body.op)) ? PARSERS[String(body.op) as Operation["op"]] : undefined;
  if (parse === undefined) {
    throw badRequest(
      `The operation number ${index} is not known.`,
      `Known operations are ${Object.keys(PARSERS).join(", ")}.`,
      { index },
    );
  }
  return parse(body);
}
