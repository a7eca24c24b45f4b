-- The next occurrence of each of a subject's nudges.
CREATE TABLE nudge (
    subject_key TEXT    NOT NULL REFERENCES subject (subject_key) ON DELETE CASCADE ON UPDATE CASCADE,
    nudge       TEXT    NOT NULL,
    due         BIGINT  NOT NULL,
    platform    TEXT    NOT NULL,
    bot         TEXT    NOT NULL,
    chat        TEXT    NOT NULL,
    thread      TEXT,
    -- whether only the person reads along
    private     BOOLEAN NOT NULL,
    language    TEXT,
    PRIMARY KEY (subject_key, nudge)
) ${clustered};

CREATE INDEX nudge_by_due ON nudge (platform, due);

-- What became of the last ones.
CREATE TABLE nudge_note (
    subject_key TEXT   NOT NULL REFERENCES subject (subject_key) ON DELETE CASCADE ON UPDATE CASCADE,
    nudge       TEXT   NOT NULL,
    occurrence  BIGINT NOT NULL,
    noted_at    BIGINT NOT NULL,
    entry       TEXT   NOT NULL,
    fate        TEXT,
    PRIMARY KEY (subject_key, nudge, occurrence)
) ${clustered};

-- Which instance of the program delivers an answer; empty where there is only one.
ALTER TABLE outbox ADD COLUMN instance TEXT NOT NULL DEFAULT '';
-- The tenure under which a scheduled message was claimed for sending it, and when.
ALTER TABLE outbox ADD COLUMN claimed_fence BIGINT;
ALTER TABLE outbox ADD COLUMN claimed_at BIGINT;
-- The occurrence of which a message tells.
ALTER TABLE outbox ADD COLUMN nudge TEXT;
ALTER TABLE outbox ADD COLUMN occurrence BIGINT;

DROP INDEX outbox_by_platform;
CREATE INDEX outbox_by_lane ON outbox (platform, lane, id);

-- Which instance polls a platform, and sends there what is scheduled.
CREATE TABLE lease (
    platform TEXT   NOT NULL PRIMARY KEY,
    holder   TEXT   NOT NULL,
    -- grows with each tenure
    fence    BIGINT NOT NULL,
    alive_at BIGINT NOT NULL,
    expires  BIGINT NOT NULL
);

CREATE TABLE instance (
    id          TEXT   NOT NULL,
    platform    TEXT   NOT NULL,
    alive_until BIGINT NOT NULL,
    -- answers, since its start
    sent        BIGINT NOT NULL,
    PRIMARY KEY (id, platform)
);
