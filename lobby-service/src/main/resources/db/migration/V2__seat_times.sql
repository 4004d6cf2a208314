-- When each player was seated or last got a ticket: what the relay tells late of a seat he had before is known by it.
ALTER TABLE room ADD COLUMN seat0_at timestamptz, ADD COLUMN seat1_at timestamptz;

ALTER TABLE room ADD COLUMN waiting_since timestamptz NOT NULL DEFAULT clock_timestamp();
COMMENT ON COLUMN room.waiting_since IS 'since when a seat has been free: the order in which quick match fills them';
UPDATE room SET waiting_since = created_at;
DROP INDEX room_waiting;
CREATE INDEX room_waiting ON room (game, waiting_since) WHERE status = 'waiting' AND visibility = 'public';
