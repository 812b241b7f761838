import type { ReactNode } from "react";
import {
  listSentences,
  listWords,
  type MarkedWord,
  markWord,
  removeSentence,
  type SavedSentence,
  unmarkWord,
} from "../api/study.ts";
import { Notice } from "../app/notice.tsx";
import { useLoaded } from "../app/use-loaded.ts";
import { useText } from "../app/use-text.ts";

/** The words that were marked and the sentences that were kept. */
export default function WordsRoom(): ReactNode {
  const { t } = useText();
  return (
    <section className="page" aria-labelledby="words-title">
      <h1 id="words-title">{t("page.nav.words")}</h1>
      <Words />
      <Sentences />
    </section>
  );
}

function Words(): ReactNode {
  const { t } = useText();
  const words = useLoaded("words", listWords);
  const change = (work: Promise<void>): void => void work.then(words.again, words.again);
  return (
    <section className="study" aria-labelledby="marked-title">
      <h2 id="marked-title">{t("page.study.words")}</h2>
      {words.state === "failed" && <Notice failure={words.failure} onRetry={words.again} />}
      {words.state === "ready" && words.value.length === 0 && <p className="fine">{t("page.study.noWords")}</p>}
      {words.state === "ready" && (
        <ul className="word-list">
          {words.value.map((word) => (
            <WordItem key={`${word.language} ${word.word}`} word={word} onChange={change} />
          ))}
        </ul>
      )}
    </section>
  );
}

function WordItem({ word, onChange }: { word: MarkedWord; onChange: (work: Promise<void>) => void }): ReactNode {
  const { t } = useText();
  const other = word.state === "known" ? "learning" : "known";
  return (
    <li>
      <span lang={word.language}>{word.word}</span>
      <button type="button" className="quiet" onClick={() => onChange(markWord({ ...word, state: other }))}>
        {t(`page.study.${word.state}`)}
      </button>
      <button
        type="button"
        className="quiet"
        onClick={() => onChange(unmarkWord(word))}
        aria-label={t("page.study.forget", { word: word.word })}
      >
        ×
      </button>
    </li>
  );
}

function Sentences(): ReactNode {
  const { t } = useText();
  const sentences = useLoaded("sentences", listSentences);
  const remove = (id: number): void => void removeSentence(id).then(sentences.again, sentences.again);
  return (
    <section className="study" aria-labelledby="kept-title">
      <h2 id="kept-title">{t("page.study.sentences")}</h2>
      {sentences.state === "failed" && <Notice failure={sentences.failure} onRetry={sentences.again} />}
      {sentences.state === "ready" && sentences.value.length === 0 && (
        <p className="fine">{t("page.study.noSentences")}</p>
      )}
      {sentences.state === "ready" && sentences.value.length > 0 && (
        <>
          <p className="hits-files">
            <a href="/api/sentences?format=anki" download>
              Anki
            </a>
            <a href="/api/sentences?format=tsv" download>
              TSV
            </a>
          </p>
          <ul className="hits">
            {sentences.value.map((sentence) => (
              <SentenceItem key={sentence.id} sentence={sentence} onRemove={remove} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function SentenceItem({ sentence, onRemove }: { sentence: SavedSentence; onRemove: (id: number) => void }): ReactNode {
  const { t } = useText();
  return (
    <li className="hit">
      <p className="hit-text" lang={sentence.sourceLanguage}>
        {sentence.source}
      </p>
      <p className="hit-text hit-other" lang={sentence.targetLanguage}>
        {sentence.target}
      </p>
      <p className="hit-place">
        {sentence.word !== undefined && <span lang={sentence.sourceLanguage}>{sentence.word}</span>}
        <button type="button" className="quiet" onClick={() => onRemove(sentence.id)}>
          {t("page.study.remove")}
        </button>
      </p>
    </li>
  );
}
