-- Standings by period: 'all', or a week of ISO 8601 such as '2026-W47'.
ALTER TABLE standing ADD COLUMN period text NOT NULL DEFAULT 'all' CHECK (period ~ '^(all|[0-9]{4}-W[0-9]{2})$');
ALTER TABLE standing ALTER COLUMN period DROP DEFAULT;
ALTER TABLE standing DROP CONSTRAINT standing_pkey, ADD PRIMARY KEY (game, period, player_id);
DROP INDEX standing_order;
CREATE INDEX standing_order ON standing (game, period, points DESC, wins DESC, matches, player_id);
CREATE INDEX standing_weeks ON standing (period) WHERE period <> 'all';

-- Glicko-2, brought up to date with every match.
CREATE TABLE rating (
  game text NOT NULL,
  player_id text NOT NULL,
  rating double precision NOT NULL,
  deviation double precision NOT NULL,
  volatility double precision NOT NULL,
  rated_at timestamptz NOT NULL,
  PRIMARY KEY (game, player_id)
);

-- What the match did to both; null for those played before there were ratings.
ALTER TABLE match
  ADD COLUMN rating0_before double precision,
  ADD COLUMN rating0_after double precision,
  ADD COLUMN rating1_before double precision,
  ADD COLUMN rating1_after double precision;
