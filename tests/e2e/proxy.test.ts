import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { mirrorOf } from "../../packages/translate/test/support/model-mirror.ts";
import { type Certificate, selfSigned } from "../faults/certificate.ts";
import { MIRROR_PATH } from "../faults/model-service.ts";
import { type ProxyServer, startProxy } from "../faults/proxy-server.ts";
import { errorOf } from "./stele.ts";
import { customer, expectClear, sentences, writeText } from "./translation.ts";

const LINES = sentences(5);
const TRANSLATE = ["translate", "news.txt", "--to", "ko", "--json"];
const AVAILABLE = ["models", "list", "--available", "--json"];
/** A name that nobody but the proxy can reach. */
const AWAY = "http://service.invalid";
const ACCOUNT = "me:proxy-pass-word";

const proxies: ProxyServer[] = [];
afterAll(async () => {
  await Promise.all(proxies.map((proxy) => proxy.close()));
});

/** What the proxy asks for, and what the services show. */
interface Behind {
  readonly account?: string;
  readonly tls?: Certificate;
}

/** A customer whose services are far away, behind a proxy. */
async function behindProxy(engine: "deepl" | "openai", { account, tls }: Behind = {}) {
  const mirror = mirrorOf({ from: "en", to: "ko", version: "1.0" });
  const one = await customer({ engine, mirror, ...(tls === undefined ? {} : { tls }) });
  writeText(one.home, "news.txt", LINES);
  const port = Number(new URL(one.server.url).port);
  const proxy = await startProxy({ port, ...(account === undefined ? {} : { account }) });
  proxies.push(proxy);
  const variables = {
    HTTP_PROXY: proxy.url,
    NO_PROXY: "",
    DEEPL_SERVER_URL: AWAY,
    OPENAI_BASE_URL: `${AWAY}/v1`,
    STELE_MODELS_URL: `${AWAY}${MIRROR_PATH}`,
  };
  return { one, proxy, variables };
}

describe.concurrent("services that are reached by a proxy of the system", () => {
  it.each(["deepl", "openai"] as const)("translate: %s", async (engine) => {
    const { one, proxy, variables } = await behindProxy(engine);
    const outcome = await one.run(TRANSLATE, { variables });
    expect([outcome.exitCode, outcome.stderr]).toEqual([0, ""]);
    expect(one.sent().flat().toSorted()).toEqual(LINES.toSorted());
    expect(new Set(proxy.hosts.map((host) => host.replace(":80", "")))).toEqual(new Set(["service.invalid"]));
  });

  it("speak TLS with the command itself, and the proxy sees nothing of it", async () => {
    const tls = selfSigned({ host: "service.invalid" });
    const { one, proxy, variables } = await behindProxy("openai", { tls });
    writeFileSync(join(one.home, "trusted.pem"), tls.cert);
    const secure = {
      HTTPS_PROXY: proxy.url,
      OPENAI_BASE_URL: "https://service.invalid/v1",
      NODE_EXTRA_CA_CERTS: join(one.home, "trusted.pem"),
    };
    const outcome = await one.run(TRANSLATE, { variables: { ...variables, HTTP_PROXY: "", ...secure } });
    expect([outcome.exitCode, outcome.stderr]).toEqual([0, ""]);
    expect(proxy.hosts).toEqual(["service.invalid:443"]);
  });

  it("list models", async () => {
    const { one, proxy, variables } = await behindProxy("openai");
    const outcome = await one.run(AVAILABLE, { variables });
    expect(outcome.exitCode, outcome.stderr).toBe(0);
    expect(outcome.stdout).toContain('"ko"');
    expect(proxy.hosts.length).toBeGreaterThan(0);
  });

  it("are told the password of its address, and nobody else is", async () => {
    const { one, proxy, variables } = await behindProxy("openai", { account: ACCOUNT });
    const refused = await one.run(TRANSLATE, { variables });
    expectClear(refused, "network", 5);
    expect(errorOf(refused).error.hint).toContain("proxy");
    expect([proxy.hosts.length, one.server.log]).toEqual([1, []]);
    const address = proxy.url.replace("//", `//${ACCOUNT}@`);
    expect((await one.run(TRANSLATE, { variables: { ...variables, HTTP_PROXY: address } })).exitCode).toBe(0);
  });

  it("are asked directly where NO_PROXY names them, and so is this computer in any case", async () => {
    const { one, proxy, variables } = await behindProxy("openai");
    const named = await one.run(TRANSLATE, { variables: { ...variables, NO_PROXY: "service.invalid" } });
    expectClear(named, "network", 5);
    const here = { ...variables, OPENAI_BASE_URL: `${one.server.url}/v1` };
    expect((await one.run(TRANSLATE, { variables: here })).exitCode).toBe(0);
    expect(proxy.hosts).toEqual([]);
  });

  it("are not asked where its address is none", async () => {
    const { one, variables } = await behindProxy("openai");
    for (const argv of [TRANSLATE, AVAILABLE]) {
      const outcome = await one.run(argv, { variables: { ...variables, HTTP_PROXY: "socks9://nowhere" } });
      expectClear(outcome, "config-invalid", 7);
    }
    expect(one.server.log).toEqual([]);
  });
});
