import { cli } from "./cli.ts";
import { errors } from "./errors.ts";
import { page } from "./page.ts";

/** Every text in Korean. */
export const ko = { cli, errors, page } as const;
