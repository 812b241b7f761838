import type { EnginesAnswer } from "@stele/server";
import { expect, it } from "vitest";
import { openRoom } from "./room.ts";

const KEY = "not-a-real-key:fx";

it("says of each engine where it sends text and whether it is ready, and never a key", async () => {
  const { ask } = openRoom({}, { DEEPL_AUTH_KEY: KEY, DEEPL_SERVER_URL: "http://127.0.0.1:9" });
  const text = await (await ask("/api/engines")).text();
  expect(text).not.toContain(KEY);
  const { engines } = JSON.parse(text) as EnginesAnswer;
  const deepl = engines.find(({ name }) => name === "deepl");
  expect(deepl).toMatchObject({ label: "DeepL", isPaid: true, isReady: true, isAllowed: true });
  expect(deepl?.sendsTextTo).toContain("127.0.0.1");
});

it("says that an engine without a key is not ready", async () => {
  const { body } = await openRoom().json<EnginesAnswer>("/api/engines");
  const deepl = body.engines.find(({ name }) => name === "deepl");
  expect(deepl).toMatchObject({ isReady: false, state: "key-missing", details: {} });
});

it("says which engines the settings forbid", async () => {
  const { body } = await openRoom({}, { STELE_OFFLINE: "1" }).json<EnginesAnswer>("/api/engines");
  const allowed = Object.fromEntries(body.engines.map(({ name, isAllowed }) => [name, isAllowed]));
  expect(allowed).toMatchObject({ deepl: false, local: true });
});
