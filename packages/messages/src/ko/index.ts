import { cli } from "./cli.ts";
import { cliSays } from "./cli-says.ts";
import { shown } from "./shown.ts";

/** Every text in Korean. */
export const ko = { cli: { ...cli, ...cliSays }, ...shown } as const;
