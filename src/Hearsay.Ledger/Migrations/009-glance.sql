-- What is to be looked at in a matter, at a glance: how many findings of each kind, and the first of them in words. Filled with the rest of its row.

DELETE FROM listed_matter;
ALTER TABLE listed_matter ADD COLUMN glance TEXT NOT NULL DEFAULT '{}';
