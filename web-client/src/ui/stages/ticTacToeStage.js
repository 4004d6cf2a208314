/** Tic-tac-toe on the screen of a match: the board, whose turn it is, and the time of the turn. */

import { markAt, standingOf } from '../../game/rules/tictactoe/index.js';
import { createBoardView, placeOf } from '../boardView.js';
import { setText } from '../dom.js';

/** @import {SeatNumber} from '../../../types/protocol.js' */
/** @import {RoomState} from '../../game/roomState.js' */
/** @import {Stage, StageGiven} from './stages.js' */

const SECOND = 1_000_000;
const TURN = 30 * SECOND;
/** A turn that lasts longer has no clock: a practice. */
const LIMITED = 2 * TURN;
/** From here on the time left is pressing, and said once to who does not see it. */
const PRESSING_S = 10;

/** @param {StageGiven} given @returns {Stage} */
export function createTicTacToeStage({ words, h, signal, match, sound, send, onFrame }) {
  const { t } = words;
  const board = createBoardView(words, h, take);
  const bar = h('div', { class: 'turn-bar', attributes: { 'aria-hidden': 'true' } }, [h('i')]);
  const over = h('div', { class: 'court board-court' }, [board.element, bar]);
  const element = h('div', { class: 'court-room of-board' }, [over]);
  const whose = h('span', { class: 'turn-of' });
  const left = h('span', { class: 'turn-left', attributes: { 'aria-hidden': 'true' } });
  const spoken = h('p', { class: 'spoken', attributes: { 'aria-live': 'polite' } });
  const hurry = h('p', { class: 'spoken', attributes: { 'aria-live': 'assertive' } });
  const middle = h('div', { class: 'turn' }, [whose, left, spoken, hurry]);
  let told = '';
  let seen = match.state.board?.moves.length ?? 0;
  let running = requestAnimationFrame(draw);
  signal.addEventListener('abort', () => cancelAnimationFrame(running));

  return { title: t('court.board'), element, over, middle, keys: t('board.keys'), touch: t('board.touch'), resigns: true, update, focus: board.focus };

  /** @param {RoomState} state */
  function update(state) {
    const moves = state.board?.moves ?? [];
    board.update(state.board ?? { first: null, moves, turn: null }, mayMove(state));
    if (moves.length > seen) {
      sound.play('hit');
    }
    seen = moves.length;
    const turn = turnText(state);
    setText(whose, turn);
    setText(spoken, [lastMove(state), turn].filter(Boolean).join(' '));
    middle.classList.toggle('mine', mayMove(state));
  }

  function draw() {
    running = requestAnimationFrame(draw);
    const frame = match.frame();
    const turn = match.state.board?.turn ?? null;
    const remains = turn === null ? 0 : Math.max(0, turn.until - frame.now);
    const seconds = Math.ceil(remains / SECOND);
    const timed = turn !== null && remains <= LIMITED;
    setText(left, timed ? String(seconds) : '');
    bar.dataset.seat = !timed ? '' : String(turn.seat);
    bar.style.setProperty('--remains', String(Math.min(1, remains / TURN)));
    const pressing = turn !== null && turn.seat === match.seat && seconds <= PRESSING_S && seconds > 0;
    middle.classList.toggle('pressing', pressing);
    const warning = pressing ? `${turn.seq}` : '';
    if (warning !== told) {
      told = warning;
      setText(hurry, pressing ? t('board.secondsLeft', { count: seconds }) : '');
      if (pressing) {
        sound.play('go');
      }
    }
    onFrame(frame);
  }

  /** @param {number} cell */
  function take(cell) {
    const { state } = match;
    const turn = state.board?.turn ?? null;
    if (turn === null || state.you?.seat !== turn.seat) {
      say(t(match.seat === null ? 'error.not-seated' : state.phase === 'finished' ? 'board.over' : 'error.not-your-turn'));
    } else if (state.board?.moves.includes(cell)) {
      say(t('error.cell-taken'));
    } else {
      send({ type: 'play', cell, expectedSeq: turn.seq });
    }
  }

  /** @param {string} text */
  function say(text) {
    setText(hurry, '');
    setText(hurry, text);
  }

  /** @param {RoomState} state */
  function mayMove({ board: table, you }) {
    const turn = table?.turn ?? null;
    return turn !== null && turn.seat === you?.seat;
  }

  /** @param {RoomState} state */
  function turnText(state) {
    const table = state.board;
    if (table === null || table.first === null) {
      return t('board.soon');
    }
    const standing = standingOf({ first: table.first, moves: table.moves });
    if (state.result !== null) {
      return resultText(state, state.result.winner);
    }
    if (standing.kind !== 'open') {
      return t('board.over');
    }
    return standing.turn === state.you?.seat ? t('board.yourTurn') : t('board.turnOf', { name: nameAt(state, standing.turn) });
  }

  /** @param {RoomState} state @param {SeatNumber | null} winner */
  function resultText(state, winner) {
    const mine = state.you?.seat ?? null;
    if (winner === null) {
      return t('result.draw');
    }
    return mine === null ? t('result.wins', { name: nameAt(state, winner) }) : t(winner === mine ? 'result.youWin' : 'result.youLose');
  }

  /** @param {RoomState} state */
  function lastMove(state) {
    const { first = null, moves = [] } = state.board ?? {};
    const cell = moves.at(-1);
    if (cell === undefined || first === null) {
      return '';
    }
    const seat = markAt({ first, moves }, cell) ?? 0;
    const place = placeOf(cell);
    return seat === state.you?.seat ? t('board.youPlayed', place) : t('board.played', { name: nameAt(state, seat), ...place });
  }

  /** @param {RoomState} state @param {SeatNumber} seat */
  function nameAt(state, seat) {
    return state.seats[seat]?.player.name ?? t('play.nobody');
  }
}
