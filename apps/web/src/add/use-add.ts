import { useEffect, useRef, useState } from "react";
import { addTexts } from "../api/adding.ts";
import { type Failure, toFailure } from "../api/failure.ts";
import type { LanguageTag } from "../api/nouns.ts";
import { hrefOf } from "../app/route.ts";
import { createStore, useStore } from "../app/store.ts";
import { doTask } from "../work/worker-client.ts";
import { createDraft, type Draft } from "./draft.ts";
import { tabText } from "./tab-text.ts";

/** What goes on while texts are added. */
export type AddState =
  | { readonly state: "idle" | "cancelled" }
  | { readonly state: "busy"; readonly share: number | undefined }
  | { readonly state: "failed"; readonly failure: Failure };

/** The add room's drafts and what can be done with them. */
export interface Adding {
  readonly drafts: readonly Draft[];
  readonly now: AddState;
  takeFiles(files: readonly File[]): void;
  takeText(text: string, name: string): void;
  setLanguage(key: number, language: LanguageTag | "auto"): void;
  remove(key: number): void;
  alignInTab(): void;
  /** `isNew`: goes on to the choice of engines. */
  putInLibrary(isNew: boolean): void;
  /** Runs any longer work with the room's progress and cancel button. */
  run(work: (signal: AbortSignal, onProgress: (share: number) => void) => Promise<string>): void;
  cancel(): void;
}

/** Outlives the room: who looks something up in another one finds the drafts again. */
const waiting = createStore<readonly Draft[]>([]);

function addDrafts(more: readonly Draft[]): void {
  waiting.set([...waiting.get(), ...more]);
}

/** The state of the add room; leaving it calls off what is under way. */
export function useAdd(): Adding {
  const drafts = useStore(waiting);
  const { now, run, cancel } = useWork();
  return {
    drafts,
    now,
    run,
    cancel,
    takeFiles: (files) => void Promise.all(files.map(draftOf)).then(addDrafts),
    takeText: (text, name) => addDrafts([createDraft(name, new TextEncoder().encode(text))]),
    setLanguage: (key, language) =>
      waiting.set(drafts.map((draft) => (draft.key === key ? { ...draft, language } : draft))),
    remove: (key) => waiting.set(drafts.filter((draft) => draft.key !== key)),
    alignInTab: () =>
      run(async (signal, onProgress) => {
        const texts = drafts.map(({ name, language, bytes }) => ({ name, language, bytes }));
        tabText.set(await doTask<"align">({ kind: "align", texts }, { signal, onProgress }));
        return hrefOf({ room: "tab" });
      }),
    putInLibrary: (isNew) =>
      run(async (signal) => {
        const id = await addTexts(drafts, signal);
        waiting.set([]);
        return hrefOf({ room: "text", id, ...(isNew ? { isNew } : {}) });
      }),
  };
}

async function draftOf(file: File): Promise<Draft> {
  return createDraft(file.name, new Uint8Array(await file.arrayBuffer()));
}

function useWork(): Pick<Adding, "now" | "run" | "cancel"> {
  const [now, setNow] = useState<AddState>({ state: "idle" });
  const controller = useRef<AbortController>(null);
  useEffect(() => () => controller.current?.abort(), []);
  const run: Adding["run"] = (work) => {
    const own = new AbortController();
    controller.current = own;
    setNow({ state: "busy", share: undefined });
    work(own.signal, (share) => setNow({ state: "busy", share })).then(
      (href) => {
        window.location.hash = href;
      },
      (error: unknown) => setNow(ended(toFailure(error))),
    );
  };
  return { now, run, cancel: () => controller.current?.abort() };
}

function ended(failure: Failure): AddState {
  return failure.code === "cancelled" ? { state: "cancelled" } : { state: "failed", failure };
}
