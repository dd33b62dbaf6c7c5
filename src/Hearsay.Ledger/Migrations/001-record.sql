-- The record: what was captured, and the log that says so. Nothing here is derived, and nothing here changes.

CREATE TABLE log (
  sequence INTEGER PRIMARY KEY,  -- from 1, without gaps
  time     TEXT NOT NULL,        -- UTC, as 2024-12-03T09:30:00.000Z
  kind     TEXT NOT NULL,        -- capture, erasure
  payload  TEXT NOT NULL,        -- JSON, keys in alphabetical order, no white space; never a person's name
  previous TEXT NOT NULL,        -- hash of the entry before; 64 zeros before the first
  hash     TEXT NOT NULL         -- SHA-256 of this entry, see docs/ledger.md
) STRICT;

CREATE TRIGGER log_is_not_changed BEFORE UPDATE ON log BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
CREATE TRIGGER log_is_not_cut BEFORE DELETE ON log BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
CREATE TRIGGER log_is_a_chain BEFORE INSERT ON log
WHEN NEW.sequence <> (SELECT ifnull(max(sequence), 0) + 1 FROM log)
  OR NEW.previous <> ifnull((SELECT hash FROM log ORDER BY sequence DESC LIMIT 1), printf('%064d', 0))
BEGIN SELECT raise(ABORT, 'a log entry follows the last one'); END;

CREATE TABLE original (
  sha256   TEXT PRIMARY KEY,     -- of the bytes as captured, lower-case hexadecimal
  sha512   TEXT NOT NULL,        -- likewise: a second algorithm, should the first fall
  size     INTEGER NOT NULL,     -- bytes as captured
  encoding TEXT NOT NULL CHECK (encoding IN ('raw', 'br')),
  bytes    BLOB                  -- as encoded; NULL once erased
) STRICT;

CREATE TRIGGER original_is_not_deleted BEFORE DELETE ON original BEGIN SELECT raise(ABORT, 'originals are kept'); END;
CREATE TRIGGER original_is_not_changed BEFORE UPDATE ON original
WHEN NOT (NEW.bytes IS NULL AND NEW.sha256 = OLD.sha256 AND NEW.sha512 = OLD.sha512 AND NEW.size = OLD.size AND NEW.encoding = OLD.encoding)
BEGIN SELECT raise(ABORT, 'originals are kept as they are; their bytes can only be erased'); END;

CREATE TABLE capture (
  entry      INTEGER PRIMARY KEY REFERENCES log (sequence) DEFERRABLE INITIALLY DEFERRED,
  original   TEXT NOT NULL REFERENCES original (sha256),
  path       TEXT NOT NULL,      -- as given, separated by /
  suffix     TEXT NOT NULL,      -- of the path, in lower case, with its dot; may be empty
  url        TEXT,
  outlet     TEXT,
  published  TEXT,               -- 2024-12-03
  charset    TEXT,
  collector  TEXT,
  reason     TEXT,
  media_type TEXT NOT NULL,
  tool       TEXT NOT NULL,      -- as hearsay 0.1.0
  salt       TEXT NOT NULL,      -- 32 random hexadecimal digits, so that the log's hash of this row tells nothing once the row is erased
  facts      TEXT NOT NULL GENERATED ALWAYS AS (json_array(suffix, url, outlet, published, charset)) VIRTUAL,
  record     TEXT NOT NULL GENERATED ALWAYS AS (json_array(original, path, suffix, url, outlet, published, charset, collector, reason, media_type, tool, salt)) VIRTUAL,
  UNIQUE (original, path, facts)
) STRICT;

CREATE TRIGGER capture_is_not_changed BEFORE UPDATE ON capture BEGIN SELECT raise(ABORT, 'captures are kept as they are'); END;
CREATE TRIGGER capture_is_not_deleted BEFORE DELETE ON capture BEGIN SELECT raise(ABORT, 'captures are kept'); END;
