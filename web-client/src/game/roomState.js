/** What a client knows of its room: a pure function of the messages it got. Times are room time in microseconds. */

/** @import {ChatSaid, FairnessReceipt, Goal, LegData, MatchResult, PaddleData, Pause, Paused, Phase, Score,
 *   SeatChanged, SeatNumber, SeatState, ServerMessage, Welcome, You} from '../../types/protocol.js' */

/** How many lines of chat are kept. */
export const CHAT_LINES = 50;

/**
 * @typedef {object} RoomState
 * @property {You | null} you null before the first welcome
 * @property {Phase} phase
 * @property {readonly [SeatState | null, SeatState | null]} seats
 * @property {number} spectators
 * @property {string | null} match
 * @property {Score} score
 * @property {number | null} goAt when play begins or goes on, while that is awaited
 * @property {LegData | null} leg the ball in flight
 * @property {{ leg: number, scorer: SeatNumber } | null} missed the last ball that got past, until the next serve
 * @property {Pause | null} paused
 * @property {number} heldUntil nothing moves before: the end of the last pause
 * @property {readonly [PaddleData | null, PaddleData | null]} paddles as last told; the own one only by a snapshot
 * @property {MatchResult | null} result
 * @property {FairnessReceipt | null} receipt
 * @property {readonly [boolean, boolean]} rematch who asked for another match
 * @property {readonly ChatSaid[]} chat the newest last
 * @property {{ seat: SeatNumber | null, id: string, count: number } | null} emote the newest; `count` tells two alike apart
 * @property {readonly [readonly number[], readonly number[]]} delays the last round trips of each seat, newest first
 * @property {number} snapshots how many times the state began again from a snapshot
 */

/** @type {RoomState} */
export const UNKNOWN_ROOM = Object.freeze({
  you: null,
  phase: 'waiting',
  seats: /** @type {const} */ ([null, null]),
  spectators: 0,
  match: null,
  score: /** @type {const} */ ([0, 0]),
  goAt: null,
  leg: null,
  missed: null,
  paused: null,
  heldUntil: 0,
  paddles: /** @type {const} */ ([null, null]),
  result: null,
  receipt: null,
  rematch: /** @type {const} */ ([false, false]),
  chat: [],
  emote: null,
  delays: /** @type {const} */ ([[], []]),
  snapshots: 0,
});

/** @param {RoomState} state @param {ServerMessage} message @returns {RoomState} the same object when nothing changed */
export function reduceRoom(state, message) {
  switch (message.type) {
    case 'welcome':
      return welcomed(state, message);
    case 'seat':
      return seatChanged(state, message);
    case 'countdown':
      return { ...freshMatch(state), match: message.match, phase: 'countdown', goAt: message.at };
    case 'leg':
      return flying(state, legOf(message));
    case 'paddle':
      return {
        ...state,
        paddles: withSeat(state.paddles, message.seat, { t: message.t, y: message.y, target: message.target }),
      };
    case 'paused':
      return paused(state, message);
    case 'resumed':
      return { ...state, phase: state.leg ? 'rally' : 'serve', paused: null, heldUntil: message.at, goAt: message.at };
    case 'goal':
      return scored(state, message);
    case 'finished':
      return {
        ...state,
        phase: state.seats.includes(null) ? 'waiting' : 'finished', // who left the match has left the room
        leg: null,
        goAt: null,
        paused: null,
        score: message.result.score,
        result: message.result,
        receipt: message.receipt,
      };
    case 'rematch':
      return { ...state, rematch: withSeat(state.rematch, message.seat, true) };
    case 'chat':
      return { ...state, chat: [...state.chat, message].slice(-CHAT_LINES) };
    case 'emote':
      return { ...state, emote: { seat: message.seat, id: message.id, count: (state.emote?.count ?? 0) + 1 } };
    case 'delay':
      return { ...state, delays: withSeat(state.delays, message.seat, message.lastThree) };
    case 'spectators':
      return { ...state, spectators: message.count };
    case 'pong':
    case 'moved':
    case 'error':
      return state;
  }
}

/** @param {RoomState} state @param {Welcome} welcome @returns {RoomState} */
function welcomed(state, welcome) {
  const { snapshot, you } = welcome;
  if (snapshot === null) {
    return { ...state, you };
  }
  const { board } = snapshot;
  return {
    ...UNKNOWN_ROOM,
    you,
    phase: snapshot.phase,
    seats: snapshot.seats,
    spectators: snapshot.spectators,
    match: snapshot.match,
    score: snapshot.score,
    goAt: snapshot.phaseAt,
    leg: board?.leg ?? null,
    paused: snapshot.pause,
    heldUntil: snapshot.phase === 'rally' ? (snapshot.phaseAt ?? 0) : 0,
    paddles: board?.paddles ?? [null, null],
    result: snapshot.result,
    receipt: snapshot.receipt,
    chat: state.chat,
    emote: state.emote,
    delays: state.delays,
    snapshots: state.snapshots + 1,
  };
}

/** @param {RoomState} state @param {SeatChanged} message @returns {RoomState} */
function seatChanged(state, message) {
  const seats = withSeat(state.seats, message.seat, message.state);
  if (message.state !== null) {
    return { ...state, seats };
  }
  const running = state.phase === 'serve' || state.phase === 'rally' || state.phase === 'paused';
  return running ? { ...state, seats } : { ...state, seats, rematch: [false, false], phase: 'waiting', goAt: null };
}

/** @param {RoomState} state @returns {RoomState} */
function freshMatch(state) {
  return {
    ...state,
    score: [0, 0],
    leg: null,
    missed: null,
    paused: null,
    heldUntil: 0,
    paddles: [null, null],
    result: null,
    receipt: null,
    rematch: [false, false],
    seats: [unready(state.seats[0]), unready(state.seats[1])],
  };
}

/** Being ready is used up by the match it began. @param {SeatState | null} seat @returns {SeatState | null} */
function unready(seat) {
  return seat && { ...seat, ready: false };
}

/** @param {RoomState} state @param {LegData} leg @returns {RoomState} */
function flying(state, leg) {
  const served = leg.hits === 0 && leg.leg !== state.leg?.leg;
  return {
    ...state,
    phase: state.phase === 'paused' ? 'paused' : 'rally',
    leg,
    missed: null,
    goAt: served ? leg.t0 : state.goAt,
  };
}

/** @param {RoomState} state @param {Paused} message @returns {RoomState} */
function paused(state, { seat, reason, at, until }) {
  return { ...state, phase: 'paused', paused: { seat, reason, at, until } };
}

/** @param {RoomState} state @param {Goal} goal @returns {RoomState} */
function scored(state, goal) {
  return {
    ...state,
    phase: 'serve',
    score: goal.score,
    leg: null,
    missed: { leg: goal.leg, scorer: goal.scorer },
    goAt: goal.serveAt,
  };
}

/** @param {LegData & { seq: number }} message @returns {LegData} */
function legOf({ leg, hits, t0, x0, y0, vx, vy }) {
  return { leg, hits, t0, x0, y0, vx, vy };
}

/**
 * @template T
 * @param {readonly [T, T]} pair
 * @param {SeatNumber} seat
 * @param {T} value
 * @returns {readonly [T, T]}
 */
function withSeat(pair, seat, value) {
  return seat === 0 ? [value, pair[1]] : [pair[0], value];
}
