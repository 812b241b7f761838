import { pickUiLanguage, UI_LANGUAGES } from "@stele/messages";
import type { ReactNode } from "react";
import { UI_ENDONYMS } from "./languages.ts";
import { hrefOf, type Route } from "./route.ts";
import { Seal } from "./seal.tsx";
import { changeSettings, settings, THEMES } from "./settings.ts";
import { useStore } from "./store.ts";
import { useText } from "./use-text.ts";

/** The head of every screen: where one can go, the language of the page, the theme. */
export function Header({ route }: { route: Route }): ReactNode {
  const { t } = useText();
  const rooms = [
    { href: hrefOf({ room: "shelf" }), room: "shelf", name: t("page.nav.shelf") },
    { href: hrefOf({ room: "add" }), room: "add", name: t("page.nav.add") },
    { href: hrefOf({ room: "search", query: "" }), room: "search", name: t("page.nav.search") },
    { href: hrefOf({ room: "words" }), room: "words", name: t("page.nav.words") },
  ] as const;
  return (
    <header className="header">
      <a className="mark" href="#/">
        <Seal />
        <span className="mark-name">Stele</span>
      </a>
      <nav aria-label={t("page.nav.label")} className="rooms">
        {rooms.map(({ href, room, name }) => (
          <a key={room} href={href} aria-current={route.room === room ? "page" : undefined}>
            {name}
          </a>
        ))}
      </nav>
      <div className="header-choices">
        <span aria-hidden="true" className="theme-sign">
          ◐
        </span>
        <ThemeChoice />
        <UiLanguageChoice />
      </div>
    </header>
  );
}

function ThemeChoice(): ReactNode {
  const { t } = useText();
  const { theme } = useStore(settings);
  return (
    <select
      className="quiet"
      aria-label={t("page.theme.label")}
      value={theme}
      onChange={(event) => changeSettings({ theme: THEMES.find((name) => name === event.target.value) ?? "system" })}
    >
      {THEMES.map((name) => (
        <option key={name} value={name}>
          {t(`page.theme.${name}`)}
        </option>
      ))}
    </select>
  );
}

function UiLanguageChoice(): ReactNode {
  const { t, language, choose } = useText();
  return (
    <select
      className="quiet"
      aria-label={t("page.nav.language")}
      value={language}
      onChange={(event) => choose(pickUiLanguage([event.target.value]))}
    >
      {UI_LANGUAGES.map((tag) => (
        <option key={tag} value={tag} lang={tag}>
          {UI_ENDONYMS[tag]}
        </option>
      ))}
    </select>
  );
}
