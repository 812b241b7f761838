/** English words with forms that no rule gives, a word on a line. */
const IRREGULAR = `
be am is are was were been being
have has had having
do does did done doing
go goes went gone going
say says said saying
make makes made making
take takes took taken taking
come comes came coming
see sees saw seen seeing
get gets got gotten getting
give gives gave given giving
know knows knew known knowing
think thinks thought thinking
tell tells told telling
become becomes became becoming
leave leaves left leaving
feel feels felt feeling
bring brings brought bringing
begin begins began begun beginning
keep keeps kept keeping
hold holds held holding
write writes wrote written writing
stand stands stood standing
hear hears heard hearing
mean means meant meaning
meet meets met meeting
run runs ran running
pay pays paid paying
sit sits sat sitting
speak speaks spoke spoken speaking
lead leads led leading
grow grows grew grown growing
lose loses lost losing
fall falls fell fallen falling
send sends sent sending
build builds built building
understand understands understood understanding
draw draws drew drawn drawing
break breaks broke broken breaking
spend spends spent spending
rise rises rose risen rising
drive drives drove driven driving
buy buys bought buying
wear wears wore worn wearing
choose chooses chose chosen choosing
seek seeks sought seeking
throw throws threw thrown throwing
catch catches caught catching
deal deals dealt dealing
win wins won winning
forget forgets forgot forgotten forgetting
sell sells sold selling
teach teaches taught teaching
fight fights fought fighting
find finds found finding
eat eats ate eaten eating
fly flies flew flown flying
sing sings sang sung singing
drink drinks drank drunk drinking
swim swims swam swum swimming
sleep sleeps slept sleeping
steal steals stole stolen stealing
shake shakes shook shaken shaking
hide hides hid hidden hiding
ride rides rode ridden riding
wake wakes woke woken waking
freeze freezes froze frozen freezing
blow blows blew blown blowing
strike strikes struck striking
lend lends lent lending
bend bends bent bending
feed feeds fed feeding
shoot shoots shot shooting
sink sinks sank sunk sinking
swear swears swore sworn swearing
tear tears tore torn tearing
bear bears bore borne born bearing
bite bites bit bitten biting
bind binds bound binding
dig digs dug digging
hang hangs hung hanging
lie lies lay lain lying
lay lays laid laying
die dies died dying
tie ties tied tying
ring rings rang rung ringing
shine shines shone shining
slide slides slid sliding
spring springs sprang sprung springing
stick sticks stuck sticking
sweep sweeps swept sweeping
weep weeps wept weeping
undergo undergoes underwent undergone undergoing
overcome overcomes overcame overcoming
withdraw withdraws withdrew withdrawn withdrawing
arise arises arose arisen arising
show shows showed shown showing
prove proves proved proven proving
man men
woman women
child children
person people
foot feet
tooth teeth
goose geese
mouse mice
ox oxen
life lives
knife knives
wife wives
half halves
shelf shelves
wolf wolves
leaf leaves
thief thieves
loaf loaves
crisis crises
analysis analyses
basis bases
thesis theses
criterion criteria
phenomenon phenomena
good better best
bad worse worst
far farther further farthest furthest
little less least
many more most
`;

/** Adjectives of one or two syllables that are compared by endings. */
const COMPARED = `big bright broad cheap clean clear close cold cool dark deep dry early easy fast few fine fresh great
  happy hard heavy high hot large late light long loud low narrow near new nice old poor quick rich safe sharp short
  simple slow small soft strong tall thick thin tight warm weak wet wide wild young`;

/** The other forms of a word that no rule gives, of each word that it may be a form of (leaves: leave, leaf). */
export function irregularForms(word: string): readonly string[] {
  return GROUPS.get(word) ?? [];
}

/** Whether an adjective is compared by endings: larger, largest. */
export function isCompared(word: string): boolean {
  return ADJECTIVES.has(word);
}

const ADJECTIVES: ReadonlySet<string> = new Set(COMPARED.split(/\s+/));
const GROUPS: ReadonlyMap<string, readonly string[]> = groupsByWord();

function groupsByWord(): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, readonly string[]>();
  for (const line of IRREGULAR.trim().split("\n")) {
    const forms = line.split(" ");
    for (const form of forms) groups.set(form, [...(groups.get(form) ?? []), ...forms]);
  }
  return groups;
}
