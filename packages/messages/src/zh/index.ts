import { cli } from "./cli.ts";
import { cliSays } from "./cli-says.ts";
import { engines } from "./engines.ts";
import { errors } from "./errors.ts";
import { exported } from "./exported.ts";
import { misuse } from "./misuse.ts";
import { names } from "./names.ts";
import { page } from "./page.ts";

/** Every text in Chinese. */
export const zh = { cli: { ...cli, ...cliSays }, engines, errors, exported, misuse, names, page } as const;
