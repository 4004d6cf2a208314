-- A live room and who rules it. Every write of its owner carries the epoch; taking a room over adds one to it.
CREATE TABLE room (
    id          text PRIMARY KEY,
    game        text NOT NULL,
    -- The ruling replica; null when it let go.
    owner       text,
    epoch       bigint NOT NULL,
    -- When room time was 0, in microseconds of Unix time.
    origin      bigint NOT NULL,
    -- Of the newest write, over all epochs; it makes a repeated write harmless.
    revision    bigint NOT NULL,
    -- Seats, hashes of resume secrets, the match: all that the next owner needs.
    state       jsonb NOT NULL,
    -- Since when the sweeper has found nobody ruling it.
    orphaned_at timestamptz,
    closed_at   timestamptz
);

CREATE INDEX room_open_by_owner ON room (owner) WHERE closed_at IS NULL;
CREATE INDEX room_closed ON room (closed_at) WHERE closed_at IS NOT NULL;

-- One row for each match that was begun; its result is written once.
CREATE TABLE match (
    id         text PRIMARY KEY,
    room       text NOT NULL,
    game       text NOT NULL,
    players    jsonb NOT NULL,
    started_at timestamptz NOT NULL,
    ended_at   timestamptz,
    result     jsonb,
    receipt    jsonb,
    CHECK ((ended_at IS NULL) = (result IS NULL))
);

CREATE INDEX match_by_room ON match (room);
