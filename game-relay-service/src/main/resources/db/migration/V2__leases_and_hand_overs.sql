-- The relay's replicas. Each renews its lease with its beat; times are Postgres's.
CREATE TABLE replica (
    id             text PRIMARY KEY,
    expires_at     timestamptz NOT NULL,
    -- Since when the lease never ran out.
    unbroken_since timestamptz NOT NULL,
    -- Its load: rooms owned.
    rooms          int NOT NULL,
    draining       boolean NOT NULL
) WITH (fillfactor = 50);

-- Whether `judge` may hold `suspect` for dead: the session lock is free, or the lease has run out. When Postgres itself was
-- away, every lock falls free and every lease runs out, and the living need a moment to renew them. So only who has held
-- lock and lease for `settled` himself, without a break, may judge at all.
CREATE FUNCTION is_dead(suspect text, judge text, settled interval) RETURNS boolean
LANGUAGE sql VOLATILE STRICT SET search_path = pg_catalog, pg_temp
AS $$
  SELECT EXISTS (
      SELECT FROM relay.replica
      WHERE id = judge AND expires_at > clock_timestamp() AND unbroken_since <= clock_timestamp() - settled)
    AND coalesce(bus.locked_for(judge) >= settled, false)
    AND (NOT bus.is_locked(suspect)
      OR EXISTS (SELECT FROM relay.replica WHERE id = suspect AND expires_at <= clock_timestamp()))
$$;

ALTER TABLE room
    -- Whether the owner has begun to rule: false from the moment the room is given to it until it takes it up.
    ADD COLUMN taken_up boolean NOT NULL DEFAULT true,
    -- All of a room in play, from the owner before, until the new one has written something itself.
    ADD COLUMN live     bytea;
