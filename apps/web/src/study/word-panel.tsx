import { type ReactNode, useState } from "react";
import { lookUp } from "../aids/readings.ts";
import type { LanguageTag, WordState } from "../api/nouns.ts";
import { searchLibrary } from "../api/search.ts";
import { markWord } from "../api/study.ts";
import { Dialog } from "../app/dialog.tsx";
import { hrefOf } from "../app/route.ts";
import { useStore } from "../app/store.ts";
import { toast } from "../app/toast.tsx";
import { useLoaded } from "../app/use-loaded.ts";
import { useText } from "../app/use-text.ts";
import { type Place, type Reading, readSentence } from "../reader/reading.ts";
import { HitList } from "../search/hit-list.tsx";
import { keepLit } from "./keep-lit.ts";
import { markedWords, refreshMarkedWords } from "./marked-words.ts";
import { wordAt, wordsOf } from "./words-of.ts";

/** What the panel opens. */
export interface WordPanelProps {
  readonly reading: Reading;
  readonly place: Place;
  /** Offset into the sentence's text. */
  readonly offset: number;
  readonly textId: string | undefined;
  readonly onClose: () => void;
}

/** The words of a sentence: what the dictionary says of one, where the library has it, marks and keeping. */
export default function WordPanel({ reading, place, offset, textId, onClose }: WordPanelProps): ReactNode {
  const { t } = useText();
  const language = reading.polytext.sides[place.side]?.article.language ?? "en";
  const text = readSentence(reading, place)?.text ?? "";
  const words = wordsOf(text, language);
  const [at, setAt] = useState(() => wordAt(words, offset)?.start);
  const chosen = words.find(({ start }) => start === at);
  const marked = useStore(markedWords);
  const now = marked.find((one) => one.language === language && one.word === chosen?.text)?.state;
  const mark = (state: WordState): void => {
    if (chosen === undefined) return;
    markWord({ language, word: chosen.text, state }).then(
      () => {
        void refreshMarkedWords();
        toast(`${chosen.text}: ${t(`page.study.${state}`)}`);
      },
      () => toast(t("page.failure.offline")),
    );
  };
  return (
    <Dialog title={t("page.word.title")} onClose={onClose}>
      <p className="chips" lang={language}>
        {words.map((word) => (
          <button
            type="button"
            key={word.start}
            aria-pressed={word.start === at}
            {...(word.start === at ? { "data-first": true } : {})}
            onClick={() => setAt(word.start)}
          >
            {word.text}
          </button>
        ))}
      </p>
      {chosen !== undefined && (
        <>
          {language.startsWith("zh") && <Entries text={text} at={chosen.start} language={language} />}
          <div className="dialog-actions">
            {(["learning", "known"] as const).map((state) => (
              <button type="button" key={state} aria-pressed={now === state} onClick={() => mark(state)}>
                {t(`page.study.${state}`)}
              </button>
            ))}
            <button type="button" onClick={() => keepLit({ reading, place, textId, word: chosen.text, t })}>
              {t("page.word.keep")}
            </button>
          </div>
          <Places word={chosen.text} language={language} />
        </>
      )}
    </Dialog>
  );
}

function Entries({ text, at, language }: { text: string; at: number; language: LanguageTag }): ReactNode {
  const { t } = useText();
  const answer = useLoaded(`${at} ${text}`, (signal) => lookUp(text, at, signal));
  if (answer.state !== "ready")
    return <p className="fine">{answer.state === "loading" ? t("page.loading") : t("page.failure.offline")}</p>;
  const { hit, attribution } = answer.value;
  return (
    <div className="entries">
      {hit === undefined && <p className="fine">{t("page.word.none")}</p>}
      {hit?.entries.map((entry) => (
        <dl key={`${entry.traditional} ${entry.pinyin}`} className="entry">
          <dt>
            <span lang={language}>{language === "zh-Hant" ? entry.traditional : entry.simplified}</span>
            {entry.simplified !== entry.traditional && (
              <span lang={language === "zh-Hant" ? "zh-Hans" : "zh-Hant"} className="fine">
                {language === "zh-Hant" ? entry.simplified : entry.traditional}
              </span>
            )}
            <span className="entry-pinyin">{entry.pinyin}</span>
          </dt>
          <dd lang="en">{entry.senses.join("; ")}</dd>
        </dl>
      ))}
      <p className="fine">{attribution}</p>
    </div>
  );
}

const MOST_PLACES = 5;

function Places({ word, language }: { word: string; language: LanguageTag }): ReactNode {
  const { t } = useText();
  const hits = useLoaded(`${language} ${word}`, (signal) =>
    searchLibrary({ query: word, language, limit: MOST_PLACES }, signal),
  );
  if (hits.state !== "ready") return null;
  return (
    <section className="places" aria-label={t("page.word.places")}>
      <h3>{t("page.word.places")}</h3>
      <HitList hits={hits.value} />
      {hits.value.length === MOST_PLACES && <a href={hrefOf({ room: "search", query: word })}>{t("page.word.all")}</a>}
    </section>
  );
}
