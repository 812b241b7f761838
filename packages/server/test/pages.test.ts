import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { About } from "@stele/server";
import { describe, expect, it } from "vitest";
import { openRoom } from "./room.ts";

describe("the page's files", () => {
  it("are the page at /, asked for anew each time, and hashed files that never change", async () => {
    const { ask } = openRoom();
    const page = await ask("/");
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(page.headers.get("cache-control")).toBe("no-cache");
    expect(await page.text()).toContain("<title>Stele</title>");
    const script = await ask("/assets/index-1a2b3c4d.js");
    expect(script.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect(script.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  });

  it("may be built while the server runs", async () => {
    const { ask, webRoot } = openRoom();
    expect((await ask("/assets/new-9f8e7d6c.css")).status).toBe(404);
    writeFileSync(join(webRoot, "assets", "new-9f8e7d6c.css"), "");
    expect((await ask("/assets/new-9f8e7d6c.css")).headers.get("content-type")).toBe("text/css; charset=utf-8");
  });

  it("that are not there yet are said so", async () => {
    const { ask } = openRoom({ webRoot: "nowhere" });
    const response = await ask("/");
    expect(response.status).toBe(404);
    expect(await response.text()).toMatch(/not built yet/u);
  });

  it("take no other method", async () => {
    const { ask, failure } = openRoom();
    expect(await failure("/", { method: "POST" })).toEqual([405, "request-refused"]);
    expect((await ask("/", { method: "HEAD" })).status).toBe(200);
  });
});

describe("what the server says of itself", () => {
  it("names vectors and dictionary by their content, never a folder", async () => {
    const { json, ask, dataDir } = openRoom();
    const { body } = await json<About>("/api/about");
    expect(body).toMatchObject({ name: "stele", uploadBytes: 67_108_864 });
    expect(body.version).toMatch(/^\d+\.\d+\.\d+/u);
    expect(JSON.stringify(body)).not.toContain(dataDir);
    for (const name of ["vectors", "dictionary"] as const) {
      const file = await ask(body[name] ?? "");
      expect(await file.text()).toBe(name);
      expect(file.headers.get("cache-control")).toContain("immutable");
    }
    expect((await ask("/vectors-0000000000000000.bin")).status).toBe(404);
  });

  it("differs between data folders", async () => {
    const [one, other] = [openRoom(), openRoom()];
    const marks = [await one.json<About>("/api/about"), await other.json<About>("/api/about")];
    expect(marks[0]?.body.library).not.toBe(marks[1]?.body.library);
  });

  it("names no route that is not there", async () => {
    expect(await openRoom().failure("/api/none")).toEqual([404, "not-found"]);
  });
});
