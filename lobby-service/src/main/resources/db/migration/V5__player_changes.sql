-- What auth told of players. A change takes the next value of feed_version, so that every replica reads those it does not
-- know yet as it reads rooms; and it outlives the names of older tickets and tokens, which would bring the old name back.
CREATE TABLE player_change (
  player_id text PRIMARY KEY,
  version bigint NOT NULL UNIQUE,
  name text,
  changed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON COLUMN player_change.name IS 'his name from now on; null when he is no more';
CREATE INDEX player_change_age ON player_change (changed_at);

-- To find a name wherever it stands.
CREATE INDEX standing_player ON standing (player_id);
CREATE INDEX block_blocked ON block (blocked_id);
