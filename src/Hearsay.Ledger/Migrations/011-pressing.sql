-- Disputed matters come first in the list.

ALTER TABLE listed_matter ADD COLUMN pressing INTEGER NOT NULL GENERATED ALWAYS AS (status = 'disputed') VIRTUAL;

CREATE INDEX listed_matter_pressing ON listed_matter (pressing, documents, statements, id);
DROP INDEX listed_matter_weight;
