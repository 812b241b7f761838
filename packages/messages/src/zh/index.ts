import { cli } from "./cli.ts";
import { cliSays } from "./cli-says.ts";
import { errors } from "./errors.ts";
import { page } from "./page.ts";

/** Every text in Chinese. */
export const zh = { cli: { ...cli, ...cliSays }, errors, page } as const;
