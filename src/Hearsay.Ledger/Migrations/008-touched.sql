-- What lets one more document touch only what it concerns. All of it is derived; it is made again when matters are next brought up to date.

DROP TABLE thread;
DELETE FROM regrouped;
DELETE FROM examined;
DELETE FROM examination;

CREATE TABLE thread (            -- statements of one document that are about the same; see docs/findings.md
  number     INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  original   TEXT NOT NULL,
  day        TEXT,
  parent     TEXT,               -- the thread that it follows, or NULL
  matter     TEXT NOT NULL,      -- the matter that it belongs to; a single statement's is not written
  statements INTEGER NOT NULL,   -- how many
  lookup     BLOB NOT NULL,      -- hashes of the keys that it is found by, 8 bytes each, little-endian
  facts      BLOB NOT NULL       -- its statements, and its keys with their weights
) STRICT;

CREATE INDEX thread_original ON thread (original);
CREATE INDEX thread_parent ON thread (parent);
CREATE INDEX thread_matter ON thread (matter, number, id, original, day, parent, statements); -- holds all that is read of a whole matter

CREATE TABLE posting (           -- which threads hold a key
  key    INTEGER NOT NULL,
  thread INTEGER NOT NULL,
  PRIMARY KEY (key, thread)
) STRICT, WITHOUT ROWID;

ALTER TABLE finding ADD COLUMN own INTEGER NOT NULL DEFAULT 0; -- 1: of a single document

CREATE TABLE also_found (        -- the same evidence may be found in two matters; it counts in the first by id, and the others are kept here
  id       TEXT NOT NULL,
  matter   TEXT NOT NULL,
  original TEXT NOT NULL,
  start    INTEGER NOT NULL,
  json     TEXT NOT NULL,
  PRIMARY KEY (id, matter)
) STRICT, WITHOUT ROWID;
