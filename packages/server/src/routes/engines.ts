import { type EngineStatus, engineStatuses, type Home } from "@stele/core/node";
import { Hono } from "hono";
import type { EngineItem, EnginesAnswer } from "../api-types.ts";

/** The engines: where each sends text, whether it is ready and allowed. */
export function engineRoutes(home: Home): Hono {
  return new Hono().get("/", async (context) => {
    const engines = (await engineStatuses(home)).map(itemOf);
    return context.json<EnginesAnswer>({ engines });
  });
}

function itemOf({ name, describe, readiness, isAllowed }: EngineStatus): EngineItem {
  const { label, sendsTextTo, isPaid, model } = describe;
  return {
    name,
    label,
    sendsTextTo,
    isPaid,
    ...(model === undefined ? {} : { model }),
    isReady: readiness.isReady,
    says: readiness.says,
    isAllowed,
  };
}
