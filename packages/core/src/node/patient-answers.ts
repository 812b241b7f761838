import { rmSync } from "node:fs";
import type { Library } from "@stele/library";
import { type AnswerStore, type KeptAnswer, SteleError } from "@stele/model";
import { setAside } from "./answers-aside.ts";
import { attempt, isLocked } from "./when-free.ts";

/** Answers of a library that other processes write to as well. */
export interface PatientAnswers extends AnswerStore {
  put(answers: readonly KeptAnswer[]): void;
  markRejected(key: string, reasons: readonly string[]): void;
  /** Puts into the library what had to be set aside. @throws SteleError `library-locked`; then it stays aside. */
  flush(): void;
}

/** Where answers are set aside, and who is told how many are kept, there or in the library. */
export interface PatientOptions {
  readonly dataDir: string;
  readonly onKept: (answers: number) => void;
}

/**
 * Drops nothing that was paid for: where another process holds the library for long, answers are written aside, past a
 * power cut, until `flush` puts them in; what a run leaves aside in the data folder the next one takes in.
 */
export function patientAnswers(library: Library, { dataDir, onKept }: PatientOptions): PatientAnswers {
  const { answers } = library;
  const waiting: { readonly file: string; readonly kept: readonly KeptAnswer[] }[] = [];
  return {
    get: (key) => answers.get(key),
    put(kept) {
      // While some wait, it is not tried again for each: every attempt holds up everything else.
      const isKept = waiting.length === 0 && isDone(library, () => answers.put(kept));
      if (!isKept) waiting.push({ file: setAside(kept, dataDir), kept });
      onKept(kept.length);
    },
    markRejected(key, reasons) {
      // Only a note, and an answer that waits has no place for it: the next run judges again.
      if (waiting.length === 0) isDone(library, () => answers.markRejected(key, reasons));
    },
    flush() {
      for (let first = waiting[0]; first !== undefined; first = waiting[0]) {
        answers.put(first.kept);
        rmSync(first.file, { force: true });
        waiting.shift();
      }
    },
  };
}

/** False where another process holds the library. */
function isDone(library: Library, work: () => void): boolean {
  try {
    attempt(library, work);
    return true;
  } catch (error) {
    if (isLocked(error)) return false;
    throw error;
  }
}

/** The error of a run that another process kept from the library also says that nothing is lost. */
export function withoutLoss(error: unknown): unknown {
  if (!isLocked(error)) return error;
  const { code, message, details } = error;
  const hint = "The answers that had come are kept beside it; end the other process and run the same command again.";
  return new SteleError({ code, message, hint, details });
}
