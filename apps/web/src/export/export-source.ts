import { isRecord } from "../api/failure.ts";
import type { Polytext } from "../api/nouns.ts";
import { request, requestRaw } from "../api/request.ts";

/** A file of an export. */
export interface ExportFile {
  readonly name: string;
  readonly href: string;
}

/** Where exports of a text come from. */
export interface ExportSource {
  /** Every format there is. */
  formats(): Promise<readonly string[]>;
  /** The beginning of the export's first file. */
  preview(format: string): Promise<string>;
  /** The files to be taken; most formats make one. */
  files(format: string): Promise<readonly ExportFile[]>;
}

/** Exports of a text of the library, written by the server. */
export function libraryExports(id: string): ExportSource {
  const address = (format: string, more = ""): string => `/export/${id}?format=${encodeURIComponent(format)}${more}`;
  return {
    formats: async () => formatsIn(await request("/formats")),
    preview: async (format) => (await requestRaw(address(format, "&preview=1"))).text(),
    files: async (format) => {
      const body = await request(`/export/${id}/files?format=${encodeURIComponent(format)}`);
      const names = isRecord(body) && Array.isArray(body.files) ? body.files.map(String) : [];
      return names.map((name, file) => ({ name, href: `/api${address(format, `&file=${file}`)}` }));
    },
  };
}

function formatsIn(body: unknown): readonly string[] {
  const list = isRecord(body) && Array.isArray(body.formats) ? body.formats : [];
  return list.flatMap((item: unknown) => (isRecord(item) && typeof item.name === "string" ? [item.name] : []));
}

const PREVIEW_CHARS = 20_000;

/** Exports of a text that lies in this tab only, written here: nothing leaves it. */
export function tabExports(polytext: Polytext, title: string): ExportSource {
  const writer = () => import("./tab-writer.ts");
  const write = async (format: string) => (await writer()).writeInTab(polytext, format, title);
  return {
    formats: async () => (await writer()).writableFormats(),
    preview: async (format) => ((await (await write(format))[0]?.content.text()) ?? "").slice(0, PREVIEW_CHARS),
    files: async (format) =>
      (await write(format)).map(({ suffix, content }) => ({
        name: `stele${suffix}`,
        href: URL.createObjectURL(content),
      })),
  };
}
