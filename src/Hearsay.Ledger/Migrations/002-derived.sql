-- What the engine made of the captures. All of it can be made again, and is when the engine changes.

CREATE TABLE document (
  id         INTEGER PRIMARY KEY,
  original   TEXT NOT NULL REFERENCES original (sha256),
  facts      TEXT NOT NULL,      -- of its captures: what they say that a reading may depend on
  engine     TEXT NOT NULL,      -- version of engine, pack and models
  encoding   TEXT NOT NULL CHECK (encoding IN ('raw', 'br')),
  inspection BLOB NOT NULL,      -- hearsay.inspect/1 with its document and blocks, as encoded
  digest     TEXT NOT NULL,      -- SHA-256 over this row and its statements, see docs/ledger.md
  UNIQUE (original, facts)
) STRICT;

CREATE TABLE statement (
  document  INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  position  INTEGER NOT NULL,    -- from 0, in text order
  json      TEXT NOT NULL,       -- the contract's statement object; offsets in code points
  id        TEXT GENERATED ALWAYS AS (json ->> '$.id') VIRTUAL,
  kind      TEXT GENERATED ALWAYS AS (json ->> '$.kind') VIRTUAL,
  act       TEXT GENERATED ALWAYS AS (json ->> '$.act') VIRTUAL,
  source    TEXT GENERATED ALWAYS AS (json ->> '$.source.name') VIRTUAL,
  cue       TEXT GENERATED ALWAYS AS (json ->> '$.cue.lemma') VIRTUAL,
  polarity  TEXT GENERATED ALWAYS AS (json ->> '$.polarity') VIRTUAL,
  certainty TEXT GENERATED ALWAYS AS (json ->> '$.certainty') VIRTUAL,
  said_on   TEXT GENERATED ALWAYS AS (json ->> '$.said_on.value') VIRTUAL,
  UNIQUE (document, position)
) STRICT;

CREATE INDEX statement_id ON statement (id);
CREATE INDEX statement_source ON statement (source, said_on);
CREATE INDEX statement_said_on ON statement (said_on);
