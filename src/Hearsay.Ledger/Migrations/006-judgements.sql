-- What people decided. The judgements are record and never change; what they make of statements is derived from them.

CREATE TABLE judgement (
  entry    INTEGER PRIMARY KEY REFERENCES log (sequence) DEFERRABLE INITIALLY DEFERRED,
  id       TEXT NOT NULL UNIQUE, -- the first 32 digits of the record's hash in the log
  json     TEXT NOT NULL,        -- hearsay.judgement/1: who, when, why, and what
  salt     TEXT NOT NULL,        -- as a capture's
  record   TEXT NOT NULL GENERATED ALWAYS AS (json_array(json, salt)) VIRTUAL,
  verdict  TEXT NOT NULL GENERATED ALWAYS AS (json ->> '$.ruling.verdict') VIRTUAL,
  original TEXT GENERATED ALWAYS AS (json ->> '$.ruling.statement.document') VIRTUAL -- of judgements about one statement
) STRICT;

CREATE INDEX judgement_original ON judgement (original, verdict);

CREATE TRIGGER judgement_is_not_changed BEFORE UPDATE ON judgement BEGIN SELECT raise(ABORT, 'judgements are kept as they are'); END;
CREATE TRIGGER judgement_is_not_deleted BEFORE DELETE ON judgement BEGIN SELECT raise(ABORT, 'judgements are kept'); END;

CREATE TABLE judged_statement (  -- derived: statements that somebody judged, as judged
  original TEXT NOT NULL,
  id       TEXT NOT NULL,        -- the statement's
  verdict  TEXT NOT NULL,        -- accepted, rejected, corrected, identified
  json     TEXT NOT NULL,        -- the contract's statement object with its "judged"
  PRIMARY KEY (original, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX judged_statement_id ON judged_statement (id);

CREATE TABLE judgement_standing ( -- derived: how judgements about statements stand towards what the engine finds
  judgement TEXT NOT NULL,
  original  TEXT NOT NULL,
  part      INTEGER NOT NULL,    -- of the judgement, from 0, in that document
  standing  TEXT NOT NULL,       -- holds, changed, orphaned, superseded, withdrawn
  nearest   TEXT,                -- id of the statement that it fits, or else lies nearest to
  PRIMARY KEY (judgement, original, part)
) STRICT, WITHOUT ROWID;

CREATE INDEX judgement_standing_original ON judgement_standing (original);

CREATE TABLE dismissed_finding ( -- derived
  id   TEXT PRIMARY KEY,         -- the finding's
  json TEXT NOT NULL             -- who, when, why
) STRICT, WITHOUT ROWID;

CREATE TABLE regrouped (         -- derived: trees of threads that people merged or split, and the matters that came of it
  tree   TEXT NOT NULL,          -- the matter that the engine alone would make
  matter TEXT NOT NULL,
  PRIMARY KEY (tree, matter)
) STRICT, WITHOUT ROWID;

CREATE INDEX regrouped_matter ON regrouped (matter);

CREATE INDEX thread_original ON thread (original);
CREATE INDEX matter_status ON matter (status, first_day);
