-- Who has the ledger open for writing, so that whoever has to wait can say for whom. No part of the record.

CREATE TABLE writer (
  id      INTEGER PRIMARY KEY,
  pid     INTEGER NOT NULL,
  host    TEXT NOT NULL,
  command TEXT NOT NULL,
  since   TEXT NOT NULL          -- UTC
) STRICT;
