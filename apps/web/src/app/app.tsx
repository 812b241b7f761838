import { type ReactNode, useEffect } from "react";
import { loadDock } from "../reader/dock.tsx";
import { loadPanels } from "../reader/panels.tsx";
import { TextRoom } from "../reader/text-room.tsx";
import { Shelf } from "../shelf/shelf.tsx";
import { Header } from "./header.tsx";
import { type FailedProps, late } from "./late.tsx";
import { Notice } from "./notice.tsx";
import { hrefOf, type Route } from "./route.ts";
import { settings } from "./settings.ts";
import { type Store, useStore } from "./store.ts";
import { Toasts } from "./toast.tsx";
import { useText } from "./use-text.ts";

const rooms = {
  add: () => import("../add/add-room.tsx"),
  tab: () => import("../add/tab-room.tsx"),
  search: () => import("../search/search-room.tsx"),
  words: () => import("../study/words-room.tsx"),
};
const stead = { Waiting: WaitingRoom, Failed: FailedRoom };
const AddRoom = late(rooms.add, stead);
const TabRoom = late(rooms.tab, stead);
const SearchRoom = late(rooms.search, stead);
const WordsRoom = late(rooms.words, stead);

/** The whole page: the head and the room one is in. */
export function App({ routes }: { routes: Store<Route> }): ReactNode {
  const route = useStore(routes);
  const { t } = useText();
  useTheme();
  useEffect(loadTheRest, []);
  return (
    <>
      <button type="button" className="skip" onClick={skipToMain}>
        {t("page.nav.skip")}
      </button>
      <Header route={route} />
      <main id="main" tabIndex={-1}>
        <Room route={route} />
      </main>
      <Toasts />
    </>
  );
}

function Room({ route }: { route: Route }): ReactNode {
  if (route.room === "text") return <TextRoom key={hrefOf(route)} route={route} />;
  if (route.room === "add") return <AddRoom />;
  if (route.room === "tab") return <TabRoom />;
  if (route.room === "search") return <SearchRoom query={route.query} />;
  if (route.room === "words") return <WordsRoom />;
  return <Shelf />;
}

function WaitingRoom(): ReactNode {
  const { t } = useText();
  return <p className="waiting">{t("page.loading")}</p>;
}

function FailedRoom(failed: FailedProps): ReactNode {
  return (
    <section className="page">
      <Notice {...failed} />
    </section>
  );
}

/** Once the first screen stands, the others are fetched, so that each opens also when the server is away. */
function loadTheRest(): void {
  const load = (): void => {
    for (const one of Object.values(rooms)) one().catch(() => undefined);
    loadPanels();
    loadDock();
  };
  // Safari learnt to wait for an idle moment late.
  if ("requestIdleCallback" in window) window.requestIdleCallback(load);
  else setTimeout(load, 0);
}

function skipToMain(): void {
  document.getElementById("main")?.focus();
}

function useTheme(): void {
  const { theme } = useStore(settings);
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
}
