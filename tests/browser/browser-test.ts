import { describe, it as plain } from "vitest";
import { isWithoutChromium, launchChromium } from "./chromium.ts";
import { closeJourneys, type Journey, type JourneyOptions, openJourney } from "./journey.ts";
import { openReadingRoom } from "./reading-room.ts";

/** Groups tests that need a browser; left out where there is none. */
export const describeInBrowser = describe.skipIf(isWithoutChromium);

/**
 * A test with a reading room, which the tests of a file share, a browser, which the files of a worker share, and
 * `open`, whose profiles are closed when the test is over. `variables` are further ones of the room's environment; a
 * file may override them.
 */
export const it = plain
  .extend("variables", { scope: "file" }, {} as Readonly<Record<string, string>>)
  .extend("room", { scope: "file" }, async ({ variables }, { onCleanup }) => {
    const room = await openReadingRoom(variables);
    onCleanup(() => room.close());
    return room;
  })
  .extend("switches", { scope: "worker" }, [] as readonly string[])
  .extend("browser", { scope: "worker" }, async ({ switches }, { onCleanup }) => {
    const browser = await launchChromium(switches);
    onCleanup(() => browser.close());
    return browser;
  })
  /** The address of the sample "harbour-bridge" in its three languages. */
  .extend("text", { scope: "file" }, async ({ room }) => `/#/text/${await room.addSample("harbour-bridge")}`)
  .extend("open", async ({ browser, room }, { onCleanup }) => {
    onCleanup(() => closeJourneys(browser));
    return (address = "", options: JourneyOptions = {}): Promise<Journey> =>
      openJourney(browser, `${room.url}${address}`, options);
  });
