-- A player with a password is an account, one without a guest. Argon2id in the PHC string format.
ALTER TABLE player
  ADD COLUMN password_hash text CHECK (password_hash LIKE '$argon2id$%'),
  ADD COLUMN password_set_at timestamptz,
  ADD CONSTRAINT player_guest_or_account
    CHECK (guest = (password_hash IS NULL) AND guest = (password_set_at IS NULL));

-- When one name's password was tried from one source, of the last quarter of an hour; the key is a SHA-256 of both.
CREATE TABLE password_try (
  key      bytea         PRIMARY KEY CHECK (octet_length(key) = 32),
  tried_at timestamptz[] NOT NULL,
  last_at  timestamptz   NOT NULL
);
CREATE INDEX password_try_last ON password_try (last_at);

-- Since when a key stands where it stands, by which it goes on to its next state.
ALTER TABLE signing_key ADD COLUMN state_since timestamptz NOT NULL DEFAULT now();
CREATE UNIQUE INDEX signing_key_one_next ON signing_key (state) WHERE state = 'next';
