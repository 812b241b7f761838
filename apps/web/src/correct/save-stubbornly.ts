import { toFailure } from "../api/failure.ts";

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8000;

/**
 * Does some work on the server, again and again while the server does not answer, with longer and longer pauses.
 *
 * @param onWaiting told before each pause
 * @throws Failure as soon as the server answers with one
 */
export async function saveStubbornly<T>(work: () => Promise<T>, onWaiting: () => void): Promise<T> {
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 2)) {
    try {
      return await work();
    } catch (error) {
      const failure = toFailure(error);
      if (failure.code !== "network") throw failure;
      onWaiting();
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
}
