/**
 * What an abbreviation does before a capital: `title` never ends a sentence (Mr. Park); `number` does not before a
 * figure (No. 5); `month` neither, nor `day` before a date either; `name` ends one only before a word that begins
 * sentences (Inc. The); `latin` never does (e.g.); `loose` ends one before any capital (etc.); `cased` is a `name` when
 * it begins with a capital and a word else (Wash., Sun.).
 */
export type AbbreviationKind = "title" | "number" | "month" | "day" | "name" | "latin" | "loose" | "cased";

const LISTS: Readonly<Record<AbbreviationKind, string>> = {
  title:
    "mr mrs ms mx messrs mmes dr drs prof profs gen gens sen sens rep reps gov govs lt lts col cols sgt sgts capt " +
    "capts cpl pfc cmdr comdr adm maj rev revs hon pres supt det insp msgr fr br sr sra srta mme mlle pvt brig cdr " +
    "ald asst rt amb atty dir supt st ste mt ft pt sec-gen vice-pres lt-gen maj-gen brig-gen lieut secy treas spc ens bp abp " +
    "wm geo chas jas thos robt edw benj saml",
  number:
    "no nos n° nº rm exh p pp fig figs vol vols sec secs ch chap chaps art arts eq eqs eqn eqns ref refs tab op ext ex para " +
    "paras app apps pt pts nr bd rs ver rev sect chr pop alt elev lat wt ht cat fol ff bk reg ll mss pl fl tel cl ca approx circa s ss §",
  month: "jan feb mar apr jun jul aug sep sept oct nov dec",
  day: "mon tue tues wed thu thur thurs fri sat sun",
  name:
    "inc co cos corp corps ltd bros plc llc pty gmbh ag sa jr esq ave blvd rd hwy pkwy ln ct sq terr bldg apt rte dept " +
    "depts univ inst assn assoc assocs intl int'l govt gov't natl nat'l mfg mgr dist comm cmte al bd calif conn colo " +
    "fla ariz ala okla minn wisc nev neb nebr tenn penn penna dak mich ont que ph.d phd m.d d.d.s d.phil m.phil b.sc " +
    "m.sc ed.d ll.b ll.m j.d r.n hq ser trans ed eds repr hosp sci eng mech phys chem math proc " +
    "symp lett bull acad soc trans jour j edn illus indet sp spp subsp ssp corr diam incl excl encl abbr pers obs unpubl publ freq orig " +
    "prev adj adv esp plur neut transl nov resp stat cong supp fed crim civ evid const amend med twp hts mts fwy expy",
  latin: "e.g eg i.e ie cf viz vs v ibid loc cit op.cit et etal vs. aka a.k.a c/o w/o sc q.v scil p.s p.p.s ps",
  loose:
    "etc fax min max misc est fem masc var dim avg std temp vers est.d sq appt appts acct accts amt amts attn qty mgmt mtg mtgs",
  cased:
    "wash mass miss ill ind ore pa va md del mo la ga me ark kan ky wis vt tex mont ida wyo cal " +
    "lab feat sing comp conf ann spec ct rel",
};

/** Every abbreviation, in lower case without its last full stop. */
export const ABBREVIATIONS: ReadonlyMap<string, AbbreviationKind> = new Map(
  (Object.keys(LISTS) as AbbreviationKind[]).flatMap((kind) =>
    LISTS[kind].split(" ").map((word): [string, AbbreviationKind] => [word, kind]),
  ),
);

/**
 * Abbreviations that are words of the language too (`art.`, `three reps.`): in small letters they are short for
 * something only where a figure or a single letter follows.
 */
export const WORDS_TOO: ReadonlySet<string> = new Set(
  (
    "art arts app apps cat pop ex ref refs sec tab para alt bk reg op rep reps gen gens sen sens gov col cols fr br dir " +
    "pres rev revs hon adm maj insp supt ens spec lab comp conf"
  ).split(" "),
);

/**
 * Words that are short for something only before a figure or a single letter, in capitals too: the Fed, but
 * `Fed. R. Civ. P.`
 */
export const ONLY_COUNTED: ReadonlySet<string> = new Set(["fed"]);

/** Titles that never end a sentence, whatever follows: the rest may be a street or a noun. */
export const BOUND_TITLES: ReadonlySet<string> = new Set(
  "mr mrs ms mx messrs mmes dr prof gen sen sens rep reps gov lt col sgt capt rev".split(" "),
);
