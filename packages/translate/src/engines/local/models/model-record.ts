import { SteleError } from "@stele/model";

/** What a file of a model is. */
export type FileKind = "model" | "lex" | "vocab" | "srcvocab" | "trgvocab";

/** One file of a model, as a record of Mozilla's Remote Settings describes it. */
export interface ModelRecord {
  readonly name: string;
  readonly kind: FileKind;
  readonly from: string;
  readonly to: string;
  readonly version: string;
  /** `tiny`, `base`, `base-memory`; empty in the older collection. */
  readonly architecture: string;
  /** What is downloaded. */
  readonly attachment: { readonly location: string; readonly size: number; readonly sha256: string };
  /** What it unpacks to, where it is packed with Zstandard. */
  readonly unpacked?: { readonly size: number; readonly sha256: string };
}

const KINDS: readonly FileKind[] = ["model", "lex", "vocab", "srcvocab", "trgvocab"];

/**
 * Reads one record of either collection; every field is checked.
 *
 * @throws SteleError `model-invalid`, naming the record and the field.
 */
export function parseModelRecord(value: unknown): ModelRecord {
  const record = objectOf(value, "record");
  const name = stringOf(record, "name", "record");
  const of = `record ${name}`;
  const attachment = objectOf(record.attachment, `attachment of ${of}`);
  const kind = KINDS.find((candidate) => candidate === record.fileType);
  if (kind === undefined) throw badRecord(of, "fileType");
  return {
    name: fileNameOf(name),
    kind,
    from: stringOf(record, "fromLang" in record ? "fromLang" : "sourceLanguage", of),
    to: stringOf(record, "toLang" in record ? "toLang" : "targetLanguage", of),
    version: versionOf(record, of),
    architecture: typeof record.architecture === "string" ? record.architecture : "",
    attachment: {
      location: locationOf(attachment, of),
      size: sizeOf(attachment, "size", of),
      sha256: hashOf(attachment, "hash", of),
    },
    ...unpackedOf(record, of),
  };
}

function unpackedOf(record: Readonly<Record<string, unknown>>, of: string): Pick<ModelRecord, "unpacked"> {
  if (record.decompressedHash === undefined && record.decompressedSize === undefined) return {};
  return { unpacked: { size: sizeOf(record, "decompressedSize", of), sha256: hashOf(record, "decompressedHash", of) } };
}

function objectOf(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw badRecord(what, "its content");
  return value as Readonly<Record<string, unknown>>;
}

function stringOf(record: Readonly<Record<string, unknown>>, field: string, of: string): string {
  const value = record[field];
  if (typeof value !== "string" || value === "") throw badRecord(of, field);
  return value;
}

function versionOf(record: Readonly<Record<string, unknown>>, of: string): string {
  const version = stringOf(record, "version", of);
  if (!/^\d+(?:\.\d+)*(?:[a-z]\w*)?$/u.test(version)) throw badRecord(of, "version");
  return version;
}

function hashOf(record: Readonly<Record<string, unknown>>, field: string, of: string): string {
  const hash = stringOf(record, field, of).toLowerCase();
  if (!/^[0-9a-f]{64}$/u.test(hash)) throw badRecord(of, field);
  return hash;
}

function sizeOf(record: Readonly<Record<string, unknown>>, field: string, of: string): number {
  const size = record[field];
  if (typeof size !== "number" || !Number.isSafeInteger(size) || size <= 0) throw badRecord(of, field);
  return size;
}

/** A path on the attachments' server; nothing that leads out of it. */
function locationOf(attachment: Readonly<Record<string, unknown>>, of: string): string {
  const location = stringOf(attachment, "location", of);
  if (!/^[\w.-]+(?:\/[\w.-]+)*$/u.test(location) || location.split("/").includes("..")) throw badRecord(of, "location");
  return location;
}

/** The name becomes a file's: nothing in it may be a path. */
function fileNameOf(name: string): string {
  if (!/^[\w-][\w.-]*$/u.test(name)) throw badRecord(`record ${name.slice(0, 60)}`, "name");
  return name;
}

function badRecord(what: string, field: string): SteleError {
  return new SteleError({
    code: "model-invalid",
    message: `The list of models does not read as expected: the ${what} has no right ${field}.`,
    hint: "Check the address of the list (local.recordsUrl); a newer Stele may be needed.",
    details: { what, field },
  });
}
