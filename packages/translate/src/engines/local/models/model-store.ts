import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { SteleError } from "@stele/model";
import { type BergamotTranslator, createBergamotTranslator } from "../bergamot-translator.ts";
import type { ModelFiles } from "../bergamot-types.ts";
import { modelMissing } from "../local-errors.ts";
import { codesOf } from "../model-codes.ts";
import { checkModel } from "./check-model.ts";
import { chooseModels, type ModelOffer } from "./choose-model.ts";
import { downloadModelFile } from "./download.ts";
import { diskError } from "./file-errors.ts";
import { brokenFiles, filesOf, type InstalledModel, MANIFEST, pairName, readInstalled } from "./installed-model.ts";
import { createModelSource, type ModelSourceOptions } from "./model-source.ts";

/** Where models are kept and found. */
export interface ModelStoreOptions extends ModelSourceOptions {
  /** A folder of the cache: everything in it can be fetched again free. */
  readonly folder: string;
  /** Translates the known sentence after adding. Default: one of its own, ended afterwards. */
  readonly translator?: BergamotTranslator;
}

/** Two languages: Stele's tags, or codes of the models' maker. */
export interface ModelPair {
  readonly from: string;
  readonly to: string;
}

/** How far a download is. */
export interface ModelProgress {
  readonly doneBytes: number;
  readonly totalBytes: number;
}

/** A model that could be added. */
export interface AvailableModel extends ModelPair {
  readonly version: string;
  readonly architecture: string;
  /** To download. */
  readonly bytes: number;
}

/** What checking a model found. */
export interface ModelCheck extends ModelPair {
  /** Empty where all is well. */
  readonly broken: readonly string[];
}

/** The local models of a computer. */
export interface ModelStore {
  list(): Promise<readonly InstalledModel[]>;
  /** What the list of models offers between the given languages; asks the network. */
  available(codes: readonly string[], signal?: AbortSignal): Promise<readonly AvailableModel[]>;
  /**
   * Downloads a model, checks it with a known sentence and puts it in place; an older one is replaced only then.
   *
   * @throws SteleError `language-unsupported` where there is none, `model-invalid`, `network`, `timeout`, `disk-full` …
   */
  add(pair: ModelPair, options?: AddOptions): Promise<InstalledModel>;
  /** False where there was none. */
  remove(pair: ModelPair): Promise<boolean>;
  /** Compares every file with the checksum it had. @throws SteleError `engine-not-ready` where there is none. */
  verify(pair: ModelPair): Promise<ModelCheck>;
  /** The files of an installed model; undefined where there is none. */
  files(pair: ModelPair): Promise<ModelFiles | undefined>;
}

/** Options of `ModelStore.add`. */
export interface AddOptions {
  readonly onProgress?: (progress: ModelProgress) => void;
  readonly signal?: AbortSignal;
}

/** Opens the models in a folder; nothing is read or asked before it is used. */
export function openModelStore(options: ModelStoreOptions): ModelStore {
  const { folder } = options;
  const find = async (pair: ModelPair) => {
    const [froms, tos] = [codesOf(pair.from), codesOf(pair.to)];
    return (await readInstalled(folder)).find(({ from, to }) => froms.includes(from) && tos.includes(to));
  };
  return {
    list: () => readInstalled(folder),
    available: async (codes, signal) => (await findOffers(options, codes, signal)).map(describeOffer),
    add: (pair, adding = {}) => addModel(pair, options, adding),
    async remove(pair) {
      const model = await find(pair);
      if (model !== undefined) await rm(join(folder, pairName(model)), { recursive: true, force: true });
      return model !== undefined;
    },
    async verify(pair) {
      const model = await find(pair);
      if (model === undefined) throw modelMissing(pair.from, pair.to);
      return { from: model.from, to: model.to, broken: await brokenFiles(folder, model) };
    },
    async files(pair) {
      const model = await find(pair);
      return model === undefined ? undefined : filesOf(folder, model);
    },
  };
}

async function findOffers(
  options: ModelStoreOptions,
  codes: readonly string[],
  signal: AbortSignal | undefined,
): Promise<readonly ModelOffer[]> {
  const known = new Set(codes.flatMap(codesOf));
  return chooseModels(await createModelSource(options).records(known, signal));
}

function describeOffer({ from, to, version, architecture, files }: ModelOffer): AvailableModel {
  return { from, to, version, architecture, bytes: totalBytes(files) };
}

function totalBytes(files: ModelOffer["files"]): number {
  return files.reduce((sum, { attachment }) => sum + attachment.size, 0);
}

async function addModel(pair: ModelPair, options: ModelStoreOptions, adding: AddOptions): Promise<InstalledModel> {
  const offers = await findOffers(options, [pair.from, pair.to], adding.signal);
  const offer = firstOffer(offers, pair);
  if (offer === undefined) throw noOffer(pair);
  const staging = join(options.folder, ".adding", pairName(offer));
  try {
    await mkdir(staging, { recursive: true });
    await downloadAll(offer, { staging, options, adding });
    const model = manifestOf(offer);
    await writeFile(join(staging, MANIFEST), JSON.stringify(model, null, 2));
    await checkStaged(model, options);
    await putInPlace(staging, join(options.folder, pairName(offer)));
    return model;
  } catch (thrown) {
    throw diskError(thrown, options.folder);
  }
}

/** The first of the codes that a language goes by decides, so that `zh-Hans` is preferred to `zh`. */
function firstOffer(offers: readonly ModelOffer[], pair: ModelPair): ModelOffer | undefined {
  for (const from of codesOf(pair.from)) {
    for (const to of codesOf(pair.to)) {
      const offer = offers.find((candidate) => candidate.from === from && candidate.to === to);
      if (offer !== undefined) return offer;
    }
  }
  return undefined;
}

interface Adding {
  readonly staging: string;
  readonly options: ModelStoreOptions;
  readonly adding: AddOptions;
}

async function downloadAll(offer: ModelOffer, { staging, options, adding }: Adding): Promise<void> {
  const source = createModelSource(options);
  const total = totalBytes(offer.files);
  let before = 0;
  for (const record of offer.files) {
    const onProgress = (bytes: number) => adding.onProgress?.({ doneBytes: before + bytes, totalBytes: total });
    await downloadModelFile(record, {
      ...options,
      source,
      folder: staging,
      onProgress,
      signal: adding.signal,
    });
    before += record.attachment.size;
  }
}

function manifestOf({ from, to, version, architecture, files }: ModelOffer): InstalledModel {
  const installed = files.map(({ name, kind, attachment, unpacked = attachment }) => {
    return { name, kind, size: unpacked.size, sha256: unpacked.sha256 };
  });
  const bytes = installed.reduce((sum, { size }) => sum + size, 0);
  return { from, to, version, architecture, bytes, addedAt: new Date().toISOString(), files: installed };
}

async function checkStaged(model: InstalledModel, options: ModelStoreOptions): Promise<void> {
  const translator = options.translator ?? createBergamotTranslator({ workers: 1 });
  const staging = join(options.folder, ".adding");
  try {
    await checkModel(filesOf(staging, model), translator);
  } catch (thrown) {
    await rm(join(staging, pairName(model)), { recursive: true, force: true });
    throw thrown;
  } finally {
    if (options.translator === undefined) await translator.close();
  }
}

async function putInPlace(staging: string, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await rename(staging, folder);
}

function noOffer({ from, to }: ModelPair): SteleError {
  return new SteleError({
    code: "language-unsupported",
    message: `The list of models has none from ${from} to ${to} that Stele can run.`,
    hint: "npx stele models list --available shows what there is.",
    details: { from, to },
  });
}
