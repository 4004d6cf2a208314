/** The wire's messages as in the Java records of `protocol/`. Times are microseconds, lengths 1/1024 court units. */

export type SeatNumber = 0 | 1;
export type Player = { id: string; name: string };
export type Presence = 'here' | 'away';
export type SeatState = { player: Player; presence: Presence; ready: boolean; pauseLeftMs: number };
export type Phase = 'waiting' | 'countdown' | 'serve' | 'rally' | 'paused' | 'finished';
export type PauseReason = 'asked' | 'away';
export type Score = readonly [number, number];

export type LegData = {
  leg: number;
  hits: number;
  t0: number;
  x0: number;
  y0: number;
  vx: number;
  vy: number;
};
export type PaddleData = { t: number; y: number; target: number };
/** The turn under way; a move names its `seq`. At `until` its player has lost. */
export type OpenTurn = { seq: number; seat: SeatNumber; until: number };
/** The cells taken so far, by `first` and the other in turn. */
export type TicTacToeBoard = { type: 'tictactoe'; first: SeatNumber; moves: readonly number[]; turn: OpenTurn | null };
export type PongBoard = { type: 'pong'; leg: LegData | null; paddles: [PaddleData, PaddleData] };

export type MatchResult = {
  match: string;
  winner: SeatNumber | null;
  score: Score;
  ending: 'played' | 'left' | 'resigned' | 'time' | 'away';
};
export type ReceiptSide = {
  rtt: number;
  jitter: number;
  creditUsed: number;
  inGrace: number;
  byDeadline: number;
};
export type FairnessReceipt = {
  sides: [ReceiptSide, ReceiptSide];
  verdicts: number;
  longestRally: number;
};
/** What each player took for his turns, microseconds. */
export type TurnSide = { count: number; total: number; longest: number };
export type TurnReceipt = { turns: [TurnSide, TurnSide] };
/** In the figures of the match's game; its members tell which. */
export type Receipt = FairnessReceipt | TurnReceipt;
export type GameKind = 'pong' | 'tictactoe';
/** Play stands still since `at`; at `until` the seat's budget ends. */
export type Pause = { seat: SeatNumber; reason: PauseReason; at: number; until: number };
export type RoomSnapshot = {
  game: GameKind;
  phase: Phase;
  seats: [SeatState | null, SeatState | null];
  spectators: number;
  match: string | null;
  score: Score;
  phaseAt: number | null;
  pause: Pause | null;
  board: PongBoard | TicTacToeBoard | null;
  result: MatchResult | null;
  receipt: Receipt | null;
};

/** `late`: all of the room is shown so much later; 0 for a player. */
export type You = { player: Player; seat: SeatNumber | null; late: number };
export type Welcome = {
  type: 'welcome';
  room: string;
  you: You;
  epoch: number;
  seq: number;
  now: number;
  snapshot: RoomSnapshot | null;
  resumeSecret: string;
  recovered: boolean;
};
export type SeatChanged = { type: 'seat'; seq: number; seat: SeatNumber; state: SeatState | null };
export type Countdown = { type: 'countdown'; seq: number; match: string; at: number };
export type Paused = { type: 'paused'; seq: number } & Pause;
export type Resumed = { type: 'resumed'; seq: number; at: number };
export type Goal = {
  type: 'goal';
  seq: number;
  scorer: SeatNumber;
  score: Score;
  leg: number;
  serveAt: number | null;
};
export type Turn = { type: 'turn' } & OpenTurn;
export type Played = { type: 'played'; seq: number; seat: SeatNumber; cell: number };
export type Finished = {
  type: 'finished';
  seq: number;
  result: MatchResult;
  receipt: Receipt;
};
export type RematchAsked = { type: 'rematch'; seq: number; seat: SeatNumber };
export type ChatSaid = { type: 'chat'; seq: number; from: Player; text: string };
export type Emoted = { type: 'emote'; seat: SeatNumber | null; id: string };
export type Delay = { type: 'delay'; seat: SeatNumber; lastThree: number[] };
export type Spectators = { type: 'spectators'; count: number };
/** Both have agreed to a direct line, or no longer do. */
export type Peer = { type: 'peer'; on: boolean; stun: string[] };
export type Signalled = { type: 'signal'; from: SeatNumber; data: string };
export type Moved = { type: 'moved'; reconnectAfterMs: number };
export type Refused = { type: 'error'; code: string; temporary: boolean; message: string };
export type PaddleMoved = { type: 'paddle'; seat: SeatNumber } & PaddleData;
export type LegStarted = { type: 'leg'; seq: number } & LegData;
export type Pong = { type: 'pong'; t: number; roomTime: number };

export type NumberedMessage =
  | SeatChanged
  | Countdown
  | Paused
  | Resumed
  | Goal
  | Turn
  | Played
  | Finished
  | RematchAsked
  | ChatSaid
  | LegStarted;
export type ServerMessage =
  | NumberedMessage
  | Welcome
  | Emoted
  | Delay
  | Spectators
  | Peer
  | Signalled
  | Moved
  | Refused
  | PaddleMoved
  | Pong;

export type Resume = { epoch: number; seq: number; secret: string };
export type ClientMessage =
  | { type: 'hello'; resume?: Resume | null }
  | { type: 'ready' }
  | { type: 'leave' }
  | { type: 'rematch' }
  | { type: 'resign' }
  | { type: 'play'; cell: number; expectedSeq: number }
  | { type: 'pause'; on: boolean }
  | { type: 'hidden'; hidden: boolean }
  | { type: 'chat'; text: string }
  | { type: 'emote'; id: string }
  | { type: 'peer'; on: boolean }
  | { type: 'signal'; data: string }
  | { type: 'aim'; t: number; target: number }
  | { type: 'commit'; t: number; leg: number }
  | { type: 'ping'; t: number };

export type RoomView = {
  id: string;
  game: GameKind;
  title: string;
  visibility: 'public' | 'private';
  status: 'waiting' | 'full' | 'playing';
  owner: Player;
  seats: [Player | null, Player | null];
  score: Score | null;
  spectators: number;
  code: string | null;
  createdAt: string;
  version: number;
};
export type RoomsMessage =
  | { type: 'snapshot'; version: number; rooms: RoomView[] }
  | { type: 'room'; version: number; room: RoomView }
  | { type: 'room-gone'; version: number; id: string };
export type Availability = 'free' | 'busy';
export type PlayerView = Player & { availability: Availability };
export type PlayersMessage =
  | { type: 'players'; players: PlayerView[] }
  | { type: 'players-changed'; players: PlayerView[]; gone: string[] };
export type InvitationView = {
  id: string;
  game: GameKind;
  from: Player;
  to: Player;
  state: 'pending' | 'accepted' | 'declined' | 'expired' | 'withdrawn';
  room: string | null;
  expiresAt: string;
};
export type InvitationsMessage =
  | { type: 'invitations'; invitations: InvitationView[] }
  | { type: 'invitation'; invitation: InvitationView };
export type FeedMessage = RoomsMessage | PlayersMessage | InvitationsMessage;

/** The answer to taking a seat. */
export type SeatGrant = { room: RoomView; seat: SeatNumber; ticket: string; relay: string };
/** The answer to asking to watch. */
export type SpectatorGrant = Omit<SeatGrant, 'seat'>;

export type Period = 'all' | 'week';
export type Rating = { value: number; deviation: number; provisional: boolean };
export type LeaderboardEntry = {
  rank: number;
  player: Player;
  points: number;
  matches: number;
  wins: number;
  rating: Rating | null;
};
export type Leaderboard = { entries: LeaderboardEntry[]; me: LeaderboardEntry | null };
export type MatchView = {
  id: string;
  room: string;
  game: GameKind;
  players: [Player, Player];
  winner: SeatNumber | null;
  score: Score;
  ending: MatchResult['ending'];
  receipt: Receipt;
  ratings: [RatingChange, RatingChange] | null;
  startedAt: string;
  endedAt: string;
  seconds: number;
};
export type RatingChange = { before: number; after: number };
export type MatchPage = { matches: MatchView[]; next: string | null };
/** Times are ISO 8601. */
export type AccountExport = {
  player: Player;
  guest: boolean;
  createdAt: string;
  lastUsedAt: string;
  passwordSetAt: string | null;
  sessions: string[];
};
