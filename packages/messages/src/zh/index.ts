import { cli } from "./cli.ts";
import { errors } from "./errors.ts";
import { page } from "./page.ts";

/** Every text in Chinese. */
export const zh = { cli, errors, page } as const;
