-- Everyone who has a name. Guests go when unused; whoever has credentials of his own is no guest.
CREATE TABLE player (
  id           text        PRIMARY KEY CHECK (length(id) = 22),
  name         text        NOT NULL,
  -- The name as it is compared: compatibility forms, width and case folded away.
  folded_name  text        NOT NULL CONSTRAINT player_name_once UNIQUE,
  guest        boolean     NOT NULL DEFAULT true,
  created_at   timestamptz NOT NULL DEFAULT now(),
  last_used_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX player_unused_guest ON player (last_used_at) WHERE guest;

-- One sign-in of one browser: the family of refresh tokens that grew out of it.
CREATE TABLE session (
  id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  player     text        NOT NULL REFERENCES player ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX session_player ON session (player);

-- SHA-256 of each token, never the token. A used one is kept until it would have expired, so that its second use is seen.
CREATE TABLE refresh_token (
  hash      bytea       PRIMARY KEY CHECK (octet_length(hash) = 32),
  session   bigint      NOT NULL REFERENCES session ON DELETE CASCADE,
  issued_at timestamptz NOT NULL DEFAULT now(),
  used_at   timestamptz
);
CREATE INDEX refresh_token_session ON refresh_token (session);
CREATE INDEX refresh_token_issued ON refresh_token (issued_at);

-- ES256 key pairs shared by all replicas. The private key is readable to this schema's role only (docs/adr/0004).
CREATE TABLE signing_key (
  -- RFC 7638 thumbprint of the public key.
  kid         text        PRIMARY KEY,
  -- X.509 SubjectPublicKeyInfo and PKCS #8, both DER.
  public_key  bytea       NOT NULL,
  private_key bytea       NOT NULL,
  state       text        NOT NULL CHECK (state IN ('next', 'current', 'retired')),
  created_at  timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX signing_key_one_current ON signing_key (state) WHERE state = 'current';
