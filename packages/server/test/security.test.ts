import { chmodSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openHome, readEnvironment } from "@stele/core/node";
import { createApp, type TextAnswer } from "@stele/server";
import { describe, expect, it } from "vitest";
import { keepArticle, ORIGIN, openRoom, PORT } from "./room.ts";

const HOSTILE = `<script>alert(1)</script> <img src=x onerror=alert(2)> "javascript:alert(3)"`;

describe("DNS rebinding", () => {
  it.each([
    "evil.example",
    "evil.example:4117",
    "127.0.0.1:80",
    "127.0.0.1",
    "127.0.0.1.evil.example:4117",
    "0.0.0.0:4117",
    "",
  ])("gets nothing under the host %j, not even the page", async (host) => {
    const { ask, failure } = openRoom();
    expect(await failure("/api/texts", { headers: { host } })).toEqual([403, "request-refused"]);
    const page = await ask("/", { headers: { host } });
    expect(page.status).toBe(403);
    expect(page.headers.get("set-cookie")).toBeNull();
  });

  it.each([`127.0.0.1:${PORT}`, `localhost:${PORT}`, `LOCALHOST:${PORT}`, `[::1]:${PORT}`])(
    "does not keep out the own name %s",
    async (host) => {
      expect((await openRoom().ask("/api/texts", { headers: { host } })).status).toBe(200);
    },
  );
});

describe("another site's page", () => {
  it.each([
    { origin: "https://evil.example" },
    { origin: "http://127.0.0.1:8080" },
    { origin: `https://127.0.0.1:${PORT}` },
    { origin: `http://localhost:${PORT}` },
    { origin: "null" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
  ])("is refused with %j, reading and writing", async (headers: Record<string, string>) => {
    const { failure, library } = openRoom();
    const id = await keepArticle(library);
    expect(await failure("/api/texts", { headers })).toEqual([403, "request-refused"]);
    expect(await failure(`/api/texts/${id}`, { method: "DELETE", headers })).toEqual([403, "request-refused"]);
    expect(library.texts()).toHaveLength(1);
  });

  it("cannot send a form, nor JSON under another media type", async () => {
    const { failure, library } = openRoom();
    const body = JSON.stringify({ texts: [{ text: "Hello there." }] });
    for (const type of ["text/plain", "application/x-www-form-urlencoded", ""]) {
      expect(await failure("/api/texts", { method: "POST", body, headers: { "content-type": type } })).toEqual([
        415,
        "request-refused",
      ]);
    }
    expect(library.texts()).toEqual([]);
  });

  it("may not put the page into a frame, nor read an answer", async () => {
    for (const path of ["/", "/api/texts", "/api/none"]) {
      const { headers } = await openRoom().ask(path);
      expect(headers.get("x-frame-options")).toBe("DENY");
      expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
      expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
      expect(headers.get("access-control-allow-origin")).toBeNull();
    }
  });

  it("gets no leave from a preflight", async () => {
    const headers = { origin: "https://evil.example", "access-control-request-method": "DELETE" };
    const response = await openRoom().ask("/api/texts/x", { method: "OPTIONS", headers });
    expect(response.status).toBe(403);
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
  });
});

describe("the write token", () => {
  const WRITES = [
    ["POST", "/api/texts"],
    ["DELETE", "/api/texts/x"],
    ["POST", "/api/texts/x/restore"],
    ["POST", "/api/texts/x/translations"],
    ["POST", "/api/bitexts/x"],
    ["POST", "/api/bitexts/x/restore"],
    ["PUT", "/api/words"],
    ["DELETE", "/api/words"],
    ["POST", "/api/sentences"],
    ["DELETE", "/api/sentences/1"],
    ["POST", "/api/suggest"],
    ["POST", "/api/translate"],
    ["PATCH", "/api/anything"],
  ] as const;

  it.each(WRITES)("is needed for %s %s, and a wrong one does not do", async (method, path) => {
    const { failure, token } = openRoom();
    const wrong = [
      {},
      { authorization: "Bearer x" },
      { authorization: `Bearer ${token.slice(1)}0` },
      { cookie: `stele-write-${PORT}=` },
    ];
    for (const headers of wrong) {
      expect(await failure(path, { method, headers, anonymous: true })).toEqual([403, "request-refused"]);
    }
  });

  it("comes to the page as a cookie that scripts and other sites do not get", async () => {
    const { ask, token } = openRoom();
    const cookie = (await ask("/", { anonymous: true })).headers.get("set-cookie");
    expect(cookie).toBe(`stele-write-${PORT}=${token}; Path=/; HttpOnly; SameSite=Strict`);
    const headers = { cookie: cookie?.split(";")[0] ?? "", origin: ORIGIN, "sec-fetch-site": "same-origin" };
    const body = { texts: [{ text: "Hello there." }] };
    expect((await ask("/api/texts", { method: "POST", anonymous: true, headers, body })).status).toBe(201);
  });

  it("is kept in a file that only its owner may read, and stays the same", () => {
    const { dataDir, token } = openRoom();
    expect(token).toMatch(/^[0-9a-f]{64}$/u);
    expect(statSync(join(dataDir, "server-token")).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(dataDir, "server-token"), "utf8")).toBe(token);
  });

  it("is closed again to others where they could read it, and made anew where it is damaged", () => {
    const { dataDir, library, token } = openRoom();
    const file = join(dataDir, "server-token");
    const home = {
      ...openHome({ environment: readEnvironment({ HOME: dataDir, STELE_DATA_DIR: dataDir }) }),
      library: () => library,
    };
    const restart = () => createApp({ home, port: PORT, webRoot: dataDir, vectors: "none" });
    chmodSync(file, 0o644);
    restart();
    expect([statSync(file).mode & 0o777, readFileSync(file, "utf8")]).toEqual([0o600, token]);
    writeFileSync(file, "short");
    restart();
    expect(readFileSync(file, "utf8")).toMatch(/^[0-9a-f]{64}$/u);
    expect(readFileSync(file, "utf8")).not.toBe(token);
  });

  it("stands in no answer but that cookie", async () => {
    const { ask, token } = openRoom();
    for (const path of ["/api/about", "/api/texts", "/api/none", "/index.html", "/server-token"]) {
      expect(await (await ask(path)).text()).not.toContain(token);
    }
  });
});

describe("path traversal", () => {
  it.each([
    "/../data/server-token",
    "/%2e%2e/data/server-token",
    "/..%2fdata/server-token",
    "/assets/../../data/server-token",
    "/assets/..%5c..%5cdata%5cserver-token",
    "//etc/passwd",
    "/%00",
    "/index.html%00.js",
    "/.git/config",
    "/api/texts/..%2f..%2fserver-token",
    "/api/export/..%2f..%2fserver-token?format=json",
    "/api/bitexts/..%2f..%2fserver-token",
  ])("finds nothing at %s", async (path) => {
    const { ask, token } = openRoom();
    const response = await ask(path);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain(token);
  });

  it("does not follow a link out of the page's folder", async () => {
    const { ask, webRoot, dataDir } = openRoom();
    symlinkSync(join(dataDir, "server-token"), join(webRoot, "token.txt"));
    expect((await ask("/token.txt")).status).toBe(404);
  });
});

describe("script in articles, titles and file names", () => {
  it("is given back as data that no browser runs", async () => {
    const { ask, json } = openRoom();
    const texts = [{ text: `${HOSTILE}\n\nA second paragraph.`, name: `../../${HOSTILE}.txt`, language: "en" }];
    const added = await json<{ id: string }>("/api/texts", { method: "POST", body: { texts } });
    expect(added.status).toBe(201);
    const response = await ask(`/api/texts/${added.body.id}`);
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("content-security-policy")).toContain("script-src 'self' 'wasm-unsafe-eval';");
    const { polytext } = (await response.json()) as TextAnswer;
    const origin = polytext.sides[0]?.provenance.origin;
    expect(origin?.kind === "file" ? origin.name : "").not.toContain("/");
  });

  it.each(["html", "markdown", "json", "tsv"])("leaves as %s only as a download without any right", async (format) => {
    const { ask, json } = openRoom();
    const texts = [
      { text: `${HOSTILE}\r\nSet-Cookie: a=b`, language: "en" },
      { text: "안녕하세요.", language: "ko" },
    ];
    const added = await json<{ id: string }>("/api/texts", { method: "POST", body: { texts } });
    const response = await ask(`/api/export/${added.body.id}?format=${format}`);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-disposition")).toMatch(
      /^attachment; filename="[\w.-]+"; filename\*=UTF-8''[\w.%~-]+$/u,
    );
    expect(response.headers.get("content-security-policy")).toContain("sandbox; default-src 'none'");
    expect(response.headers.get("set-cookie")).toBeNull();
    const preview = await ask(`/api/export/${added.body.id}?format=${format}&preview=1`);
    expect(preview.headers.get("content-type")).toMatch(/^text\/plain/u);
  });

  it("does not come back from an unknown address or an error", async () => {
    const { ask } = openRoom();
    for (const path of [`/${encodeURIComponent(HOSTILE)}`, `/api/${encodeURIComponent(HOSTILE)}`]) {
      const response = await ask(path);
      expect(response.headers.get("content-type")).toMatch(/^(?:text\/plain|application\/json)/u);
      expect(response.status).toBe(404);
    }
  });
});

describe("the page's policy", () => {
  it("allows no inline script or style, no evaluation, no other origin, and no form or base", async () => {
    const policy = (await openRoom().ask("/")).headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy.replace("'wasm-unsafe-eval'", "")).not.toMatch(/unsafe|https?:|\*/u);
    for (const rule of ["base-uri 'none'", "form-action 'none'"]) expect(policy).toContain(rule);
  });
});

describe("limits", () => {
  it("refuse a body that is too large, with the limit in the answer", async () => {
    const { json, library } = openRoom({ uploadBytes: 1000 });
    const body = { texts: [{ text: "x".repeat(2000) }] };
    const { status, body: answer } = await json<{ error: { code: string; details: unknown } }>("/api/texts", {
      method: "POST",
      body,
    });
    expect([status, answer.error.code]).toEqual([413, "request-refused"]);
    expect(answer.error.details).toMatchObject({ reason: "too-large", limitBytes: 1000 });
    expect(library.texts()).toEqual([]);
  });

  it("let a file of 50 MB through", async () => {
    const { ask } = openRoom();
    const form = new FormData();
    form.append("file", new File([new Uint8Array(50_000_000)], "zeros.txt"));
    const response = await ask("/api/texts", { method: "POST", body: form });
    expect([400, 201]).toContain(response.status);
    expect(await response.text()).toContain("input-binary");
  });

  it.each(["{", "[]", "null", '"text"', '{"__proto__":{"texts":[]}}', ""])(
    "answer the body %j with a clear error",
    async (body) => {
      const headers = { "content-type": "application/json" };
      expect(await openRoom().failure("/api/texts", { method: "POST", body, headers })).toEqual([400, "usage"]);
    },
  );
});

describe("an error of ours", () => {
  it("says nothing of itself to the client and is told to the host", async () => {
    const bugs: unknown[] = [];
    const { ask, library, dataDir } = openRoom({ onBug: (error) => bugs.push(error) });
    writeFileSync(join(dataDir, "secret"), "");
    Object.defineProperty(library, "texts", {
      value: () => {
        throw new Error(`cannot open ${dataDir}/secret`);
      },
    });
    const response = await ask("/api/texts");
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).toContain('"code":"internal"');
    expect(text).not.toContain("secret");
    expect(bugs).toHaveLength(1);
  });
});
