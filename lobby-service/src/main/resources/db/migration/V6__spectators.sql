ALTER TABLE room ADD COLUMN spectators integer NOT NULL DEFAULT 0 CHECK (spectators >= 0);
COMMENT ON COLUMN room.spectators IS 'how many watch, as last told by the relay';
