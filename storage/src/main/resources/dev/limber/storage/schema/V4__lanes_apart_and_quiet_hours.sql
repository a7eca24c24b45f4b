-- Of what is owed nearly nothing is there most of the time: PostgreSQL takes all indexes of a table for equally good then,
-- and looked up single messages by walking the whole of this one. It can use neither of the two that take its place
-- for that.
DROP INDEX outbox_by_lane;
CREATE INDEX outbox_answers ON outbox (platform, id) WHERE lane = 'ANSWER';
CREATE INDEX outbox_nudges ON outbox (platform, id) WHERE lane = 'NUDGE';

-- From when on it must not be sent any more.
ALTER TABLE outbox ADD COLUMN not_after BIGINT;
