-- The key of the session advisory lock that a replica holds on its listener's connection: the first 64 bits of SHA-256.
CREATE FUNCTION bus.lock_key(replica text) RETURNS bigint
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$ SELECT ('x' || encode(substring(sha256(convert_to(replica, 'UTF8')) FROM 1 FOR 8), 'hex'))::bit(64)::bigint $$;

-- The session that holds a replica's lock; null when nobody does. A bigint key stands in pg_locks in two halves, with
-- objsubid 1.
CREATE FUNCTION bus.lock_holder(replica text) RETURNS int
LANGUAGE sql VOLATILE STRICT SET search_path = pg_catalog, pg_temp
AS $$
  SELECT pid FROM pg_locks
  WHERE locktype = 'advisory' AND granted AND objsubid = 1
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND (classid::bigint << 32) | objid::bigint = bus.lock_key(replica)
$$;

-- Whether a replica holds its lock.
CREATE FUNCTION bus.is_locked(replica text) RETURNS boolean
LANGUAGE sql VOLATILE STRICT SET search_path = pg_catalog, pg_temp
AS $$ SELECT bus.lock_holder(replica) IS NOT NULL $$;

-- How long ago the session began that holds a replica's lock; null when nobody holds it, or a session of another role.
CREATE FUNCTION bus.locked_for(replica text) RETURNS interval
LANGUAGE sql VOLATILE STRICT SET search_path = pg_catalog, pg_temp
AS $$ SELECT clock_timestamp() - backend_start FROM pg_stat_activity WHERE pid = bus.lock_holder(replica) $$;

REVOKE ALL ON FUNCTION bus.lock_key(text), bus.lock_holder(text), bus.is_locked(text), bus.locked_for(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION bus.lock_key(text), bus.lock_holder(text), bus.is_locked(text), bus.locked_for(text)
  TO trashpong_auth, trashpong_lobby, trashpong_relay;
