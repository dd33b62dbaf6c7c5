-- The weightiest findings of each kind of a matter are found without reading all of them: this index holds all that is asked.

CREATE INDEX finding_kind_of_matter ON finding (matter, kind, severity, id);
