import { balance } from "./balance.ts";
import { engines } from "./engines.ts";
import { errors } from "./errors.ts";
import { exported } from "./exported.ts";
import { misuse } from "./misuse.ts";
import { names } from "./names.ts";
import { page } from "./page.ts";

/** Every text in English that a page may show. */
export const shown = { balance, engines, errors, exported, misuse, names, page } as const;
