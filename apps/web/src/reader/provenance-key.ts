import type { Provenance } from "../api/nouns.ts";

/** The text that says how far a side can be trusted: the original, a person's or a machine's work. */
export function provenanceKey(provenance: Provenance | undefined) {
  if (provenance === undefined) return "page.origin.file";
  if (provenance.standing === "corrected") return "page.origin.corrected";
  if (provenance.standing === "approved") return "page.origin.approved";
  return provenance.origin.kind === "engine" ? "page.origin.machine" : "page.origin.file";
}
