/** "Stel" in ASCII: says whose file it is (PRAGMA application_id). */
export const APPLICATION_ID = 0x5374_656c;

/**
 * The schema, one entry a version; entry 0 makes version 1. An entry that was released is never changed: a later
 * version is a new entry. Described in docs/library.md.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE article (
    id TEXT PRIMARY KEY,
    language TEXT NOT NULL,
    text TEXT NOT NULL,
    blocks TEXT NOT NULL,
    derived_from TEXT,
    saved_at INTEGER NOT NULL
  ) WITHOUT ROWID;

  CREATE TABLE text (
    id TEXT PRIMARY KEY REFERENCES article (id),
    title TEXT NOT NULL,
    saved_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    removed_at INTEGER
  ) WITHOUT ROWID;

  CREATE TABLE bitext (
    id TEXT PRIMARY KEY,
    text_id TEXT NOT NULL REFERENCES text (id),
    revision INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX bitext_by_text ON bitext (text_id);

  -- Sentences and provenance of a side, by their hash: most revisions change beads only.
  CREATE TABLE layout (
    id TEXT PRIMARY KEY,
    data TEXT NOT NULL
  ) WITHOUT ROWID;

  CREATE TABLE revision (
    bitext_id TEXT NOT NULL REFERENCES bitext (id),
    revision INTEGER NOT NULL,
    source_id TEXT NOT NULL REFERENCES article (id),
    target_id TEXT NOT NULL REFERENCES article (id),
    source TEXT NOT NULL REFERENCES layout (id),
    target TEXT NOT NULL REFERENCES layout (id),
    beads TEXT NOT NULL,
    report TEXT,
    author TEXT NOT NULL,
    saved_at INTEGER NOT NULL,
    PRIMARY KEY (bitext_id, revision)
  ) WITHOUT ROWID;
  CREATE INDEX revision_by_source ON revision (source_id);
  CREATE INDEX revision_by_target ON revision (target_id);

  CREATE TABLE run (
    id INTEGER PRIMARY KEY,
    input TEXT NOT NULL,
    engine TEXT NOT NULL,
    source TEXT NOT NULL,
    target TEXT NOT NULL,
    state TEXT NOT NULL,
    process INTEGER NOT NULL,
    texts INTEGER NOT NULL,
    answered INTEGER NOT NULL DEFAULT 0,
    in_flight INTEGER NOT NULL DEFAULT 0,
    charged INTEGER NOT NULL DEFAULT 0,
    started_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
  );

  CREATE TABLE answer (
    key TEXT PRIMARY KEY,
    engine TEXT NOT NULL,
    model TEXT,
    source TEXT NOT NULL,
    target TEXT NOT NULL,
    text TEXT NOT NULL,
    attempt INTEGER NOT NULL,
    answer TEXT NOT NULL,
    charged INTEGER,
    ranges TEXT,
    via TEXT,
    rejected TEXT,
    saved_at INTEGER NOT NULL
  ) WITHOUT ROWID;

  CREATE TABLE memory (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
  );

  CREATE TABLE unit (
    id INTEGER PRIMARY KEY,
    memory INTEGER NOT NULL REFERENCES memory (id),
    standing INTEGER NOT NULL,
    score REAL,
    low_score INTEGER NOT NULL,
    provenance TEXT,
    bitext_id TEXT,
    bead INTEGER,
    saved_at INTEGER NOT NULL
  );
  CREATE INDEX unit_by_memory ON unit (memory);
  CREATE INDEX unit_by_bitext ON unit (bitext_id, bead) WHERE bitext_id IS NOT NULL;

  -- The two sides of a unit. The identifier holds the length in its high bits: see memory/side-id.ts.
  CREATE TABLE side (
    id INTEGER PRIMARY KEY,
    unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
    is_target INTEGER NOT NULL,
    language TEXT NOT NULL,
    text TEXT NOT NULL,
    hash INTEGER NOT NULL,
    before INTEGER NOT NULL,
    after INTEGER NOT NULL
  );
  CREATE INDEX side_by_unit ON side (unit);
  CREATE INDEX side_by_hash ON side (hash);
  CREATE VIRTUAL TABLE gram USING fts5 (tokens, content='', contentless_delete=1, tokenize="ascii tokenchars '#'");

  CREATE TABLE word (
    language TEXT NOT NULL,
    word TEXT NOT NULL,
    state TEXT NOT NULL,
    note TEXT,
    marked_at INTEGER NOT NULL,
    PRIMARY KEY (language, word)
  ) WITHOUT ROWID;

  CREATE TABLE sentence (
    id INTEGER PRIMARY KEY,
    source_language TEXT NOT NULL,
    source TEXT NOT NULL,
    target_language TEXT NOT NULL,
    target TEXT NOT NULL,
    word TEXT,
    text_id TEXT,
    saved_at INTEGER NOT NULL
  );
  `,
  `
  -- Counts that lists show, so that they need not read long texts.
  ALTER TABLE layout ADD COLUMN sentences INTEGER NOT NULL DEFAULT 0;
  UPDATE layout SET sentences = json_array_length(data, '$.sentences') / 3;
  -- The layout from which this one is kept as a difference: see text-delta.ts. Beads differ from the revision before.
  ALTER TABLE layout ADD COLUMN base TEXT;
  ALTER TABLE revision ADD COLUMN bead_count INTEGER NOT NULL DEFAULT 0;
  UPDATE revision SET bead_count = json_array_length(beads);
  `,
  `
  -- Sentences and origin of a text that came without a translation.
  ALTER TABLE text ADD COLUMN layout TEXT;
  `,
  `
  -- From here on a number in a report stands for pieces that nothing was to be said of: see kept-report.ts.
  `,
];
