import { createStore, type Store } from "./store.ts";

/** A text, and where in it to open: at a row, or at a bead of one of its bitexts. */
export interface TextRoute {
  readonly room: "text";
  readonly id: string;
  readonly row?: number;
  readonly bead?: { readonly bitext: string; readonly index: number };
  /** Ids of the bitexts to show, two translations to compare, with a comma between them. */
  readonly bitexts?: string;
  /** The choice of engines opens at once: the text was only just added. */
  readonly isNew?: true;
}

/** Where in the reading room one stands. */
export type Route =
  | { readonly room: "shelf" }
  | TextRoute
  | { readonly room: "add" }
  | { readonly room: "tab" }
  | { readonly room: "search"; readonly query: string }
  | { readonly room: "words" };

/** The part of an address behind `#` as a route; an unknown one leads to the shelf. */
export function parseRoute(hash: string): Route {
  const [path = "", search = ""] = hash.replace(/^#\/?/, "").split("?");
  const [room, id] = path.split("/").map(decode);
  const query = new URLSearchParams(search);
  if (room === "text" && id !== undefined && id !== "") return textRoute(id, query);
  if (room === "search") return { room, query: query.get("q") ?? "" };
  return room === "add" || room === "tab" || room === "words" ? { room } : { room: "shelf" };
}

function textRoute(id: string, query: URLSearchParams): TextRoute {
  const row = indexIn(query, "row");
  const bead = indexIn(query, "bead");
  const bitext = query.get("bitext");
  return {
    room: "text",
    id,
    ...(row === undefined ? {} : { row }),
    ...(query.has("bitexts") ? { bitexts: query.get("bitexts") ?? "" } : {}),
    ...(query.has("new") ? { isNew: true } : {}),
    ...(bead === undefined || bitext === null ? {} : { bead: { bitext, index: bead } }),
  };
}

function indexIn(query: URLSearchParams, name: string): number | undefined {
  const index = Number(query.get(name) ?? Number.NaN);
  return Number.isInteger(index) && index >= 0 ? index : undefined;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}

/** The address of a route, `#` included. */
export function hrefOf(route: Route): string {
  if (route.room === "shelf") return "#/";
  if (route.room === "text") return textHref(route);
  if (route.room === "search" && route.query !== "") return `#/search?q=${encodeURIComponent(route.query)}`;
  return `#/${route.room}`;
}

function textHref({ id, row, bead, isNew, bitexts }: TextRoute): string {
  const query = new URLSearchParams();
  if (row !== undefined) query.set("row", String(row));
  if (bead !== undefined) query.set("bitext", bead.bitext);
  if (bead !== undefined) query.set("bead", String(bead.index));
  if (bitexts !== undefined) query.set("bitexts", bitexts);
  if (isNew === true) query.set("new", "1");
  return `#/text/${encodeURIComponent(id)}${query.size === 0 ? "" : `?${query}`}`;
}

/** Follows the address of the window. */
export function followRoute(view: Window): Store<Route> {
  const route = createStore(parseRoute(view.location.hash));
  view.addEventListener("hashchange", () => route.set(parseRoute(view.location.hash)));
  return route;
}
