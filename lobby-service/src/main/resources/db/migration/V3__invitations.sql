-- An invitation changes as rooms do: under the lock of feed_version, with the next value of it.
CREATE TABLE invitation (
  id text PRIMARY KEY,
  version bigint NOT NULL UNIQUE,
  game text NOT NULL,
  from_id text NOT NULL,
  from_name text NOT NULL,
  to_id text NOT NULL,
  to_name text NOT NULL,
  state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'accepted', 'declined', 'expired', 'withdrawn')),
  room_id text,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  expires_at timestamptz NOT NULL,
  CHECK (from_id <> to_id),
  CHECK ((room_id IS NOT NULL) = (state = 'accepted'))
);
COMMENT ON COLUMN invitation.room_id IS 'where both have a seat since it was accepted';
CREATE UNIQUE INDEX invitation_once ON invitation (from_id, to_id, game) WHERE state = 'pending';
CREATE INDEX invitation_incoming ON invitation (to_id) WHERE state = 'pending';
CREATE INDEX invitation_sent ON invitation (from_id, created_at);
CREATE INDEX invitation_due ON invitation (expires_at);

-- Who takes no invitations from whom.
CREATE TABLE block (
  blocker_id text NOT NULL,
  blocked_id text NOT NULL,
  blocked_name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (blocker_id, blocked_id),
  CHECK (blocker_id <> blocked_id)
);
