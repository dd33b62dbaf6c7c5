-- The weightiest findings of a matter are found without reading all of them.

CREATE INDEX finding_of_matter ON finding (matter, severity);
DROP INDEX finding_matter;
