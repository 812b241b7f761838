import type { Polytext } from "../api/nouns.ts";
import { createStore } from "../app/store.ts";

/** The text that was aligned in this tab and lies nowhere else; gone when the tab is closed. */
export const tabText = createStore<Polytext | undefined>(undefined);
