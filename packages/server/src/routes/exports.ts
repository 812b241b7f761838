import {
  type Aligner,
  FORMATS,
  formatByName,
  type Home,
  type OutputFile,
  type Polytext,
  pageExtras,
  writeFiles,
} from "@stele/core/node";
import { exportedLabels, pickUiLanguage } from "@stele/messages";
import { type Context, Hono } from "hono";
import type { ExportFiles, FormatsAnswer } from "../api-types.ts";
import { fileStem, sendDownload, sendPreview } from "../download.ts";
import { notFound } from "../refusal.ts";
import { numberOfQuery } from "../request-body.ts";
import { answerFor, wishOf } from "../text-answer.ts";

/** As much of a file as a person looks at before taking it. */
const PREVIEW_CHARS = 20_000;

/** The formats that a text can be written in. */
export function formatRoutes(): Hono {
  return new Hono().get("/", (context) => {
    const formats = Object.values(FORMATS)
      .filter(({ write }) => write !== undefined)
      .map(({ name, extensions, mediaType }) => ({ name, extension: extensions[0] ?? name, mediaType }));
    return context.json<FormatsAnswer>({ formats });
  });
}

/** A text as a file, or the beginning of it as a preview. */
export function exportRoutes(home: Home, aligner: () => Aligner): Hono {
  return new Hono()
    .get("/:id", async (context) => {
      const { stem, files } = await filesOf(context, home, aligner);
      const file = files[numberOfQuery(context, "file", 0)];
      if (file === undefined) throw notFound("file of this export", context.req.query("file") ?? "0");
      if (context.req.query("preview") === "1") return sendPreview(context, file.chunks, PREVIEW_CHARS);
      const { mediaType } = formatByName(context.req.query("format") ?? "");
      return sendDownload(context, { name: stem + file.suffix, mediaType, chunks: file.chunks });
    })
    .get("/:id/files", async (context) => {
      const { stem, files } = await filesOf(context, home, aligner);
      return context.json<ExportFiles>({ files: files.map(({ suffix }) => stem + suffix) });
    });
}

interface Export {
  readonly stem: string;
  readonly files: readonly OutputFile[];
}

/**
 * The export that a query asks for: `format`, `to`, `bitexts`, `tags=script`, `perPair=1`; of a page `ui` (the language
 * of its buttons), `links=1` and `readings=1`.
 */
async function filesOf(context: Context, home: Home, aligner: () => Aligner): Promise<Export> {
  const { format = "", to, bitexts, tags, perPair } = context.req.query();
  const { polytext, title } = answerFor(home.library(), context.req.param("id") ?? "", wishOf(to, bitexts));
  const files = writeFiles(polytext, format, {
    title,
    date: new Date(),
    ...(tags === "script" ? { tags } : {}),
    ...(perPair === "1" ? { isPerPair: true } : {}),
    ...(format === "html" ? await pageOptions(context, polytext, aligner) : {}),
  });
  return { stem: fileStem(title), files };
}

async function pageOptions(context: Context, polytext: Polytext, aligner: () => Aligner) {
  const { ui, links, readings } = context.req.query();
  const language = pickUiLanguage([ui]);
  const extras = await pageExtras(polytext, {
    ...(links === "1" ? { aligner: aligner() } : {}),
    hasReadings: readings === "1",
  });
  return { labels: exportedLabels(language), ...extras };
}
