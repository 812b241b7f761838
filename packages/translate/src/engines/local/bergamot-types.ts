/** The files of one model, as paths. */
export interface ModelFiles {
  /** Plain codes of the model's maker: `en`, `ko`, `zh`. */
  readonly from: string;
  readonly to: string;
  readonly model: string;
  readonly shortlist: string;
  /** One for both languages, or the source's and then the target's. */
  readonly vocabularies: readonly string[];
}

/** What a worker is asked: to translate texts with one model after another. */
export interface WorkerRequest {
  readonly id: number;
  readonly texts: readonly string[];
  /** One model, or two where a language stands in between. */
  readonly route: readonly ModelFiles[];
}

/** Half open, in bytes of UTF-8. */
export interface ByteRange {
  readonly begin: number;
  readonly end: number;
}

/** One text translated. */
export interface WorkerTranslation {
  readonly text: string;
  /** The sentences the engine itself saw; absent where a language stands in between. */
  readonly ranges?: readonly { readonly source: ByteRange; readonly target: ByteRange }[];
}

/** What a worker answers; it never throws. */
export type WorkerReply =
  | { readonly id: number; readonly translations: readonly WorkerTranslation[] }
  | { readonly id: number; readonly failure: string; readonly model: string };

/** Where the worker finds the engine. */
export interface WorkerFiles {
  readonly glue: string;
  readonly wasm: string;
}

/** An object that lives in the memory of the WebAssembly and must be deleted. */
interface Owned {
  delete(): void;
}

interface AlignedMemory extends Owned {
  getByteArrayView(): { set(bytes: Uint8Array): void };
}

interface List<T> extends Owned {
  push_back(item: T): void;
}

/** The answer to one text. */
export interface BergamotResponse {
  size(): number;
  getTranslatedText(): string;
  getSourceSentence(index: number): ByteRange;
  getTranslatedSentence(index: number): ByteRange;
}

/** The classes that Bergamot's WebAssembly exports, as far as they are used. */
export interface Bergamot {
  readonly AlignedMemory: new (length: number, alignment: number) => AlignedMemory;
  readonly AlignedMemoryList: new () => List<AlignedMemory>;
  readonly VectorString: new () => List<string>;
  readonly VectorResponseOptions: new () => List<{ qualityScores: boolean; alignment: boolean; html: boolean }>;
  readonly TranslationModel: new (
    yaml: string,
    model: AlignedMemory,
    shortlist: AlignedMemory,
    vocabularies: List<AlignedMemory>,
    quality: null,
  ) => Owned;
  readonly BlockingService: new (options: { cacheSize: number }) => BergamotService;
}

/** Translates in the thread that calls it. */
export interface BergamotService {
  translate(model: Owned, texts: List<string>, options: unknown): Owned & { get(index: number): BergamotResponse };
}

/** An instance of WebAssembly; Node's types know none. */
export interface WasmInstance {
  readonly exports: Readonly<Record<string, (...values: number[]) => number>>;
}

/** As much of the global object as the worker needs. */
export interface WasmGlobal {
  readonly WebAssembly: {
    instantiate(bytes: Uint8Array, imports: object): Promise<{ readonly instance: WasmInstance }>;
  };
}
