import { describe, expect, it } from "vitest";
import { hrefOf, parseRoute } from "../src/app/route.ts";
import { DEFAULT_SETTINGS, parseSettings } from "../src/app/settings.ts";
import { createStore } from "../src/app/store.ts";
import { capOf, commandOf, KEYMAP } from "../src/reader/keymap.ts";
import { createLamp } from "../src/reader/lamp.ts";
import { flip, toggled } from "../src/reader/reader-view.ts";
import { parseColumns, usualOrder, withSide } from "../src/reader/session.ts";

const bare = { ctrlKey: false, metaKey: false, altKey: false };

describe("addresses", () => {
  it.each([
    { room: "shelf" },
    { room: "text", id: "a1/ü?" },
    { room: "text", id: "a1", row: 12 },
    { room: "search", query: "韩国 & 中国" },
    { room: "add" },
    { room: "words" },
  ] as const)("lead back to the route %j", (route) => {
    expect(parseRoute(hrefOf(route))).toEqual(route);
  });

  it.each(["", "#", "#/nowhere", "#/text/", "#/text/%E0%A4%A", "#/text/a?row=-3"])("%j never fails", (hash) => {
    expect(["shelf", "text"]).toContain(parseRoute(hash).room);
  });
});

describe("kept settings", () => {
  it("come back as they were", () => {
    const chosen = { ...DEFAULT_SETTINGS, layout: "stacked", size: 3, aids: ["pinyin"], words: false } as const;
    expect(parseSettings(JSON.parse(JSON.stringify(chosen)))).toEqual(chosen);
  });

  it.each([undefined, null, 7, "x", [], { layout: "round", size: "big", aids: 3, theme: null }])(
    "%j gives the defaults",
    (kept) => {
      expect(parseSettings(kept)).toEqual(DEFAULT_SETTINGS);
    },
  );

  it("stay inside their limits", () => {
    expect(parseSettings({ size: 99, width: -4 })).toMatchObject({ size: 6, width: 0 });
  });
});

describe("columns", () => {
  it.each([
    [undefined, [0, 1, 2]],
    [
      [2, 0],
      [2, 0],
    ],
    [[5, 1], [1]],
    [[], [0, 1, 2]],
    ["rubbish", [0, 1, 2]],
  ])("kept as %j are shown as %j", (kept, shown) => {
    expect(parseColumns(kept, [0, 1, 2])).toEqual(shown);
  });

  it("begin with the source and go on in the usual order of languages", () => {
    expect(usualOrder(["ko", "zh-Hans", "en"])).toEqual([0, 2, 1]);
    expect(usualOrder(["en", "zh-Hans", "ko"])).toEqual([0, 2, 1]);
  });

  it("flip so that the next language comes first, and come round", () => {
    expect(flip(flip(flip([0, 1, 2])))).toEqual([0, 1, 2]);
    expect(flip([0, 1])).toEqual([1, 0]);
  });

  it("can be put away but for the last", () => {
    expect(withSide([0, 1], 0)).toEqual([1]);
    expect(withSide([1], 1)).toEqual([1]);
    expect(withSide([1], 0)).toEqual([1, 0]);
  });

  it("are covered and uncovered by the same key", () => {
    expect([...toggled(toggled(new Set([1]), 2), 1)]).toEqual([2]);
  });
});

describe("keys", () => {
  it("call one command each", () => {
    const keys = KEYMAP.flatMap((binding) => binding.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("belong to the browser with Ctrl, Alt or the command key", () => {
    expect(commandOf({ ...bare, key: "f" })).toBe("flip");
    for (const held of ["ctrlKey", "metaKey", "altKey"])
      expect(commandOf({ ...bare, key: "f", [held]: true })).toBeUndefined();
  });

  it("have a cap that is no code name", () => {
    expect(
      KEYMAP.flatMap((binding) => binding.keys)
        .map(capOf)
        .filter((cap) => cap.startsWith("Arrow")),
    ).toEqual([]);
  });
});

describe("the lamp", () => {
  const lit = (row: number) => ({ row, side: 0, sentence: row, ranges: [[row, row + 1]] as const });

  it("wakes the row it leaves and the row it comes to, and no other", () => {
    const lamp = createLamp();
    const woken: number[] = [];
    for (const row of [0, 1, 2]) lamp.subscribe(row, () => woken.push(row));
    lamp.pin(lit(0));
    lamp.pin(lit(1));
    expect(woken).toEqual([0, 0, 1]);
  });

  it("goes back to what was tapped when the pointer leaves", () => {
    const lamp = createLamp();
    lamp.pin(lit(0));
    lamp.point(lit(2));
    expect(lamp.lit()?.row).toBe(2);
    lamp.point(undefined);
    expect(lamp.lit()?.row).toBe(0);
  });

  it("no longer wakes who stopped listening", () => {
    const lamp = createLamp();
    let woken = 0;
    lamp.subscribe("any", () => {
      woken += 1;
    })();
    lamp.pin(lit(0));
    expect(woken).toBe(0);
  });
});

describe("a store", () => {
  it("tells of a new value only", () => {
    const store = createStore(1);
    let told = 0;
    store.subscribe(() => {
      told += 1;
    });
    store.set(1);
    store.set(2);
    expect(told).toBe(1);
  });
});
