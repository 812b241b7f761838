// Prints how often each kind of anchor stands on both sides of a bead of the gold, and by chance on both sides of a pair
// of sentences that do not belong together, as far apart as the search looks.
//
//   npx tsx tools/fit/measure-anchors.ts GOLD.json...
import { readFileSync } from "node:fs";
import { readTexts } from "../../packages/align/src/read-texts.ts";
import { parseLanguageTag } from "../../packages/model/src/language-tag.ts";

interface GoldSet {
  readonly name: string;
  readonly src: string;
  readonly tgt: string;
  readonly documents: readonly {
    readonly src: readonly string[];
    readonly tgt: readonly string[];
    readonly gold: readonly (readonly [readonly number[], readonly number[]])[];
  }[];
}

/** Beads on either side that a bead's source is compared with: nearer ones may share a subject rightly. */
const [NEAREST, FARTHEST] = [3, 8];
const KINDS = ["figures", "dates", "names", "readings", "sounds"] as const;

for (const path of process.argv.slice(2)) {
  const set: GoldSet = JSON.parse(readFileSync(path, "utf8"));
  const counts = KINDS.map(() => ({ right: 0, wrong: 0 }));
  let beads = 0;
  let others = 0;
  for (const document of set.documents) {
    const sides = await anchorsOf(set, document);
    const gold = document.gold.filter(([source, target]) => source.length > 0 && target.length > 0);
    beads += gold.length;
    for (const [at, [source]] of gold.entries()) {
      for (const [other, [, target]] of gold.entries()) {
        const distance = Math.abs(at - other);
        if (distance > 0 && (distance < NEAREST || distance > FARTHEST)) continue;
        others += distance === 0 ? 0 : 1;
        for (const [kind, count] of counts.entries()) {
          const own = sides[kind];
          if (own === undefined || !isShared(own, source, target)) continue;
          if (distance === 0) count.right++;
          else count.wrong++;
        }
      }
    }
  }
  const told = KINDS.map((kind, k) => {
    const right = (100 * (counts[k]?.right ?? 0)) / beads;
    const wrong = (100 * (counts[k]?.wrong ?? 0)) / others;
    return `${kind} ${right.toFixed(1)} % / ${wrong.toFixed(2)} %`;
  });
  process.stdout.write(`${set.name}, ${beads} beads: ${told.join(" · ")}\n`);
}

type Sides = readonly (readonly [readonly ReadonlySet<string>[], readonly ReadonlySet<string>[]])[];

async function anchorsOf(set: GoldSet, { src, tgt }: GoldSet["documents"][number]): Promise<Sides> {
  const languages = { source: parseLanguageTag(set.src), target: parseLanguageTag(set.tgt) };
  const { source, target } = await readTexts({ source: src, target: tgt, languages }, undefined, {
    step: async () => {},
  });
  return [
    [source.facts.figureSets, target.facts.figureSets],
    [source.facts.dateSets, target.facts.dateSets],
    [source.names, target.names],
    [source.readings, target.readings],
    [source.sounds, target.sounds],
  ];
}

function isShared([own, other]: Sides[number], source: readonly number[], target: readonly number[]): boolean {
  return source.some((i) => target.some((j) => [...(own[i] ?? [])].some((anchor) => other[j]?.has(anchor) === true)));
}
