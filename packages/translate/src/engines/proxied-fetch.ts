import { SteleError } from "@stele/model";

/** Proxies as systems name them, by the variables `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY`; `""` is none. */
export interface ProxySettings {
  /** The address of the proxy for `http:`, and for `https:` where that has none of its own. */
  readonly http?: string;
  readonly https?: string;
  /** Hosts that are asked directly, with all below them, divided by commas; `*` is every host. */
  readonly except?: string;
}

/** Asks a service, as `fetch` does. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/**
 * Node's own `fetch`, or where a proxy is named one that goes by way of it, for `http:` too by a tunnel (`CONNECT`). The
 * library that can is loaded with the first question.
 *
 * @throws SteleError `config-invalid`, when it is used, for a proxy whose address is none.
 */
export function createFetch(settings: ProxySettings = {}): Fetch {
  const opened = new Map<string, Promise<Fetch>>();
  return async (url, init) => {
    const proxy = proxyFor(url, settings);
    if (proxy === "") return fetch(url, init);
    const through = opened.get(proxy) ?? openProxied(proxy);
    opened.set(proxy, through);
    return (await through)(url, init);
  };
}

async function openProxied(address: string): Promise<Fetch> {
  if (!(URL.canParse(address) && /^https?:$/u.test(new URL(address).protocol))) throw badProxy();
  const { fetch, ProxyAgent } = await import("undici");
  const dispatcher = new ProxyAgent(address);
  return (url, init) => fetch(url, { ...init, dispatcher });
}

/** The address of the proxy for an address; "" where it is asked directly. */
function proxyFor(url: string, { http = "", https = "", except = "" }: ProxySettings): string {
  if (!URL.canParse(url)) return "";
  const { protocol, hostname, port } = new URL(url);
  const proxy = protocol === "https:" && https !== "" ? https : http;
  const isExcepted = except.split(/[\s,]+/u).some((entry) => isNamed({ hostname, port }, entry.toLowerCase()));
  return isExcepted || THIS_COMPUTER.test(hostname) ? "" : proxy;
}

/** What is meant for this computer would leave it by way of a proxy. */
const THIS_COMPUTER = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/u;

/** `host`, `.host`, `*.host`, each perhaps with a port. */
function isNamed({ hostname, port }: Pick<URL, "hostname" | "port">, entry: string): boolean {
  if (entry === "*") return true;
  const [name = "", onPort = port] = entry.replace(/^\*?\./u, "").split(":");
  return name !== "" && onPort === port && (hostname === name || hostname.endsWith(`.${name}`));
}

/** The error of a proxy whose address cannot be used. */
export function badProxy(): SteleError {
  return new SteleError({
    code: "config-invalid",
    message: "The proxy address is not a URL.",
    hint: "Write it as http://host:port.",
  });
}
