import { cli } from "./cli.ts";
import { errors } from "./errors.ts";
import { page } from "./page.ts";

/** Every text in English. */
export const en = { cli, errors, page } as const;
