import type { MiddlewareHandler } from "hono";
import { refusal } from "../refusal.ts";

/** Names of this machine under which the page may be asked for; a name that an attacker's DNS points here is none. */
const HOST_NAMES = ["127.0.0.1", "localhost", "[::1]"];

/** The `Host` values that the server answers to. */
function ownHosts(port: number): ReadonlySet<string> {
  const withPort = HOST_NAMES.map((name) => `${name}:${port}`);
  return new Set(port === 80 ? [...withPort, ...HOST_NAMES] : withPort);
}

/** Refuses every request whose `Host` is not this server's own (DNS rebinding), reads and pages included. */
export function checkHost(port: () => number): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header("host")?.toLowerCase();
    if (host === undefined || !ownHosts(port()).has(host)) {
      throw refusal("host", {
        message: "This server does not answer to that name.",
        hint: `Open http://127.0.0.1:${port()} instead.`,
      });
    }
    await next();
  };
}

/**
 * Refuses what another site's page sends here: an `Origin` that is not ours, or a browser's own word (`Sec-Fetch-Site`)
 * that the request comes from elsewhere. A port is part of an origin, which a cookie does not know.
 */
export function checkOrigin(): MiddlewareHandler {
  return async (context, next) => {
    const origin = context.req.header("origin");
    const site = context.req.header("sec-fetch-site");
    const isOwn = origin === undefined || origin === `http://${context.req.header("host")}`;
    const isNear = site === undefined || site === "same-origin" || site === "none";
    if (!(isOwn && isNear)) {
      throw refusal("origin", {
        message: "The request comes from another site's page.",
        hint: "Only the reading room's own page may ask this server.",
      });
    }
    await next();
  };
}
