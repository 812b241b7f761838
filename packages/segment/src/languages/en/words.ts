/**
 * Words that begin a sentence far more often than they go on with a name: after an abbreviation that may end a
 * sentence, one of them shows that it did. "May", "Will", "First" and "Second" are not among them: they begin names.
 */
export const STARTERS: ReadonlySet<string> = new Set(
  (
    "i he she it we they you this that these those his her its their our my your the a an in on at by for from with as " +
    "if when while after before since because although though but and or so yet however also then there here what who " +
    "why how where which is are was were do does did can could would should have has had let no not yes some many " +
    "most all each every both another other such now today yesterday tomorrow later meanwhile moreover nevertheless " +
    "thus hence therefore once until unless under over during despite according about finally please nothing nobody " +
    "everyone everybody someone somebody none neither either instead perhaps maybe still even only just well oh see " +
    "to be being having it's that's i'm he's she's we're they're there's don't didn't let's i've i'd i'll nor whether " +
    "whose whom us them one two three four five six seven eight nine ten few several more much their theirs ours " +
    "yours hers mine very too again already always never often sometimes usually among between through without within " +
    "come go take get make look read thank thanks call turn visit stop bring keep"
  ).split(" "),
);

/** Words in small letters with which a sentence goes on after a mark in its middle: `stay? or go`. */
export const CONTINUING: ReadonlySet<string> = new Set(
  "and or nor as of to in on for with at from by that than into onto over under upon per via whose whom".split(" "),
);

/** Cries after which older prose goes on in small letters: `Alas! poor fellow`. */
export const INTERJECTIONS: ReadonlySet<string> = new Set(
  "o oh ah aha alas ha hey hi ho lo hurrah bah nay ay aye yes no why what well lord heavens god stay hark fie".split(
    " ",
  ),
);

/** Words that no sentence ends in: dots after them are a hesitation, whatever follows (`Well... I guess so`). */
export const HESITANT: ReadonlySet<string> = new Set(
  "well so but and or i we he she they um uh er erm because the a an my your if when".split(" "),
);

/** Short words that are no abbreviations: a full stop after one is an end even where small letters follow. */
export const SHORT_WORDS: ReadonlySet<string> = new Set(
  "him me us up off out say see do did day way old new big bad fun ok lol yet ago far man men own car dog cat kid job".split(
    " ",
  ),
);

/** Verbs with which a sentence goes on after a name that ends in a mark: `Her album Run! was released`. */
export const PREDICATES: ReadonlySet<string> = new Set(
  "is was are were has had will would can could did does became remains featured reached won".split(" "),
);

/** Verbs of saying: after a quotation and a name, one of them shows that the sentence goes on. */
export const SAYING: ReadonlySet<string> = new Set(
  (
    "said says say asked asks ask replied replies answered answers added adds told tells wrote writes shouted shouts " +
    "cried cries whispered whispers exclaimed exclaims demanded demands wondered wonders thought thinks called calls " +
    "yelled yells screamed screams muttered mutters murmured murmurs snapped snaps laughed laughs continued continues " +
    "remarked remarks observed observes explained explains insisted insists joked jokes tweeted tweets recalled " +
    "recalls declared declares announced announces argued argues admitted admits repeated repeats began begins " +
    "inquired enquired queried responded responds sighed sighs gasped growled hissed groaned interrupted mumbled barked " +
    "breathed pleaded begged offered agreed shrieked sobbed teased managed echoed urged warned persisted protested retorted " +
    "bellowed stammered stuttered croaked panted chuckled giggled grumbled grunted hollered howled moaned mused " +
    "roared boomed thundered drawled wailed whined quipped scoffed sneered ventured countered concluded commented noted " +
    "suggested swore vowed confessed rasped squealed squeaked yelped bawled cooed chanted guessed reasoned reminded " +
    "sniffed corrected conceded cautioned prompted"
  ).split(" "),
);

/** Nouns that take a single letter as their name, so that the letter is no initial: `vitamin C. Oranges`. */
export const LETTER_NOUNS: ReadonlySet<string> = new Set(
  (
    "vitamin grade plan hepatitis group class type model section appendix figure fig option team part point step level " +
    "size letter factor category case exhibit schedule line route block gate hall room terminal division league series " +
    "drive channel key note chapter war act scene volume phase stage title schedule column row table list item " +
    "question answer version generation set edge node vertex graph"
  ).split(" "),
);

/** Words before which `I` is the pronoun and no initial: `you and I. Nobody`. */
export const BEFORE_PRONOUN: ReadonlySet<string> = new Set(
  "and or nor than as am do did was but that so if not".split(" "),
);

/** Names that end in a mark of exclamation or question. */
export const MARKED_NAMES: ReadonlySet<string> = new Set(["yahoo", "jeopardy", "oklahoma", "guess", "wham", "panic"]);

/** Days, months and time zones: `9 a.m. Monday`, `at 5 p.m. EST`. */
export const TIME_WORDS: ReadonlySet<string> = new Set(
  (
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january " +
    "february march april may june july august september october november december jan feb mar apr jun jul aug sep " +
    "sept oct nov dec est edt cst cdt mst mdt pst pdt gmt utc bst cet kst jst et ct mt pt eastern central pacific " +
    "mountain local"
  ).split(" "),
);
