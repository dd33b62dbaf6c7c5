-- The kind of a finding that a statement is named in is told by an index, not read out of its JSON.

CREATE INDEX finding_id_kind ON finding (id, kind);
