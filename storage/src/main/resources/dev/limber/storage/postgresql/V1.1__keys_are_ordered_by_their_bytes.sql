-- A chat and its threads are found as a range of keys, whatever order of words the database is set up for.

ALTER TABLE subject ALTER COLUMN subject_key TYPE TEXT COLLATE "C";
