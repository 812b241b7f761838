import { SteleError } from "@stele/model";

/** A model that the engine cannot use; `reason` is a short English phrase of the engine or the loader. */
export function modelInvalid(model: string, reason: string): SteleError {
  return new SteleError({
    code: "model-invalid",
    message: `The model ${model} cannot be used: ${reason.replace(/\.$/u, "")}.`,
    hint: "Remove it and add it again: npx stele models remove, npx stele models add.",
    details: { model },
  });
}

/** A pair for which no model is installed. */
export function modelMissing(from: string, to: string): SteleError {
  return new SteleError({
    code: "engine-not-ready",
    message: `No local model from ${from} to ${to} is installed.`,
    hint: `Install it: npx stele models add ${from}-${to}`,
    details: { from, to },
  });
}
