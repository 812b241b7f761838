import { createHash } from "node:crypto";
import { mkdtemp, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BergamotTranslator } from "@stele/translate/engines";
import type { ModelMirror } from "../../../../tests/faults/model-service.ts";
import { storeAsZstd } from "../../../../tests/faults/store-as-zstd.ts";

const KINDS = ["model", "lex", "srcvocab", "trgvocab"] as const;

/** A model of a few thousand bytes that no engine could run. */
export interface PretendedModel {
  readonly from: string;
  readonly to: string;
  readonly version: string;
  readonly architecture?: string;
  /** True: in the newer collection, packed with Zstandard. */
  readonly isPacked?: boolean;
}

/** Records and files of some models, as Mozilla publishes them. */
export function mirrorOf(
  ...models: readonly PretendedModel[]
): ModelMirror & { readonly records: Record<string, unknown[]>; readonly files: Record<string, Uint8Array> } {
  const records: Record<string, unknown[]> = { "translations-models": [], "translations-models-v2": [] };
  const files: Record<string, Uint8Array> = {};
  for (const model of models) {
    for (const kind of KINDS) {
      const { record, location, bytes } = fileOf(model, kind);
      records[model.isPacked === true ? "translations-models-v2" : "translations-models"]?.push(record);
      files[location] = bytes;
    }
  }
  return { records, files };
}

function fileOf(model: PretendedModel, kind: (typeof KINDS)[number]) {
  const { from, to, version, architecture = "", isPacked = false } = model;
  const whole = new TextEncoder().encode(`${kind} ${from} ${to} ${version} ${architecture}\n`.repeat(400));
  const bytes = isPacked ? storeAsZstd(whole) : whole;
  const name = `${kind}.${from}${to}.${kind === "lex" || kind === "model" ? "bin" : "spm"}`;
  const location = `main-workspace/${sha256(bytes).slice(0, 12)}${isPacked ? ".zst" : ""}`;
  const attachment = {
    hash: sha256(bytes),
    size: bytes.length,
    filename: name,
    location,
    mimetype: "application/octet-stream",
  };
  const common = { name, fileType: kind, version, attachment, filter_expression: "" };
  const record = isPacked
    ? {
        ...common,
        sourceLanguage: from,
        targetLanguage: to,
        architecture,
        decompressedHash: sha256(whole),
        decompressedSize: whole.length,
      }
    : { ...common, fromLang: from, toLang: to };
  return { record, location, bytes };
}

/** SHA-256, hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** A translator that answers every text with one sentence. */
export function createAnsweringTranslator(answer: string): BergamotTranslator {
  return {
    async *translate(texts) {
      for (const index of texts.keys()) yield { index, text: answer, hasMore: index + 1 < texts.length };
    },
    close: async () => undefined,
  };
}

/** A new empty folder. */
export function makeFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), "stele-models-"));
}

/** Every file below a folder, by its path in it. */
export async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}
