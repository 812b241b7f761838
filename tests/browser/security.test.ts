import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { it as browserTest, describeInBrowser } from "./browser-test.ts";
import { launchChromium } from "./chromium.ts";
import type { ReadingRoom } from "./reading-room.ts";

const HOSTILE = `<script>window.broken = "script"</script><img src="x" onerror="window.broken = 'image'">`;
const HOSTILE_TEXT = `${HOSTILE}\n\n${HOSTILE} <a href="javascript:window.broken='link'">click</a> ends here.\n`;

const it = browserTest
  /** The address of a stranger. */
  .extend("stranger", { scope: "file" }, async ({ switches: _ }, { onCleanup }) => {
    const server = createServer((_, response) =>
      response.writeHead(200, { "content-type": "text/html" }).end("<p>Free prizes</p>"),
    );
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onCleanup(() => void server.close());
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  })
  /** A page of a stranger: another port of this very machine, where the reading room's cookie is sent along too. */
  .extend("openStranger", async ({ open, stranger }) => async (): Promise<Page> => {
    const { page } = await open();
    await page.goto(stranger);
    return page;
  });

async function textCount(room: ReadingRoom): Promise<number> {
  const { body } = await room.api("/texts");
  return (body as { readonly texts: readonly unknown[] }).texts.length;
}

describeInBrowser("in a real browser", () => {
  it("script in a title, an article and a file name is text on the page and never runs", async ({ open, room }) => {
    const name = `${HOSTILE.replaceAll("/", "")}.txt`;
    const added = await room.api("/texts", { texts: [{ text: HOSTILE_TEXT, language: "en", name }] });
    const { id } = added.body as { readonly id: string };
    const { page } = await open();
    const dialogs: string[] = [];
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    for (const address of [room.url, `${room.url}/#/text/${id}`]) {
      await page.goto(address);
      await page.getByText('window.broken = "script"').first().waitFor();
      expect(await page.evaluate("window.broken")).toBeUndefined();
    }
    expect(await page.locator("img[onerror], a[href^='javascript']").count()).toBe(0);
    expect(dialogs).toEqual([]);
  });

  it("the page's policy lets no inline script, no evaluation and no foreign request through", async ({
    open,
    stranger,
  }) => {
    const { page } = await open();
    const answered = page.evaluate(async (address) => {
      const script = document.createElement("script");
      script.textContent = "window.broken = 'inline'";
      document.body.append(script);
      const isRefused = await fetch(address, { mode: "no-cors" }).then(
        () => false,
        () => true,
      );
      // In a timer, because what the test's own tool evaluates is let through.
      const evaluates = await new Promise((resolve) => {
        setTimeout(() => {
          try {
            resolve(new Function("return true")());
          } catch {
            resolve(false);
          }
        }, 50);
      });
      return { ranInline: "broken" in window, isRefused, evaluates };
    }, stranger);
    expect(await answered).toEqual({ ranInline: false, isRefused: true, evaluates: false });
  });

  it("a stranger's page reads nothing, writes nothing and frames nothing", async ({ openStranger, room }) => {
    const page = await openStranger();
    const before = await textCount(room);
    const outcome = await page.evaluate(async (url) => {
      const attempt = (options: RequestInit, path = "/api/texts"): Promise<string> =>
        fetch(url + path, { credentials: "include", ...options }).then(
          async (response) => `${response.type} ${await response.text()}`,
          () => "refused",
        );
      const body = JSON.stringify({ texts: [{ text: "Planted." }] });
      const frame = document.createElement("iframe");
      frame.src = url;
      document.body.append(frame);
      await new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
      return {
        read: await attempt({}),
        blind: await attempt({ mode: "no-cors" }),
        json: await attempt({ method: "POST", body, headers: { "content-type": "application/json" } }),
        form: await attempt({ method: "POST", body, mode: "no-cors" }),
        remove: await attempt({ method: "DELETE" }, "/api/texts/x"),
        frame: frame.contentDocument === null ? "closed" : (frame.contentDocument.body.textContent ?? ""),
      };
    }, room.url);
    expect(outcome).toEqual({
      read: "refused",
      blind: "refused",
      json: "refused",
      form: "refused",
      remove: "refused",
      frame: "closed",
    });
    expect(await textCount(room)).toBe(before);
  });

  it("a form of a stranger's page that navigates here plants nothing", async ({ openStranger, room }) => {
    const page = await openStranger();
    const before = await textCount(room);
    await page.evaluate((url) => {
      const form = document.createElement("form");
      form.method = "post";
      form.enctype = "text/plain";
      form.action = `${url}/api/texts`;
      const field = document.createElement("input");
      field.name = '{"texts":[{"text":"Planted."}],"x":"';
      field.value = '"}';
      form.append(field);
      document.body.append(form);
      form.submit();
    }, room.url);
    await page.waitForURL(`${room.url}/api/texts`);
    expect(await page.textContent("body")).toContain("request-refused");
    expect(await textCount(room)).toBe(before);
  });

  it("a name that DNS points at this machine gets nothing, not even the page with its cookie", async ({ room }) => {
    const { port } = new URL(room.url);
    const rebound = await launchChromium(["--host-resolver-rules=MAP evil.example 127.0.0.1"]);
    const page = await rebound.newPage();
    const response = await page.goto(`http://evil.example:${port}/`);
    expect(response?.status()).toBe(403);
    expect(await page.context().cookies()).toEqual([]);
    const body = await page.evaluate(() => fetch("/api/texts").then((answer) => answer.text()));
    expect(body).toContain("request-refused");
    await rebound.close();
  });
});
