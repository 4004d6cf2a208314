-- One row. Every change of any room takes the next value inside its transaction and so holds this row's lock until it
-- commits: rooms change one at a time, and the order of versions is the order of commits.
CREATE TABLE feed_version (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  value bigint NOT NULL
) WITH (fillfactor = 10);
INSERT INTO feed_version (value) VALUES (0);

-- A seat is the player's id and name; both are null in a free one.
CREATE TABLE room (
  id text PRIMARY KEY,
  number bigint NOT NULL UNIQUE,
  version bigint NOT NULL UNIQUE,
  game text NOT NULL,
  title text NOT NULL,
  visibility text NOT NULL CHECK (visibility IN ('public', 'private')),
  code text NOT NULL UNIQUE,
  owner_id text NOT NULL,
  owner_name text NOT NULL,
  seat0_id text,
  seat0_name text,
  seat1_id text,
  seat1_name text,
  match_id text,
  score0 integer,
  score1 integer,
  opened boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  touched_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  gone_at timestamptz,
  -- Derived, so that it can't contradict what it stands for.
  status text NOT NULL GENERATED ALWAYS AS (
    CASE
      WHEN gone_at IS NOT NULL THEN 'gone'
      WHEN match_id IS NOT NULL THEN 'playing'
      WHEN seat0_id IS NOT NULL AND seat1_id IS NOT NULL THEN 'full'
      ELSE 'waiting'
    END) STORED,
  CHECK ((seat0_id IS NULL) = (seat0_name IS NULL) AND (seat1_id IS NULL) = (seat1_name IS NULL)),
  CHECK (seat0_id <> seat1_id),
  CHECK ((match_id IS NULL) = (score0 IS NULL) AND (match_id IS NULL) = (score1 IS NULL))
);
COMMENT ON COLUMN room.number IS 'the version the room was created with: the order of the list, newest first';
COMMENT ON COLUMN room.opened IS 'the relay has had a member in it and says when it ends';
COMMENT ON COLUMN room.touched_at IS 'when somebody last got a ticket; a room that is not opened soon after goes away';
COMMENT ON COLUMN room.gone_at IS 'a tombstone: kept for a while so that every replica hears of the end';
CREATE INDEX room_waiting ON room (game, number) WHERE status = 'waiting' AND visibility = 'public';
CREATE INDEX room_seat0 ON room (seat0_id) WHERE gone_at IS NULL AND seat0_id IS NOT NULL;
CREATE INDEX room_seat1 ON room (seat1_id) WHERE gone_at IS NULL AND seat1_id IS NOT NULL;
CREATE INDEX room_unopened ON room (touched_at) WHERE gone_at IS NULL AND NOT opened;
CREATE INDEX room_tombstone ON room (gone_at) WHERE gone_at IS NOT NULL;

CREATE TABLE match (
  id text PRIMARY KEY,
  room_id text NOT NULL,
  game text NOT NULL,
  player0_id text NOT NULL,
  player0_name text NOT NULL,
  player1_id text NOT NULL,
  player1_name text NOT NULL,
  winner integer CHECK (winner IN (0, 1)),
  score0 integer NOT NULL,
  score1 integer NOT NULL,
  ending text NOT NULL,
  receipt text NOT NULL,
  started_at timestamptz NOT NULL,
  ended_at timestamptz NOT NULL
);
COMMENT ON COLUMN match.receipt IS 'the fairness receipt as JSON text; nothing is ever searched in it';
CREATE INDEX match_player0 ON match (player0_id, ended_at DESC);
CREATE INDEX match_player1 ON match (player1_id, ended_at DESC);

CREATE TABLE standing (
  game text NOT NULL,
  player_id text NOT NULL,
  player_name text NOT NULL,
  points integer NOT NULL DEFAULT 0,
  matches integer NOT NULL DEFAULT 0,
  wins integer NOT NULL DEFAULT 0,
  PRIMARY KEY (game, player_id)
);
CREATE INDEX standing_order ON standing (game, points DESC, wins DESC, matches, player_id);
