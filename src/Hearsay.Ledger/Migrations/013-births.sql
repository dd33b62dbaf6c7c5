-- Birth dates beside the names, in the same protected class: YYYY-MM-DD, a year, or NULL.

ALTER TABLE audit_name ADD COLUMN born TEXT;
ALTER TABLE audit_name ADD COLUMN register_born TEXT;
