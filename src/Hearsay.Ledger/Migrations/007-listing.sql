-- What lists, filters and search show, in the shape in which they show it, so that a page costs the rows that it shows and not the ledger's size.
-- Derived from documents, statements, matters and findings, and filled by the workbench; what is missing is filled in, what is gone goes with what it was made of.

CREATE TABLE listed_document (
  id         INTEGER PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
  key        TEXT NOT NULL UNIQUE,   -- its address: of the original's hash, and of what else tells readings of the same bytes apart
  original   TEXT NOT NULL,
  title      TEXT NOT NULL,
  outlet     TEXT,
  language   TEXT,
  published  TEXT NOT NULL,          -- JSON: value, earliest, latest, basis
  day        TEXT NOT NULL,          -- that it is listed under, or empty
  statements INTEGER NOT NULL,
  denials    INTEGER NOT NULL,
  sources    INTEGER NOT NULL,
  captured   TEXT NOT NULL           -- UTC, of its first capture
) STRICT;

CREATE INDEX listed_document_day ON listed_document (day, id);
CREATE INDEX listed_document_captured ON listed_document (captured, id);
CREATE INDEX listed_document_original ON listed_document (original);

CREATE TABLE listed_statement (
  id         INTEGER PRIMARY KEY,
  document   INTEGER NOT NULL REFERENCES listed_document (id) ON DELETE CASCADE,
  statement  TEXT NOT NULL,
  number     INTEGER NOT NULL,       -- its place among the marks of its document, from 1
  source_key TEXT NOT NULL,          -- empty where nobody is named
  source     TEXT,
  side       TEXT NOT NULL,          -- the party's id in the pack, or empty
  day        TEXT NOT NULL,          -- or empty
  denied     INTEGER NOT NULL,
  confidence REAL NOT NULL,
  json       TEXT NOT NULL           -- its first words, and what a list says of it
) STRICT;

CREATE INDEX listed_statement_document ON listed_statement (document, number);
CREATE INDEX listed_statement_statement ON listed_statement (statement);
CREATE INDEX listed_statement_source ON listed_statement (source_key, day, id);
CREATE INDEX listed_statement_day ON listed_statement (day);

-- Words for search. Facets are hashes, so that what a statement is credited with narrows a search as words do. Nothing is stored twice: these keep no text.
CREATE VIRTUAL TABLE statement_words USING fts5 (facets, source, content, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE document_words USING fts5 (facets, title, text, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');

CREATE TABLE listed_source (
  key        TEXT PRIMARY KEY,
  stem       TEXT NOT NULL UNIQUE,   -- its address
  name       TEXT NOT NULL,          -- the one used most
  type       TEXT NOT NULL,
  side       TEXT NOT NULL,
  statements INTEGER NOT NULL,
  denials    INTEGER NOT NULL,
  documents  INTEGER NOT NULL,
  outlets    INTEGER NOT NULL
) STRICT;

CREATE INDEX listed_source_order ON listed_source (statements, key);

CREATE TABLE stale_source (key TEXT PRIMARY KEY) STRICT, WITHOUT ROWID; -- whose row above is to be reckoned anew

CREATE TRIGGER listed_statement_added AFTER INSERT ON listed_statement WHEN NEW.source_key <> '' BEGIN
  INSERT OR IGNORE INTO stale_source VALUES (NEW.source_key);
END;

CREATE TRIGGER listed_statement_gone AFTER DELETE ON listed_statement BEGIN
  DELETE FROM statement_words WHERE rowid = OLD.id;
  INSERT OR IGNORE INTO stale_source SELECT OLD.source_key WHERE OLD.source_key <> '';
END;

CREATE TRIGGER listed_document_gone AFTER DELETE ON listed_document BEGIN
  DELETE FROM document_words WHERE rowid = OLD.id;
END;

-- What is judged is listed anew.
CREATE TRIGGER judged_statement_added AFTER INSERT ON judged_statement BEGIN
  DELETE FROM listed_document WHERE original = NEW.original;
END;

CREATE TRIGGER judged_statement_changed AFTER UPDATE ON judged_statement BEGIN
  DELETE FROM listed_document WHERE original = NEW.original;
END;

CREATE TRIGGER judged_statement_gone AFTER DELETE ON judged_statement BEGIN
  DELETE FROM listed_document WHERE original = OLD.original;
END;

CREATE TABLE listed_matter (
  id         TEXT PRIMARY KEY REFERENCES matter (id) ON DELETE CASCADE,
  title      TEXT NOT NULL,
  status     TEXT NOT NULL,
  reason     TEXT NOT NULL,
  first_day  TEXT,
  last_day   TEXT,
  statements INTEGER NOT NULL,
  documents  INTEGER NOT NULL,
  origins    INTEGER NOT NULL,
  findings   INTEGER NOT NULL,
  warnings   INTEGER NOT NULL,
  newest     TEXT NOT NULL,          -- when the latest of its documents was captured
  strip      TEXT NOT NULL           -- JSON: statements and denials over time, for its small timeline
) STRICT;

CREATE INDEX listed_matter_weight ON listed_matter (documents, statements, id);
CREATE INDEX listed_matter_newest ON listed_matter (newest, id);
CREATE INDEX listed_matter_status ON listed_matter (status, documents, statements, id);

-- Which statements a finding is about, both ways.
CREATE TABLE finding_statement (
  statement TEXT NOT NULL,
  finding   TEXT NOT NULL REFERENCES finding (id) ON DELETE CASCADE,
  PRIMARY KEY (statement, finding)
) STRICT, WITHOUT ROWID;

CREATE INDEX finding_statement_finding ON finding_statement (finding);

CREATE TRIGGER finding_added AFTER INSERT ON finding BEGIN
  INSERT OR IGNORE INTO finding_statement SELECT value, NEW.id FROM json_each(NEW.json, '$.statements');
END;

INSERT OR IGNORE INTO finding_statement SELECT s.value, f.id FROM finding f, json_each(f.json, '$.statements') s;

ALTER TABLE finding ADD COLUMN severity TEXT GENERATED ALWAYS AS (json ->> '$.severity') VIRTUAL;

CREATE INDEX finding_queue ON finding (severity, kind, id);
CREATE INDEX finding_kind ON finding (kind, severity, id);

-- How often each check found something, by side: the same checks for every side. One row, made anew with the rest.
CREATE TABLE listed_evenness (
  id   INTEGER PRIMARY KEY CHECK (id = 1),
  json TEXT NOT NULL
) STRICT;
