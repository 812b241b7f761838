import { createStore, type Store } from "./store.ts";

/** Where in the reading room one stands. */
export type Route =
  | { readonly room: "shelf" }
  | { readonly room: "text"; readonly id: string; readonly row?: number }
  | { readonly room: "add" }
  | { readonly room: "tab" }
  | { readonly room: "search"; readonly query: string }
  | { readonly room: "words" };

/** The part of an address behind `#` as a route; an unknown one leads to the shelf. */
export function parseRoute(hash: string): Route {
  const [path = "", search = ""] = hash.replace(/^#\/?/, "").split("?");
  const [room, id] = path.split("/").map(decode);
  const query = new URLSearchParams(search);
  if (room === "text" && id !== undefined && id !== "") return textRoute(id, query.get("row"));
  if (room === "search") return { room, query: query.get("q") ?? "" };
  return room === "add" || room === "tab" || room === "words" ? { room } : { room: "shelf" };
}

function textRoute(id: string, row: string | null): Route {
  const index = Number(row ?? Number.NaN);
  return Number.isInteger(index) && index >= 0 ? { room: "text", id, row: index } : { room: "text", id };
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
  if (route.room === "text") {
    return `#/text/${encodeURIComponent(route.id)}${route.row === undefined ? "" : `?row=${route.row}`}`;
  }
  if (route.room === "search" && route.query !== "") return `#/search?q=${encodeURIComponent(route.query)}`;
  return `#/${route.room}`;
}

/** Follows the address of the window. */
export function followRoute(view: Window): Store<Route> {
  const route = createStore(parseRoute(view.location.hash));
  view.addEventListener("hashchange", () => route.set(parseRoute(view.location.hash)));
  return route;
}
