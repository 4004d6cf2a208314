-- What an operator runs once, as superuser, in an empty database: a role and a schema for each service, each role confined
-- to its own schema, and the bus that they share. Passwords are given apart (ALTER ROLE … PASSWORD …). May be run again.
DO $$
DECLARE service text;
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'trashpong_bus') THEN
    CREATE ROLE trashpong_bus NOLOGIN;
  END IF;
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  REVOKE ALL ON SCHEMA public FROM PUBLIC;
  CREATE SCHEMA IF NOT EXISTS bus AUTHORIZATION trashpong_bus;
  FOREACH service IN ARRAY ARRAY['auth', 'lobby', 'relay'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'trashpong_' || service) THEN
      EXECUTE format('CREATE ROLE %I LOGIN', 'trashpong_' || service);
    END IF;
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), 'trashpong_' || service);
    EXECUTE format('CREATE SCHEMA IF NOT EXISTS %I AUTHORIZATION %I', service, 'trashpong_' || service);
    -- It may step into the bus's role to migrate the bus's tables, and at run time holds only what these grant.
    EXECUTE format('GRANT trashpong_bus TO %I WITH INHERIT FALSE, SET TRUE', 'trashpong_' || service);
    EXECUTE format('GRANT USAGE ON SCHEMA bus TO %I', 'trashpong_' || service);
  END LOOP;
END $$;
