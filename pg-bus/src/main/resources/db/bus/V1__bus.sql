-- Durable events, written in the business transaction that makes them true. Read in the order (xid, id), see OutboxTable.
CREATE TABLE bus.outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  topic text NOT NULL CHECK (length(topic) BETWEEN 1 AND 48),
  payload jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX outbox_in_order ON bus.outbox (topic, xid, id);
CREATE INDEX outbox_by_age ON bus.outbox (created_at);

-- How far each group of consumers has come: the last event it took.
CREATE TABLE bus.cursor (
  topic text NOT NULL,
  consumer_group text NOT NULL CHECK (length(consumer_group) BETWEEN 1 AND 48),
  xid xid8 NOT NULL DEFAULT '0',
  id bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (topic, consumer_group)
) WITH (fillfactor = 50);

-- Removes up to 10,000 events: those older than 3 days that every group of their topic has taken, and all older than 30
-- days. A function of the owner's, so that no service may delete events as it likes.
CREATE FUNCTION bus.remove_old_events() RETURNS bigint
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  WITH old AS (
    SELECT o.id FROM bus.outbox o
    WHERE o.created_at < now() - interval '3 days'
      AND (o.created_at < now() - interval '30 days'
        OR NOT EXISTS (SELECT FROM bus.cursor c WHERE c.topic = o.topic AND (c.xid, c.id) < (o.xid, o.id)))
    ORDER BY o.created_at
    LIMIT 10000
    FOR UPDATE SKIP LOCKED
  ), removed AS (
    DELETE FROM bus.outbox o USING old WHERE o.id = old.id RETURNING 1
  )
  SELECT count(*) FROM removed
$$;
REVOKE ALL ON FUNCTION bus.remove_old_events() FROM PUBLIC;

-- A writer gives topic and payload; id, transaction and time are not its to choose.
GRANT SELECT, INSERT (topic, payload) ON bus.outbox TO trashpong_auth, trashpong_lobby, trashpong_relay;
GRANT SELECT, INSERT (topic, consumer_group), UPDATE (xid, id) ON bus.cursor TO trashpong_auth, trashpong_lobby, trashpong_relay;
GRANT EXECUTE ON FUNCTION bus.remove_old_events() TO trashpong_auth, trashpong_lobby, trashpong_relay;
