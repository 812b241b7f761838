import { type FormEvent, type ReactNode, useState } from "react";
import type { LanguageTag, SearchMode } from "../api/nouns.ts";
import { type SearchQuery, searchAddress, searchLibrary } from "../api/search.ts";
import { listTexts } from "../api/texts.ts";
import { ENDONYMS, TEXT_LANGUAGES } from "../app/languages.ts";
import { Notice } from "../app/notice.tsx";
import { hrefOf } from "../app/route.ts";
import { useLoaded } from "../app/use-loaded.ts";
import { useText } from "../app/use-text.ts";
import { HitList } from "./hit-list.tsx";

type Filters = Omit<SearchQuery, "query" | "limit">;
const MOST_HITS = 200;
const MODES: readonly SearchMode[] = ["forms", "word", "anywhere"];

/** The concordance: a word or phrase in everything that the library holds, with what the other language says there. */
export default function SearchRoom({ query }: { query: string }): ReactNode {
  const { t } = useText();
  const [filters, setFilters] = useState<Filters>({});
  return (
    <section className="page" aria-labelledby="search-title" data-wide>
      <h1 id="search-title">{t("page.nav.search")}</h1>
      <SearchForm key={query} query={query} />
      <FilterBar filters={filters} onChange={setFilters} />
      {query === "" && <p className="hits-head">{t("page.search.hint")}</p>}
      {query !== "" && (
        <Hits
          search={{ ...filters, query, limit: MOST_HITS }}
          onWiden={() => setFilters({ ...filters, mode: "anywhere" })}
        />
      )}
    </section>
  );
}

function SearchForm({ query }: { query: string }): ReactNode {
  const { t } = useText();
  const [text, setText] = useState(query);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    window.location.hash = hrefOf({ room: "search", query: text.trim() });
  };
  return (
    <search>
      <form className="search-form" onSubmit={submit}>
        <input
          type="search"
          value={text}
          onChange={(event) => setText(event.target.value)}
          aria-label={t("page.search.query")}
          placeholder={t("page.search.query")}
        />
        <button type="submit" className="primary">
          {t("page.nav.search")}
        </button>
      </form>
    </search>
  );
}

function FilterBar({ filters, onChange }: { filters: Filters; onChange: (filters: Filters) => void }): ReactNode {
  const { t, language } = useText();
  const texts = useLoaded("texts", listTexts);
  const put = (name: "language" | "other") => (language: LanguageTag | undefined) => {
    const { [name]: _before, ...rest } = filters;
    onChange(language === undefined ? rest : { ...rest, [name]: language });
  };
  const putText = (id: string): void => {
    const { textId: _before, ...rest } = filters;
    onChange(id === "" ? rest : { ...rest, textId: id });
  };
  return (
    <div className="filters">
      <label>
        <span>{t("page.search.mode")}</span>
        <select
          value={filters.mode ?? "forms"}
          onChange={(event) =>
            onChange({ ...filters, mode: MODES.find((mode) => mode === event.target.value) ?? "forms" })
          }
        >
          {MODES.map((mode) => (
            <option key={mode} value={mode}>
              {t(`page.search.modes.${mode}`)}
            </option>
          ))}
        </select>
      </label>
      <LanguageFilter name={t("page.search.language")} value={filters.language} onChange={put("language")} />
      <LanguageFilter name={t("page.search.other")} value={filters.other} onChange={put("other")} />
      <label>
        <span>{t("page.search.text")}</span>
        <select value={filters.textId ?? ""} onChange={(event) => putText(event.target.value)}>
          <option value="">{t("page.search.any")}</option>
          {texts.state === "ready" &&
            texts.value.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
        </select>
      </label>
      <label>
        <span>{t("page.search.score")}</span>
        <input
          type="range"
          min={0}
          max={1}
          step={0.05}
          value={filters.minScore ?? 0}
          onChange={(event) => onChange({ ...filters, minScore: Number(event.target.value) })}
        />
        <output>{(filters.minScore ?? 0).toLocaleString(language, { style: "percent" })}</output>
      </label>
    </div>
  );
}

function LanguageFilter(props: {
  name: string;
  value: LanguageTag | undefined;
  onChange: (tag: LanguageTag | undefined) => void;
}): ReactNode {
  const { t } = useText();
  return (
    <label>
      <span>{props.name}</span>
      <select
        value={props.value ?? ""}
        onChange={(event) => props.onChange(TEXT_LANGUAGES.find((tag) => tag === event.target.value))}
      >
        <option value="">{t("page.search.any")}</option>
        {TEXT_LANGUAGES.map((tag) => (
          <option key={tag} value={tag} lang={tag}>
            {ENDONYMS[tag]}
          </option>
        ))}
      </select>
    </label>
  );
}

function Hits({ search, onWiden }: { search: SearchQuery; onWiden: () => void }): ReactNode {
  const { t } = useText();
  const hits = useLoaded(JSON.stringify(search), (signal) => searchLibrary(search, signal));
  if (hits.state === "loading") return <p className="waiting">{t("page.loading")}</p>;
  if (hits.state === "failed") return <Notice failure={hits.failure} onRetry={hits.again} />;
  return (
    <>
      <p className="hits-head" role="status">
        {hits.value.length === 0 ? t("page.search.none") : t("page.search.found", { count: hits.value.length })}
        {hits.value.length === 0 && search.mode !== "anywhere" && (
          <button type="button" className="quiet" onClick={onWiden}>
            {t("page.search.widen")}
          </button>
        )}
        {hits.value.length > 0 && (
          <span className="hits-files">
            <a href={`/api${searchAddress(search, "tsv")}`} download>
              TSV
            </a>
            <a href={`/api${searchAddress(search, "anki")}`} download>
              Anki
            </a>
          </span>
        )}
      </p>
      <HitList hits={hits.value} />
    </>
  );
}
