import { cli } from "./cli.ts";
import { cliSays } from "./cli-says.ts";
import { shown } from "./shown.ts";

/** Every text in Chinese. */
export const zh = { cli: { ...cli, ...cliSays }, ...shown } as const;
