/** How to reach DeepL and how it should translate. */
export interface DeeplSettings {
  /** The account's key; one that ends in `:fx` belongs to the free service. Never shown anywhere. */
  readonly key?: string;
  /** Another address than DeepL's own, for regional contracts and tests; `""` counts as unset. */
  readonly serverUrl?: string;
  /** `http://user:password@host:port`; `""` counts as unset. Without it HTTPS_PROXY and NO_PROXY are followed. */
  readonly proxyUrl?: string;
  /** How long an answer may take. Default 60 000; the library's own 5 000 would send slow batches twice. */
  readonly timeoutMs?: number;
  /** `quality_optimized` (default), `latency_optimized` or `prefer_quality_optimized`. */
  readonly modelType?: DeeplModelType;
  /** `US` (default) or `GB` for English as target. */
  readonly region?: "US" | "GB";
  /** Register and style in words, in English or the target language: at most 10 of 300 characters. */
  readonly instructions?: readonly string[];
  /** Most bytes of a URL-encoded request. Default 112 640. */
  readonly bytesPerRequest?: number;
  /** Told to DeepL as the version of the application. */
  readonly appVersion?: string;
}

/** DeepL's model types. */
export type DeeplModelType = "quality_optimized" | "latency_optimized" | "prefer_quality_optimized";

/** DeepL's own limit of texts in one request. */
export const TEXTS_PER_REQUEST = 50;
/** 110 KiB: DeepL refuses above 128 KiB, and users met that refusal at 126. */
export const BYTES_PER_REQUEST = 110 * 1024;
/** See `DeeplSettings.timeoutMs`. */
export const TIMEOUT_MS = 60_000;
