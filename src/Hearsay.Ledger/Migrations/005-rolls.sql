-- Audits of published lists. Names are kept apart from what was found, so that they can be withheld or erased, and never enter the log.

CREATE TABLE audit (
  id        TEXT PRIMARY KEY,    -- 32 hexadecimal digits derived from the files, their roles and the engine
  matter    TEXT,                -- the matter that the list belongs to, or NULL
  list      TEXT NOT NULL,       -- SHA-256 of the list's bytes
  engine    TEXT NOT NULL,
  json      TEXT NOT NULL        -- the registers with their hashes, and the counts
) STRICT;

CREATE TABLE audit_row (
  audit TEXT NOT NULL REFERENCES audit (id) ON DELETE CASCADE,
  row   INTEGER NOT NULL,        -- from 1
  json  TEXT NOT NULL,           -- the contract's columns without the name
  PRIMARY KEY (audit, row)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit_name (        -- a protected class: read only where asked for, with a reason that the log keeps
  audit    TEXT NOT NULL,
  row      INTEGER NOT NULL,
  name     TEXT NOT NULL,
  register TEXT,                 -- the name in the register, or NULL
  withheld INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (audit, row),
  FOREIGN KEY (audit, row) REFERENCES audit_row (audit, row) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE audit_finding (
  id     TEXT PRIMARY KEY,
  audit  TEXT NOT NULL REFERENCES audit (id) ON DELETE CASCADE,
  json   TEXT NOT NULL,          -- the contract's finding object
  kind   TEXT GENERATED ALWAYS AS (json ->> '$.kind') VIRTUAL
) STRICT;

CREATE INDEX audit_finding_audit ON audit_finding (audit);
