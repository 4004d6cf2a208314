/**
 * The real client on a stage: every screen can be looked at without a server. `?screen=` start, invited, account (`&guest`), leaders, history, match, lobby (`&empty`),
 * entering, watch (`&cover=` waiting), waiting (`&both`, `&comes` after a while), countdown, play (`&cover=` mine, asked, away, cut), goal, result
 * (`&asked`, `&gone`), over (`&code=`), with `&invitations=` 1 or 2, `&soon` for what comes after a while, `&lang=`, `&theme=`, `&seat=`, `&game=tictactoe`, `&names=` for everybody as a JSON array, `&press=` a button by its words. Not shipped; the page's fetch and WebSocket are played by the figures below.
 */

import { PracticeRoom } from '../../src/game/practice.js';
import { PracticeBoard } from '../../src/game/practiceBoard.js';
import { decodeClient, encodeServer } from './wire.js';

const asked = new URLSearchParams(location.search);
const screen = asked.get('screen') ?? 'start';
const game = asked.get('game') ?? 'pong';
const seat = /** @type {0 | 1} */ (Number(asked.get('seat') ?? 0));
const watching = screen === 'watch';
const ROOM = 'Zk3nq0v5QfWm1X2y3Z4a5A';
/** Everybody on the stage, under the name he has there: his own, or one of those given. */
const CAST = ['Crumple', 'Bin4', 'Clip', 'Foil', 'Peel', 'Staple', 'Scrap', 'Lid'];
/** @type {string[]} */
const given = JSON.parse(asked.get('names') ?? '[]');
const called = (/** @type {string} */ name) => given[CAST.indexOf(name) % given.length] ?? name;
const names = ['Crumple', 'Bin4'].map(called);
const players = names.map((name, at) => ({ id: `player-${at}`.padEnd(21, 'a'), name }));
const me = players[seat];
const side = { rtt: 24_000, jitter: 3_000, creditUsed: 9_000, inGrace: 1, byDeadline: 0 };
const minutesAgo = (/** @type {number} */ minutes) => new Date(Date.now() - minutes * 60_000).toISOString();
const view = (/** @type {object} */ more) => ({
  id: ROOM, game: 'pong', title: given[1] ?? 'Lunch break', visibility: 'public', status: 'waiting', owner: players[0],
  seats: [players[0], null], score: null, spectators: 0, code: 'k3x9q0v5h7wm1x2y', createdAt: minutesAgo(0.2), version: 1, ...more,
});
const others = [
  view({ id: 'r1'.padEnd(22, 'a'), owner: { id: 'x', name: called('Bin4') }, seats: [{ id: 'x', name: called('Bin4') }, null] }),
  view({ id: 'r2'.padEnd(22, 'a'), title: given[0] ?? 'Três em linha', game: 'tictactoe', seats: [{ id: 'y', name: called('Clip') }, null], createdAt: minutesAgo(1.7) }),
  view({ id: 'r3'.padEnd(22, 'a'), title: 'Finale', status: 'playing', score: [9, 8], spectators: 12, seats: [{ id: 'z', name: called('Foil') }, { id: 'w', name: called('Peel') }], createdAt: minutesAgo(9) }),
  view({ id: 'r4'.padEnd(22, 'a'), title: 'Donaudampfschifffahrtsgesellschaft', status: 'full', seats: [{ id: 'v', name: called('Staple') }, { id: 'u', name: called('Scrap') }], createdAt: minutesAgo(80) }),
];

const online = ['Bin4', 'Clip', 'Foil', 'Peel', 'Staple'].map((name, at) => ({ id: `online-${name}`, name: called(name), availability: at % 3 === 2 ? 'busy' : 'free' }));
const invitations = [['Foil', null], [null, 'Clip']].map(([from, to], at) => ({
  id: `invitation-${at}`, game: 'pong', from: from ? { id: from, name: called(from) } : me, to: to ? { id: `online-${to}`, name: called(to) } : me,
  state: 'pending', room: null, expiresAt: minutesAgo(-0.7),
}));

const played = (/** @type {number} */ at) => ({
  id: `match-${at}`.padEnd(22, 'a'), room: ROOM, game: 'pong', players: at % 2 ? players.toReversed() : players, winner: at % 3 ? 1 : 0, score: at % 3 ? [8, 11] : [11, 9],
  ending: at === 2 ? 'away' : 'played', ratings: [{ before: 1500, after: 1512 }, { before: 1540, after: 1528 }],
  receipt: { sides: [side, { ...side, rtt: 61_000, jitter: 12_000 }], verdicts: 48, longestRally: 23 }, startedAt: minutesAgo(at * 90 + 4), endedAt: minutesAgo(at * 90 + 1), seconds: 187,
});

const token = `x.${btoa(JSON.stringify({ exp: Date.now() / 1000 + 900, guest: asked.has('guest') }))}.x`;
localStorage.setItem('trashpong.language', asked.get('lang') ?? 'en');
if (asked.has('theme')) {
  localStorage.setItem('trashpong.theme', asked.get('theme') ?? '');
}
if (screen !== 'start' && screen !== 'invited') {
  sessionStorage.setItem('trashpong.session', JSON.stringify({ token, player: me }));
  localStorage.setItem('trashpong.name', me?.name ?? '');
} else {
  sessionStorage.clear();
}

Object.defineProperty(navigator, 'serviceWorker', { value: undefined }); // a stage is not to be kept
const realFetch = globalThis.fetch.bind(globalThis);
const answer = (/** @type {unknown} */ body, status = 200) => new Response(JSON.stringify(body), { status });
globalThis.fetch = async (input, init) => {
  const path = String(input);
  if (path.includes('/locales/')) {
    return realFetch(input, init);
  }
  if (path.startsWith('/api/leaderboard')) {
    const leaders = ['Lid', 'Scrap', 'Bin4', 'Staple', 'Crumple'].map((name, at) => ({
      rank: at < 4 ? at + 1 : 17, player: at === 4 ? me : { id: name, name: called(name) }, points: 1742 - at * 53, matches: 9, wins: 5,
      rating: { value: 1690 - at * 41, deviation: 90 + at * 10, provisional: at > 2 },
    }));
    return answer(asked.has('empty') ? { entries: [], me: null } : { entries: leaders, me: leaders.at(-1) });
  }
  if (path.startsWith('/api/matches/')) {
    return answer(played(0));
  }
  if (path.startsWith('/api/players/')) {
    return answer({ matches: asked.has('empty') ? [] : [0, 1, 2, 3].map(played), next: null });
  }
  if (path.startsWith('/api/blocks')) {
    return answer({ players: asked.has('empty') ? [] : [{ id: 'x', name: called('Bin4') }] });
  }
  if (path.startsWith('/api/auth/')) {
    if (asked.has('refuse')) {
      return answer({ code: asked.get('refuse') }, 403);
    }
    return answer({ token, player: me }, 201);
  }
  if (path.startsWith('/api/rooms?code=')) {
    return answer({ rooms: [view({})], next: null });
  }
  if (asked.has('refuse')) {
    return answer({ code: asked.get('refuse') }, 409);
  }
  return answer({ room: view({}), seat, ticket: 'ticket', relay: `/ws/rooms/${ROOM}` }, 201);
};

class StagedSocket extends EventTarget {
  readyState = 0;
  binaryType = 'arraybuffer';
  /** @type {PracticeRoom | null} */
  #practice = null;
  /** @type {PracticeBoard | null} */
  #board = null;
  #seq = 0;

  /** @param {string} url */
  constructor(url) {
    super();
    setTimeout(() => {
      this.readyState = 1;
      this.dispatchEvent(new Event('open'));
      if (url.endsWith('/ws/lobby')) {
        this.tell({ type: 'snapshot', version: 1, rooms: asked.has('empty') ? [] : others });
        this.tell({ type: 'players', players: asked.has('empty') ? [] : online });
        this.tell({ type: 'invitations', invitations: invitations.slice(0, Number(asked.get('invitations') ?? 0)) });
      }
    }, 30);
  }

  /** @param {string | ArrayBuffer} data */
  send(data) {
    const message = decodeClient(data);
    if (message.type === 'hello') {
      if (screen !== 'entering') {
        this.#welcome();
      }
    } else if (message.type === 'ping') {
      setTimeout(() => this.tell({ type: 'pong', t: message.t, roomTime: now() }), 12 + Math.random() * 3);
    } else if (message.type === 'pause' || message.type === 'rematch') {
      this.#next(message.type === 'pause' ? { type: message.on ? 'paused' : 'resumed', seat, reason: 'asked', at: now(), until: now() + 25e6 } : { type: 'rematch', seat });
    } else {
      this.#practice?.say(message, seat);
      this.#board?.say(message);
    }
  }

  close() {
    this.readyState = 3;
  }

  /** @param {any} message */
  tell(message) {
    this.dispatchEvent(new MessageEvent('message', { data: encodeServer(message) }));
  }

  /** @param {any} message */
  #next(message) {
    this.#seq += 1;
    this.tell({ ...message, seq: this.#seq });
  }

  #welcome() {
    const both = screen !== 'waiting' || asked.has('both');
    const seats = [0, 1].map((at) => (at === seat || (both && !asked.has('gone')) ? { player: players[at], presence: 'here', ready: false, pauseLeftMs: 30_000 } : null));
    const score = screen === 'result' ? [11, 9] : [0, 0];
    this.tell({
      type: 'welcome', room: ROOM, you: { player: watching ? { id: 'eve', name: 'Eve' } : me, seat: watching ? null : seat, late: watching ? 2e6 : 0 }, epoch: 1, seq: 0, now: now(), resumeSecret: 'secret', recovered: false,
      snapshot: {
        game, phase: screen === 'result' ? 'finished' : 'waiting', seats, spectators: Number(asked.get('spectators') ?? (watching ? 12 : 0)), match: null, score, phaseAt: null,
        pause: null, board: game === 'pong' ? null : { type: 'tictactoe', first: 0, moves: screen === 'result' ? [4, 0, 2, 6, 3, 5, 8, 1, 7].slice(0, asked.has('gone') ? 4 : 9) : [], turn: null },
        result: screen === 'result' ? { match: played(0).id, winner: 0, score, ending: asked.has('gone') ? 'left' : 'played' } : null,
        receipt: screen === 'result' && game !== 'pong' ? { turns: [{ count: 5, total: 21_400_000, longest: 9_500_000 }, { count: 4, total: 8e6, longest: 3_120_000 }] } : screen === 'result' ? { sides: [side, { ...side, rtt: 61_000, jitter: 12_000 }], verdicts: 48, longestRally: 23 } : null,
      },
    });
    if (screen === 'play' && game === 'tictactoe') {
      this.#playBoard();
    } else if (screen === 'play' || screen === 'goal' || (watching && !asked.has('cover'))) {
      this.#play();
    } else if (screen === 'countdown') {
      this.#next({ type: 'countdown', match: 'm', at: now() + 5e6 });
    } else if (asked.has('comes')) {
      setTimeout(() => this.#next({ type: 'seat', seat: 1 - seat, state: { player: players[1 - seat], presence: 'here', ready: false, pauseLeftMs: 30_000 } }), 2_000);
    } else if (screen === 'over') {
      setTimeout(() => this.dispatchEvent(new CloseEvent('close', { code: Number(asked.get('code') ?? 4509) })), 100);
    }
    if (screen === 'result' && asked.has('asked')) {
      this.#next({ type: 'rematch', seat: 1 - seat });
    }
  }

  #playBoard() {
    const tell = (/** @type {any} */ message) => (message.type === 'welcome' ? undefined : this.#next(message.type === 'turn' ? { ...message, until: now() + 30e6 } : message));
    const board = new PracticeBoard(seat, 'hard', { now, random: Math.random, tell: (message) => tell(message), computer: 'Bin4' });
    this.#board = board;
    setInterval(() => board.tick(), 20);
    const delays = [[24_000, 22_000, 25_000], [61_000, 58_000, 70_000]];
    delays.forEach((lastThree, at) => this.tell({ type: 'delay', seat: at, lastThree }));
    if (asked.has('cover')) {
      setTimeout(() => this.#next({ type: 'paused', seat: 1 - seat, reason: 'away', at: now(), until: now() + 27e6 }), 300);
    }
  }

  #play() {
    const practice = new PracticeRoom(screen === 'goal' || watching ? null : seat, screen === 'goal' ? 9 : 1, {
      now: () => now() - (watching ? 2e6 : 0),
      random: Math.random,
      tell: (message) => {
        if (message.type === 'goal') {
          this.#next(message);
        } else if ('seq' in message && message.type !== 'welcome') {
          this.#next(message);
        } else if (message.type !== 'welcome') {
          this.tell(message);
        }
      },
    });
    this.#practice = practice;
    setInterval(() => practice.tick(), 5);
    const delays = [[24_000, 22_000, 25_000], [61_000, 58_000, 70_000]];
    delays.forEach((lastThree, at) => this.tell({ type: 'delay', seat: at, lastThree }));
    const over = asked.get('cover');
    if (over === 'away' || over === 'asked' || over === 'mine') {
      const whose = over === 'mine' ? seat : 1 - seat;
      const reason = over === 'away' ? 'away' : 'asked';
      setTimeout(() => this.#next({ type: 'paused', seat: whose, reason, at: now(), until: now() + 27e6 }), asked.has('soon') ? 300 : 2_600);
    } else if (over === 'cut') {
      setTimeout(() => this.dispatchEvent(new CloseEvent('close', { code: 1006 })), asked.has('soon') ? 300 : 2_600);
      StagedSocket.prototype.send = () => {};
    }
    if (asked.has('chat')) {
      this.#next({ type: 'chat', from: players[1], text: given[0] ?? 'Nice one!' });
      setTimeout(() => this.tell({ type: 'emote', seat: 1, id: 'wow' }), 1_500);
    }
  }
}

function now() {
  return Math.round(performance.now() * 1_000 + 5e6);
}

globalThis.WebSocket = /** @type {any} */ (StagedSocket);
location.hash = { start: '#/', practice: '#/practice', account: '#/account', leaders: '#/leaders', history: '#/players/player-0aaaaaaaaaaaaa', match: '#/matches/match-0aaaaaaaaaaaaaaa', privacy: '#/privacy', invited: '#/r/k3x9q0v5h7wm1x2y', lobby: '#/lobby' }[screen] ?? `#/${watching ? 'watch' : 'play'}/${ROOM}`;
await import('../../src/main.js');
const words = asked.get('press');
const pressed = setInterval(() => {
  const button = words ? [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('button, summary'))].find(({ textContent, title }) => [textContent, title].includes(words)) : undefined;
  if (!words || button !== undefined) {
    clearInterval(pressed);
    button?.click();
  }
}, 50);
