-- What documents were found to say of themselves and together. Derived, like documents and statements, and made again when the engine changes.

CREATE TABLE document_finding (
  document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,     -- from 0, in text order
  json     TEXT NOT NULL,        -- the contract's finding object, its matter still null
  UNIQUE (document, position)
) STRICT;

CREATE TABLE examined (          -- documents that the matters below take account of
  document INTEGER PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE examination (       -- one row: what the matters below were made by, and of how many documents
  id        INTEGER PRIMARY KEY CHECK (id = 1),
  engine    TEXT NOT NULL,
  documents INTEGER NOT NULL
) STRICT;

CREATE TABLE thread (            -- statements of one document that are about the same; see docs/findings.md
  id       TEXT PRIMARY KEY,
  original TEXT NOT NULL,
  day      TEXT,
  parent   TEXT,                 -- the thread that it follows, or NULL
  matter   TEXT NOT NULL,        -- the matter that it belongs to; a single statement's is not written
  lookup   BLOB NOT NULL,        -- hashes of the keys that it is found by, 8 bytes each, little-endian
  facts    BLOB NOT NULL         -- its statements, and its keys with their weights
) STRICT;

CREATE INDEX thread_matter ON thread (matter);

CREATE TABLE matter (
  id        TEXT PRIMARY KEY,
  first_day TEXT,
  json      TEXT NOT NULL,
  status    TEXT GENERATED ALWAYS AS (json ->> '$.status') VIRTUAL,
  title     TEXT GENERATED ALWAYS AS (json ->> '$.title') VIRTUAL
) STRICT;

CREATE TABLE finding (           -- across documents, and those of single documents once more, now with their matter
  id       TEXT PRIMARY KEY,
  matter   TEXT,
  original TEXT NOT NULL,        -- the document and place of its first evidence
  start    INTEGER NOT NULL,
  json     TEXT NOT NULL,
  kind     TEXT GENERATED ALWAYS AS (json ->> '$.kind') VIRTUAL
) STRICT;

CREATE INDEX finding_matter ON finding (matter);
CREATE INDEX finding_place ON finding (original, start, kind, id);
