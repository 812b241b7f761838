import { lazy, type ReactNode, Suspense, useEffect } from "react";
import { TextRoom } from "../reader/text-room.tsx";
import { Shelf } from "../shelf/shelf.tsx";
import { Header } from "./header.tsx";
import { hrefOf, type Route } from "./route.ts";
import { settings } from "./settings.ts";
import { type Store, useStore } from "./store.ts";
import { Toasts } from "./toast.tsx";
import { useText } from "./use-text.ts";

const AddRoom = lazy(() => import("../add/add-room.tsx"));
const TabRoom = lazy(() => import("../add/tab-room.tsx"));

const SearchRoom = lazy(() => import("../search/search-room.tsx"));
const WordsRoom = lazy(() => import("../study/words-room.tsx"));

/** The whole page: the head and the room one is in. */
export function App({ routes }: { routes: Store<Route> }): ReactNode {
  const route = useStore(routes);
  const { t } = useText();
  useTheme();
  return (
    <>
      <button type="button" className="skip" onClick={skipToMain}>
        {t("page.nav.skip")}
      </button>
      <Header route={route} />
      <main id="main" tabIndex={-1}>
        <Suspense fallback={<p className="waiting">{t("page.loading")}</p>}>
          <Room route={route} />
        </Suspense>
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

function skipToMain(): void {
  document.getElementById("main")?.focus();
}

function useTheme(): void {
  const { theme } = useStore(settings);
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
}
