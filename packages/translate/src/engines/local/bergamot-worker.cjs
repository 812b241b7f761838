// CommonJS in plain JavaScript: the same file runs from the sources and from dist, in a worker thread that knows no
// loader. It drives Bergamot's WebAssembly through Emscripten's glue, which expects the scope of a CommonJS module.

const { readFileSync } = require("node:fs");
const { dirname } = require("node:path");
const { parentPort, workerData } = require("node:worker_threads");

/**
 * @typedef {import("./bergamot-types.ts").Bergamot} Bergamot
 * @typedef {import("./bergamot-types.ts").ModelFiles} ModelFiles
 * @typedef {import("./bergamot-types.ts").WasmInstance} WasmInstance
 * @typedef {import("./bergamot-types.ts").WorkerReply} WorkerReply
 * @typedef {import("./bergamot-types.ts").WorkerRequest} WorkerRequest
 * @typedef {import("./bergamot-types.ts").WorkerTranslation} WorkerTranslation
 */

/** What the WebAssembly imports and its own exports under other names. */
const FALLBACKS = {
  int8_prepare_a: "int8PrepareAFallback",
  int8_prepare_b: "int8PrepareBFallback",
  int8_prepare_b_from_transposed: "int8PrepareBFromTransposedFallback",
  int8_prepare_b_from_quantized_transposed: "int8PrepareBFromQuantizedTransposedFallback",
  int8_prepare_bias: "int8PrepareBiasFallback",
  int8_multiply_and_add_bias: "int8MultiplyAndAddBiasFallback",
  int8_select_columns_of_b: "int8SelectColumnsOfBFallback",
};

/** Bytes to which the engine wants its files aligned. */
const MODEL_ALIGNMENT = 256;
const OTHER_ALIGNMENT = 64;

/** @type {Promise<Bergamot> | undefined} */
let loading;
/** @type {import("./bergamot-types.ts").BergamotService | undefined} */
let service;
/** @type {Map<string, InstanceType<Bergamot["TranslationModel"]>>} */
const models = new Map();

/** @returns {Promise<Bergamot>} */
function load() {
  const { glue, wasm } = workerData;
  return new Promise((resolve, reject) => {
    /** @type {Record<string, unknown>} */
    const module = {
      print: () => undefined,
      printErr: () => undefined,
      onAbort: reject,
      onRuntimeInitialized: () => resolve(/** @type {Bergamot} */ (/** @type {unknown} */ (module))),
      instantiateWasm: (/** @type {object} */ imports, /** @type {(i: WasmInstance) => void} */ accept) => {
        instantiate(wasm, imports).then(accept, reject);
        return {};
      },
    };
    new Function("Module", "require", "__dirname", readFileSync(glue, "utf8"))(module, require, dirname(glue));
  });
}

/**
 * @param {string} file
 * @param {object} imports
 */
async function instantiate(file, imports) {
  const { WebAssembly } = /** @type {import("./bergamot-types.ts").WasmGlobal} */ (/** @type {unknown} */ (globalThis));
  /** @type {WasmInstance | undefined} */
  let own;
  const gemm = Object.entries(FALLBACKS).map(([name, fallback]) => [
    name,
    (/** @type {number[]} */ ...values) => own?.exports[fallback]?.(...values),
  ]);
  const { instance } = await WebAssembly.instantiate(readFileSync(file), {
    ...imports,
    wasm_gemm: Object.fromEntries(gemm),
  });
  own = instance;
  return instance;
}

/**
 * @param {Bergamot} bergamot
 * @param {string} file
 * @param {number} alignment
 */
function memoryOf(bergamot, file, alignment) {
  const bytes = readFileSync(file);
  const memory = new bergamot.AlignedMemory(bytes.length, alignment);
  memory.getByteArrayView().set(bytes);
  return memory;
}

/**
 * Marian's options; the precision follows from how the model was made, which its name says.
 *
 * @param {string} model
 */
function optionsOf(model) {
  const precision = model.includes("alphas") ? "int8shiftAlphaAll" : "int8shiftAll";
  const lines = [
    "beam-size: 1",
    "normalize: 1.0",
    "word-penalty: 0",
    "max-length-break: 128",
    "mini-batch-words: 1024",
    "workspace: 128",
    "max-length-factor: 2.0",
    "skip-cost: true",
    `gemm-precision: ${precision}`,
    "quiet: true",
    "quiet-translation: true",
    "cpu-threads: 0",
    "alignment: soft",
  ];
  return `${lines.join("\n")}\n`;
}

/**
 * @param {Bergamot} bergamot
 * @param {ModelFiles} files
 */
function modelOf(bergamot, files) {
  const known = models.get(files.model);
  if (known !== undefined) return known;
  const vocabularies = new bergamot.AlignedMemoryList();
  for (const file of files.vocabularies) vocabularies.push_back(memoryOf(bergamot, file, OTHER_ALIGNMENT));
  const model = new bergamot.TranslationModel(
    optionsOf(files.model),
    memoryOf(bergamot, files.model, MODEL_ALIGNMENT),
    memoryOf(bergamot, files.shortlist, OTHER_ALIGNMENT),
    vocabularies,
    null,
  );
  models.set(files.model, model);
  return model;
}

/**
 * @param {Bergamot} bergamot
 * @param {ModelFiles} files
 * @param {readonly string[]} texts
 * @returns {readonly Required<WorkerTranslation>[]}
 */
function translate(bergamot, files, texts) {
  const model = modelOf(bergamot, files);
  const input = new bergamot.VectorString();
  const options = new bergamot.VectorResponseOptions();
  for (const text of texts) {
    input.push_back(text);
    options.push_back({ qualityScores: false, alignment: false, html: false });
  }
  service ??= new bergamot.BlockingService({ cacheSize: 0 });
  const responses = service.translate(model, input, options);
  const translations = texts.map((_, index) => read(responses.get(index)));
  for (const owned of [input, options, responses]) owned.delete();
  return translations;
}

/** @param {import("./bergamot-types.ts").BergamotResponse} response */
function read(response) {
  const ranges = Array.from({ length: response.size() }, (_, index) => ({
    source: response.getSourceSentence(index),
    target: response.getTranslatedSentence(index),
  }));
  return { text: response.getTranslatedText(), ranges };
}

/**
 * @param {WorkerRequest} request
 * @returns {Promise<WorkerReply>}
 */
async function answer({ id, texts, route }) {
  let at = route[0];
  try {
    loading ??= load();
    const bergamot = await loading;
    /** @type {readonly WorkerTranslation[]} */
    let translations = texts.map((text) => ({ text }));
    for (const files of route) {
      at = files;
      translations = translate(
        bergamot,
        files,
        translations.map(({ text }) => text),
      );
    }
    return { id, translations: route.length === 1 ? translations : translations.map(({ text }) => ({ text })) };
  } catch (thrown) {
    return { id, failure: String(thrown).slice(0, 200), model: `${at?.from}-${at?.to}` };
  }
}

parentPort?.on("message", async (/** @type {WorkerRequest} */ request) => {
  parentPort?.postMessage(await answer(request));
});
