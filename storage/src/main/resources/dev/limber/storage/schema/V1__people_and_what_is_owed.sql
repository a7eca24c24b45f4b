-- Instants are milliseconds since 1970. The placeholders hold what SQLite and PostgreSQL spell differently:
-- identity (an integer key that only ever grows), clustered (rows live in the primary key's tree), bytes.

CREATE TABLE subject (
    subject_key TEXT   NOT NULL PRIMARY KEY,
    version     BIGINT NOT NULL,
    state       TEXT   NOT NULL,
    last_turn   BIGINT NOT NULL,
    -- last_turn in whole days: a turn touches the index below once a day, not every time
    last_day    BIGINT NOT NULL
);

CREATE INDEX subject_by_last_day ON subject (last_day);

CREATE TABLE plan (
    subject_key TEXT NOT NULL PRIMARY KEY REFERENCES subject (subject_key) ON DELETE CASCADE ON UPDATE CASCADE,
    plan        TEXT NOT NULL
);

CREATE TABLE history (
    subject_key TEXT   NOT NULL REFERENCES subject (subject_key) ON DELETE CASCADE ON UPDATE CASCADE,
    entry_id    TEXT   NOT NULL,
    happened_at BIGINT NOT NULL,
    entry       TEXT   NOT NULL,
    PRIMARY KEY (subject_key, entry_id)
) ${clustered};

CREATE TABLE wake_up (
    subject_key TEXT   NOT NULL REFERENCES subject (subject_key) ON DELETE CASCADE ON UPDATE CASCADE,
    cue         TEXT   NOT NULL,
    -- the delivery that started it
    after_id    BIGINT NOT NULL,
    platform    TEXT   NOT NULL,
    bot         TEXT   NOT NULL,
    chat        TEXT   NOT NULL,
    thread      TEXT,
    -- 1 where only the person reads along
    private     INTEGER NOT NULL,
    language    TEXT,
    due         BIGINT NOT NULL,
    PRIMARY KEY (subject_key, cue)
) ${clustered};

CREATE INDEX wake_up_by_due ON wake_up (due);

CREATE TABLE outbox (
    id             ${identity},
    -- no reference: the last words to somebody who is forgotten outlive the subject
    subject_key    TEXT    NOT NULL,
    -- 1 where its turn forgot the subject: only delivery may still see the row
    forgotten      INTEGER NOT NULL,
    platform       TEXT    NOT NULL,
    bot            TEXT    NOT NULL,
    chat           TEXT    NOT NULL,
    thread         TEXT,
    reply_token    TEXT,
    reply_expires  BIGINT,
    lane           TEXT    NOT NULL,
    message        TEXT    NOT NULL,
    private        INTEGER NOT NULL,
    language       TEXT,
    -- the wake-up that follows delivery; empty, too, once it is dropped
    then_after     BIGINT,
    then_cue       TEXT
);

CREATE INDEX outbox_by_subject ON outbox (subject_key);
CREATE INDEX outbox_by_platform ON outbox (platform, id);

-- 128 bits of the event's hash: of one size whatever the key, and it tells nothing about anybody. No index by time:
-- the daily purge walks the tree in order, which rewrites far fewer pages than following one.
CREATE TABLE seen (
    event   ${bytes} NOT NULL PRIMARY KEY,
    seen_at BIGINT   NOT NULL
) ${clustered};
