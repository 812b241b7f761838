// Puts into the package what the command shows but another folder makes: the built page and the samples.
import { cpSync, rmSync } from "node:fs";

const assets = new URL("../assets/", import.meta.url);
rmSync(assets, { recursive: true, force: true });
cpSync(new URL("../../web/dist/", import.meta.url), new URL("page/", assets), { recursive: true });
cpSync(new URL("../../../samples/", import.meta.url), new URL("samples/", assets), {
  recursive: true,
  filter: (path) => !path.endsWith(".json"),
});
