import { type Bead, checkBeads, type LanguageTag, SteleError } from "@stele/model";
import type { Aligner, Alignment } from "./align-options.ts";
import { CHINESE, ENGLISH, KOREAN, longTexts, PAIRS, type Texts, TO_KOREAN } from "./testing-samples.ts";

/** One thing that every aligner must do; `check` throws `check-failed` where it does not. */
export interface AlignerCase {
  readonly title: string;
  readonly check: (aligner: Aligner) => Promise<void>;
}

/** The contract of `Aligner`, for any test runner: run every case on every aligner, with vectors and without. */
export const ALIGNER_CONTRACT: readonly AlignerCase[] = [
  { title: "holds every sentence of both texts in exactly one bead, in order", check: coversOnce },
  { title: "gives two-sided beads a probability and one-sided ones no score", check: scoresBeads },
  { title: "says what it judged by", check: namesEvidence },
  { title: "answers no sentences with no beads", check: answersNothing },
  { title: "leaves every sentence alone where the other side is empty", check: answersEmptySide },
  { title: "takes empty strings, blank ones and halves of characters", check: takesOddStrings },
  { title: "takes one sentence against many", check: takesOneToMany },
  { title: "pairs a text with itself sentence by sentence", check: pairsWithItself },
  { title: "answers a wrong language too", check: takesWrongLanguage },
  { title: "gives equal answers to equal texts, also two at a time", check: repeatsItself },
  { title: "gives the same beads under either Chinese tag", check: ignoresScript },
  { title: "writes to nothing it is given", check: writesNothing },
  { title: "gives a person's beads back unchanged, whatever their size", check: keepsFixed },
  { title: "changes nothing far from a new bead of a person", check: searchesNearby },
  { title: "refuses beads that overlap, cross or leave the text", check: refusesBeads },
  { title: "takes blocks and their kinds, and refuses too few", check: takesBlocks },
  { title: "explains each bead if asked, and else none", check: explainsIfAsked },
  { title: "hints only at sentences without a sure partner", check: hintsAtOpen },
  { title: "tells its progress from 0 to 1, never falling", check: tellsProgress },
  { title: "stops once the signal is given", check: heedsSignal },
  { title: "links words by spans that lie on words of both sentences", check: linksWords },
  { title: "links nothing in empty sentences, and equal sentences equally", check: linksNothingInEmpty },
];

const FAR = 400;

async function align(aligner: Aligner, { source, target, options }: Texts): Promise<Alignment> {
  const alignment = await aligner.align(source, target, options);
  checkBeads(alignment.beads, { source: source.length, target: target.length });
  return alignment;
}

async function coversOnce(aligner: Aligner): Promise<void> {
  for (const texts of [...PAIRS, longTexts(FAR)]) await align(aligner, texts);
}

async function scoresBeads(aligner: Aligner): Promise<void> {
  for (const texts of PAIRS) {
    for (const bead of (await align(aligner, texts)).beads) {
      expectThat(isOneSided(bead) === (bead.score === null), "a score does not fit its bead's sides");
      expectThat((bead.score ?? 0) >= 0 && (bead.score ?? 1) <= 1, "a score is no probability");
    }
  }
}

async function namesEvidence(aligner: Aligner): Promise<void> {
  const { evidence } = await align(aligner, { source: ENGLISH, target: KOREAN, options: TO_KOREAN });
  expectThat(evidence.length > 0, "no evidence is named");
  expectThat(evidence.includes("meaning") === aligner.hasMeaning, "meaning is named wrongly");
}

async function answersNothing(aligner: Aligner): Promise<void> {
  const { beads } = await align(aligner, { source: [], target: [], options: TO_KOREAN });
  expectThat(beads.length === 0, "empty texts have beads");
}

async function answersEmptySide(aligner: Aligner): Promise<void> {
  for (const [source, target] of [[ENGLISH, []] as const, [[], KOREAN] as const]) {
    const { beads } = await align(aligner, { source, target, options: TO_KOREAN });
    expectThat(beads.every(isOneSided), "a sentence has a partner that is not there");
  }
}

async function takesOddStrings(aligner: Aligner): Promise<void> {
  const odd = ["", " \n\t", "\ud800", "\udc00x", "\u0000", "…", "👩‍👩‍👧", "가각", "ﬁ ㈜ １２"];
  await align(aligner, { source: odd, target: ["", ...odd, ""], options: TO_KOREAN });
  await align(aligner, { source: odd.map(() => ""), target: ["", ""], options: TO_KOREAN });
}

async function takesOneToMany(aligner: Aligner): Promise<void> {
  await align(aligner, { source: ["One sentence."], target: longTexts(FAR).target, options: TO_KOREAN });
  await align(aligner, { source: longTexts(FAR).source, target: ["한 문장."], options: TO_KOREAN });
}

async function pairsWithItself(aligner: Aligner): Promise<void> {
  const options = { source: "en", target: "en" } as const;
  const { beads } = await align(aligner, { source: ENGLISH, target: ENGLISH, options });
  const isEqual = beads.every(({ source, target }) => source.join() === target.join() && source[1] - source[0] === 1);
  expectThat(isEqual, "a text does not answer itself sentence by sentence");
}

async function takesWrongLanguage(aligner: Aligner): Promise<void> {
  const wrong: readonly (readonly [LanguageTag, LanguageTag])[] = [
    ["ko", "en"],
    ["zh-Hant", "zh-Hans"],
  ];
  for (const [source, target] of wrong) {
    await align(aligner, { source: ENGLISH, target: CHINESE, options: { source, target } });
  }
}

async function repeatsItself(aligner: Aligner): Promise<void> {
  for (const texts of PAIRS) {
    const [one, other] = await Promise.all([align(aligner, texts), align(aligner, texts)]);
    const again = await align(aligner, texts);
    expectThat(isSame(one, other) && isSame(one, again), "the answers to one text differ");
  }
}

async function ignoresScript(aligner: Aligner): Promise<void> {
  for (const [source, text] of [["en", ENGLISH] as const, ["ko", KOREAN] as const]) {
    const [simplified, traditional] = await Promise.all(
      (["zh-Hans", "zh-Hant"] as const).map((target) =>
        align(aligner, { source: text, target: CHINESE, options: { source, target } }),
      ),
    );
    expectThat(isSame(simplified?.beads, traditional?.beads), "the tag of the script changes the beads");
  }
}

async function writesNothing(aligner: Aligner): Promise<void> {
  const previous = (await align(aligner, { source: ENGLISH, target: KOREAN, options: TO_KOREAN })).beads;
  const fixed = [madeBy([0, 2], [0, 2])];
  const blocks = { source: ENGLISH.map(() => 0), target: KOREAN.map(() => 0) };
  const options = { ...TO_KOREAN, previous, fixed, blocks };
  await align(aligner, deepFrozen({ source: [...ENGLISH], target: [...KOREAN], options }));
}

async function keepsFixed(aligner: Aligner): Promise<void> {
  const fixed = [madeBy([0, 0], [0, 2]), madeBy([0, 4], [2, 3]), madeBy([5, 6], [6, 7])];
  const { beads } = await align(aligner, { source: ENGLISH, target: KOREAN, options: { ...TO_KOREAN, fixed } });
  for (const { source, target } of fixed) {
    const kept = beads.find((bead) => isSame([bead.source, bead.target], [source, target]));
    expectThat(kept?.fixed === true && kept.score === null, "a person's bead has changed");
  }
}

async function searchesNearby(aligner: Aligner): Promise<void> {
  const texts = longTexts(FAR);
  const { beads: previous } = await align(aligner, texts);
  const fixed = [madeBy([100, 102], [98, 100])];
  const { beads } = await align(aligner, { ...texts, options: { ...texts.options, previous, fixed } });
  const isFar = ({ source }: Bead): boolean => source[1] < FAR / 8 || source[0] > FAR / 2;
  expectThat(isSame(beads.filter(isFar), previous.filter(isFar)), "a bead far from the correction has changed");
}

async function refusesBeads(aligner: Aligner): Promise<void> {
  const wrong: readonly (readonly Bead[])[] = [
    [madeBy([0, 2], [0, 1]), madeBy([1, 3], [1, 2])],
    [madeBy([2, 3], [0, 1]), madeBy([0, 1], [2, 3])],
    [madeBy([5, 7], [0, 1])],
    [madeBy([2, 1], [0, 1])],
  ];
  for (const fixed of wrong) {
    const code = await codeOf(() => aligner.align(ENGLISH, KOREAN, { ...TO_KOREAN, fixed }));
    expectThat(code === "beads-invalid", `beads that cannot be are answered with ${code}`);
  }
}

async function takesBlocks(aligner: Aligner): Promise<void> {
  const kindsOf = (text: readonly string[]) =>
    text.map((_, k) => (k === 0 ? ("title" as const) : ("paragraph" as const)));
  const blocks = {
    source: ENGLISH.map((_, k) => Math.floor(k / 2)),
    target: KOREAN.map((_, k) => Math.floor(k / 2)),
    kinds: { source: kindsOf(ENGLISH), target: kindsOf(KOREAN) },
  };
  await align(aligner, { source: ENGLISH, target: KOREAN, options: { ...TO_KOREAN, blocks } });
  const few = { ...blocks, source: blocks.source.slice(1) };
  const code = await codeOf(() => aligner.align(ENGLISH, KOREAN, { ...TO_KOREAN, blocks: few }));
  expectThat(code === "offsets-invalid", `too few blocks are answered with ${code}`);
}

async function explainsIfAsked(aligner: Aligner): Promise<void> {
  const texts = { source: ENGLISH, target: KOREAN, options: TO_KOREAN };
  const plain = await align(aligner, texts);
  const told = await align(aligner, { ...texts, options: { ...TO_KOREAN, explain: true } });
  expectThat(plain.explanations === undefined, "it explains unasked");
  expectThat(isSame(plain.beads, told.beads), "explaining changes the beads");
  const beads = told.explanations?.map(({ bead }) => bead);
  expectThat(isSame(beads, [...told.beads.keys()]), "it does not explain each bead once");
}

async function hintsAtOpen(aligner: Aligner): Promise<void> {
  const moved = ENGLISH.slice(1, 2);
  const source = [...moved, ...ENGLISH.slice(2), ENGLISH[0] ?? ""];
  const { beads, moved: hints = [] } = await align(aligner, { source, target: KOREAN, options: TO_KOREAN });
  const openBeads = beads.filter((bead) => isOneSided(bead) || bead.lowScore);
  const open = (side: "source" | "target") => new Set(openBeads.map((bead) => bead[side][0]));
  for (const hint of hints) {
    const [from, to] = hint.source === undefined ? (["target", "source"] as const) : (["source", "target"] as const);
    expectThat(open(from).has(hint[from] ?? -1), "a sentence with a sure partner is called moved");
    expectThat(
      hint.candidates.every((place) => open(to).has(place)),
      "a candidate has a sure partner",
    );
  }
}

async function tellsProgress(aligner: Aligner): Promise<void> {
  const told: number[] = [];
  const texts = longTexts(FAR);
  await align(aligner, { ...texts, options: { ...texts.options, onProgress: (done) => told.push(done) } });
  expectThat(told.at(-1) === 1, "it does not tell that it is done");
  expectThat(
    told.every((done, k) => done >= (told[k - 1] ?? 0) && done <= 1),
    "its progress falls or passes 1",
  );
}

async function heedsSignal(aligner: Aligner): Promise<void> {
  const { source, target, options } = longTexts(FAR);
  const before = await codeOf(() => aligner.align(source, target, { ...options, signal: AbortSignal.abort() }));
  expectThat(before === "cancelled", `a signal given before is answered with ${before}`);
  const given = new AbortController();
  const onProgress = (): void => given.abort();
  const during = await codeOf(() => aligner.align(source, target, { ...options, signal: given.signal, onProgress }));
  expectThat(during === "cancelled", `a signal given during the work is answered with ${during}`);
}

async function linksWords(aligner: Aligner): Promise<void> {
  for (const { source, target, options } of PAIRS) {
    const [own, other] = [source.join(" "), target.join(" ")];
    for (const link of aligner.linkWords(own, other, options)) {
      expectThat(link.confidence > 0 && link.confidence <= 1, "a confidence is no probability");
      for (const [text, spans] of [[own, link.source] as const, [other, link.target] as const]) {
        expectThat(spans.length > 0, "a link has one side");
        for (const { start, end } of spans) {
          expectThat(/^[^\s].*[^\s]$|^[^\s]$/u.test(text.slice(start, end)), "a span does not lie on a word");
        }
      }
    }
  }
}

async function linksNothingInEmpty(aligner: Aligner): Promise<void> {
  for (const [source, target] of [["", ""] as const, ["Rain fell.", ""] as const, ["", "비가 왔다."] as const]) {
    expectThat(aligner.linkWords(source, target, TO_KOREAN).length === 0, "words are linked to nothing");
  }
  for (const { source, target, options } of PAIRS) {
    const [one, other] = [1, 2].map(() => aligner.linkWords(source[1] ?? "", target[1] ?? "", options));
    expectThat(isSame(one, other), "the links of one pair of sentences differ");
  }
}

function madeBy(source: Bead["source"], target: Bead["target"]): Bead {
  return { source, target, score: null, lowScore: false, fixed: true };
}

function isOneSided({ source, target }: Bead): boolean {
  return source[0] === source[1] || target[0] === target[1];
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

async function codeOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
    return "no error";
  } catch (thrown) {
    return thrown instanceof SteleError ? thrown.code : "an error without a code";
  }
}

function deepFrozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) for (const member of Object.values(value)) deepFrozen(member);
  return Object.freeze(value);
}

function expectThat(holds: boolean, what: string): asserts holds {
  if (holds) return;
  throw new SteleError({
    code: "check-failed",
    message: `The aligner breaks its contract: ${what}.`,
    hint: "Correct the aligner.",
  });
}
