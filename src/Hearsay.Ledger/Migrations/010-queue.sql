-- What should be looked at, by how much hangs on it and how unsure the engine is, so that the queue costs what it shows. Derived with matters and findings.

CREATE TABLE queued (
  matter     TEXT NOT NULL REFERENCES matter (id) ON DELETE CASCADE,
  id         TEXT NOT NULL,          -- of the statement or finding
  kind       TEXT NOT NULL CHECK (kind IN ('statement', 'finding')),
  original   TEXT NOT NULL,          -- the document to look at
  status     TEXT NOT NULL,          -- the matter's
  severity   TEXT,                   -- a finding's
  confidence REAL,                   -- a statement's
  resting    INTEGER,                -- how many findings rest on a statement
  urgency    REAL NOT NULL GENERATED ALWAYS AS (
    CASE status WHEN 'disputed' THEN 1.0 WHEN 'single_origin' THEN 0.8 WHEN 'corroborated' THEN 0.6 WHEN 'open' THEN 0.5 ELSE 0.3 END
    * CASE kind WHEN 'finding' THEN iif(severity = 'warning', 0.6, 0.3) ELSE 0.5 * min(1.0, 2.0 * (1.0 - confidence)) + 0.4 * (1.0 - 1.0 / (1.0 + resting)) END) VIRTUAL,
  PRIMARY KEY (matter, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX queued_urgency ON queued (urgency DESC, id);

INSERT OR IGNORE INTO queued (matter, id, kind, original, status, severity)
SELECT m.id, f.id, 'finding', f.original, m.status, f.severity FROM finding f JOIN matter m ON m.id = f.matter WHERE f.severity <> 'info';

INSERT OR IGNORE INTO queued (matter, id, kind, original, status, confidence, resting)
SELECT m.id, s.id, 'statement', d.original, m.status, s.json ->> '$.confidence', (SELECT count(*) FROM finding_statement x JOIN finding f ON f.id = x.finding WHERE x.statement = s.id AND f.matter = m.id AND f.severity <> 'info')
FROM matter m, json_each(m.json, '$.statements') one JOIN statement s ON s.id = one.value ->> '$.id' JOIN document d ON d.id = s.document
WHERE NOT EXISTS (SELECT 1 FROM judged_statement j WHERE j.id = s.id AND j.verdict <> 'identified');

CREATE INDEX judgement_standing_lost ON judgement_standing (standing, judgement) WHERE standing IN ('orphaned', 'changed');

-- What is judged stays listed as it was until it is listed anew.
DROP TRIGGER judged_statement_added;
DROP TRIGGER judged_statement_changed;
DROP TRIGGER judged_statement_gone;

CREATE TABLE stale_document (id INTEGER PRIMARY KEY REFERENCES listed_document (id) ON DELETE CASCADE) STRICT;

CREATE TRIGGER judged_statement_added AFTER INSERT ON judged_statement BEGIN
  INSERT OR IGNORE INTO stale_document SELECT id FROM listed_document WHERE original = NEW.original;
END;

CREATE TRIGGER judged_statement_changed AFTER UPDATE ON judged_statement BEGIN
  INSERT OR IGNORE INTO stale_document SELECT id FROM listed_document WHERE original = NEW.original;
END;

CREATE TRIGGER judged_statement_gone AFTER DELETE ON judged_statement BEGIN
  INSERT OR IGNORE INTO stale_document SELECT id FROM listed_document WHERE original = OLD.original;
END;

-- Which statements others pass on, deny or bear out, so that each source can be shown with how often.
CREATE TABLE listed_bearing (
  matter    TEXT NOT NULL REFERENCES listed_matter (id) ON DELETE CASCADE,
  bearing   TEXT NOT NULL CHECK (bearing IN ('relayed', 'denied', 'corroborated')),
  statement TEXT NOT NULL,
  PRIMARY KEY (matter, bearing, statement)
) STRICT, WITHOUT ROWID;

CREATE INDEX listed_bearing_statement ON listed_bearing (statement, bearing);

CREATE TRIGGER listed_bearing_added AFTER INSERT ON listed_bearing BEGIN
  INSERT OR IGNORE INTO stale_source SELECT source_key FROM listed_statement WHERE statement = NEW.statement AND source_key <> '';
END;

CREATE TRIGGER listed_bearing_gone AFTER DELETE ON listed_bearing BEGIN
  INSERT OR IGNORE INTO stale_source SELECT source_key FROM listed_statement WHERE statement = OLD.statement AND source_key <> '';
END;

CREATE INDEX listed_statement_side ON listed_statement (side, denied);

DELETE FROM listed_matter;
ALTER TABLE listed_source ADD COLUMN relayed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE listed_source ADD COLUMN denied INTEGER NOT NULL DEFAULT 0;
ALTER TABLE listed_source ADD COLUMN corroborated INTEGER NOT NULL DEFAULT 0;
