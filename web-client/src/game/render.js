/** Draws the court and the play on a canvas it is handed; pixels are CSS pixels, the caller sets the density. */

import { BIN_MICROS, HIT_MICROS, fading } from './effects.js';
import { toScreen } from './geometry.js';
import { drawPaperBall } from './paperBall.js';
import { BALL_RADIUS, CENTRE_X, HEIGHT, PADDLE_HALF, SU_PER_UNIT, WIDTH, ballX, ballY } from './rules/index.js';

/** @import {SeatNumber} from '../../types/protocol.js' */
/** @import {ShownBall} from './ballView.js' */
/** @import {Effects} from './effects.js' */
/** @import {Geometry} from './geometry.js' */
/** @import {Frame} from './match.js' */

/** Colours as `#rrggbb`. @typedef {Record<'court' | 'courtEdge' | 'line' | 'left' | 'right' | 'paper' | 'crease' | 'bin', string>} CourtColours */

const PADDLE_FACE = 72 * SU_PER_UNIT;
const PADDLE_DEPTH = 30 * SU_PER_UNIT;
const BIN_X = 30 * SU_PER_UNIT;
const CIRCLE = 150 * SU_PER_UNIT;
const LINE = 6 * SU_PER_UNIT;
const TRAIL = 5;
const TRAIL_EVERY = 26_000;

/** @param {CanvasRenderingContext2D} ctx @param {Geometry} geometry @param {CourtColours} colours */
export function drawCourt(ctx, geometry, colours) {
  const { width, height, scale } = geometry;
  ctx.clearRect(0, 0, width, height);
  const light = ctx.createRadialGradient(width / 2, height / 2, 0, width / 2, height / 2, Math.hypot(width, height) / 2);
  light.addColorStop(0, colours.court);
  light.addColorStop(1, colours.courtEdge);
  ctx.fillStyle = light;
  ctx.fillRect(0, 0, width, height);
  endZone(ctx, geometry, 0, colours.left);
  endZone(ctx, geometry, WIDTH, colours.right);
  ctx.strokeStyle = colours.line;
  ctx.lineWidth = Math.max(1.5, LINE * scale);
  ctx.beginPath();
  ctx.arc(width / 2, height / 2, CIRCLE * scale, 0, 2 * Math.PI);
  ctx.stroke();
  const dash = HEIGHT * scale;
  ctx.setLineDash([dash / 34, dash / 34]);
  ctx.lineDashOffset = -dash / 68;
  ctx.beginPath();
  ctx.moveTo(...toScreen(geometry, CENTRE_X, 0));
  ctx.lineTo(...toScreen(geometry, CENTRE_X, HEIGHT));
  ctx.stroke();
  ctx.setLineDash([]);
}

/** A breath of each player's colour on the ground behind him. */
function endZone(
  /** @type {CanvasRenderingContext2D} */ ctx,
  /** @type {Geometry} */ geometry,
  /** @type {number} */ x,
  /** @type {string} */ colour,
) {
  const [fromX, fromY] = toScreen(geometry, x, HEIGHT / 2);
  const [toX, toY] = toScreen(geometry, x + (CENTRE_X - x) * 0.22, HEIGHT / 2);
  const glow = ctx.createLinearGradient(fromX, fromY, toX, toY);
  glow.addColorStop(0, colour);
  glow.addColorStop(1, `${colour}00`); // `transparent` would be black on the way there
  ctx.save();
  ctx.globalAlpha = 0.09;
  ctx.fillStyle = glow;
  ctx.fillRect(0, 0, geometry.width, geometry.height);
  ctx.restore();
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Geometry} geometry
 * @param {Frame} frame
 * @param {Effects} effects
 * @param {CourtColours} colours
 * @param {boolean} calm without motion that is no play
 */
export function drawPlay(ctx, geometry, frame, effects, colours, calm) {
  ctx.clearRect(0, 0, geometry.width, geometry.height);
  const still = calm ? { ...effects, hits: /** @type {const} */ ([-Infinity, -Infinity]), wall: -Infinity } : effects;
  drawPaddle(ctx, geometry, frame, still, 0, colours.left);
  drawPaddle(ctx, geometry, frame, still, 1, colours.right);
  const { bin } = effects;
  if (frame.ball !== null && !isBinned(frame.ball)) {
    drawBall(ctx, geometry, frame.ball, frame.now, still, colours, calm);
  }
  if (bin !== null) {
    drawBin(ctx, geometry, bin, frame, colours, calm);
  }
}

/** @param {ShownBall} ball */
function isBinned(ball) {
  return ball.past !== null && (ball.x <= BIN_X || ball.x >= WIDTH - BIN_X);
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Geometry} geometry
 * @param {Frame} frame
 * @param {Effects} effects
 * @param {SeatNumber} seat
 * @param {string} colour
 */
function drawPaddle(ctx, geometry, frame, effects, seat, colour) {
  const { scale, turn } = geometry;
  const fresh = fading(effects.hits[seat], frame.now, HIT_MICROS);
  const back = seat === 0 ? -1 : 1;
  const face = seat === 0 ? PADDLE_FACE : WIDTH - PADDLE_FACE;
  const x = face + back * (PADDLE_DEPTH / 2 + fresh * 7 * SU_PER_UNIT);
  const [px, py] = toScreen(geometry, x, frame.paddles[seat]);
  const depth = PADDLE_DEPTH * scale;
  const length = PADDLE_HALF * 2 * scale;
  ctx.save();
  ctx.translate(px, py);
  if (turn !== 0) {
    ctx.rotate(Math.PI / 2);
  }
  ctx.fillStyle = colour;
  if (fresh > 0) {
    ctx.shadowColor = colour;
    ctx.shadowBlur = 26 * fresh;
  }
  ctx.beginPath();
  // The left one is round, the right one square with a slit: side, shape and colour each tell them apart.
  ctx.roundRect(-depth / 2, -length / 2, depth, length, seat === 0 ? depth / 2 : depth / 5);
  if (seat === 1) {
    ctx.roundRect(-depth / 8, -length * 0.22, depth / 4, length * 0.44, depth / 8);
  }
  ctx.fill('evenodd');
  ctx.restore();
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Geometry} geometry
 * @param {ShownBall} ball
 * @param {number} now
 * @param {Effects} effects
 * @param {CourtColours} colours
 * @param {boolean} calm
 */
function drawBall(ctx, geometry, ball, now, effects, colours, calm) {
  const { scale, turn } = geometry;
  const radius = BALL_RADIUS * scale;
  const [x, y] = toScreen(geometry, ball.x, ball.y);
  if (!calm) {
    drawTrail(ctx, geometry, ball, radius, colours.paper);
  }
  ctx.save();
  ctx.fillStyle = colours.courtEdge;
  ctx.globalAlpha = 0.5;
  ctx.beginPath();
  ctx.ellipse(x + radius * 0.35, y + radius * 0.55, radius * 1.02, radius * 0.86, 0, 0, 2 * Math.PI);
  ctx.fill();
  ctx.restore();
  const hit = fading(Math.max(...effects.hits), now, HIT_MICROS);
  const wall = fading(effects.wall, now, HIT_MICROS);
  const acrossScreen = turn === 0 ? 0 : Math.PI / 2;
  drawPaperBall(ctx, x, y, {
    radius: radius * 1.12,
    angle: calm ? 0.4 : (ball.x + ball.y) / (BALL_RADIUS * 3.2),
    squash: Math.max(hit, wall * 0.7) ** 2,
    normal: hit >= wall * 0.7 ? acrossScreen : Math.PI / 2 - acrossScreen,
    paper: colours.paper,
    crease: colours.crease,
  });
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Geometry} geometry
 * @param {ShownBall} ball
 * @param {number} radius
 * @param {string} colour
 */
function drawTrail(ctx, geometry, ball, radius, colour) {
  const { leg } = ball;
  const here = leg.t0 + Math.max(0, Math.round(ball.flown));
  // A ball that glides back onto its way takes its trail along.
  const [offX, offY] = [ball.x - ballX(leg, here), ball.y - ballY(leg, here)];
  ctx.save();
  ctx.fillStyle = colour;
  for (let back = TRAIL; back >= 1; back -= 1) {
    const flown = Math.round(ball.flown - back * TRAIL_EVERY);
    if (flown > 0) {
      const [x, y] = toScreen(geometry, ballX(leg, leg.t0 + flown) + offX, ballY(leg, leg.t0 + flown) + offY);
      ctx.globalAlpha = 0.22 * (1 - back / (TRAIL + 1));
      ctx.beginPath();
      ctx.arc(x, y, radius * (1 - back / (TRAIL + 2)), 0, 2 * Math.PI);
      ctx.fill();
    }
  }
  ctx.restore();
}

/**
 * A goal ends in the bin, which stands upright whichever way the court lies.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Geometry} geometry
 * @param {{ seat: SeatNumber, y: number, at: number }} bin
 * @param {Frame} frame
 * @param {CourtColours} colours
 * @param {boolean} calm
 */
function drawBin(ctx, geometry, bin, frame, colours, calm) {
  const { scale } = geometry;
  const age = frame.now - bin.at;
  const [x, y] = toScreen(geometry, bin.seat === 0 ? BIN_X : WIDTH - BIN_X, bin.y);
  const size = 84 * SU_PER_UNIT * scale;
  const half = size * 0.4;
  const filled = frame.ball === null || isBinned(frame.ball);
  const grown = calm ? 1 : Math.min(1, age / 110_000);
  const wiggle = calm || age > 420_000 ? 0 : Math.sin(age / 32_000) * 0.16 * (1 - age / 420_000);
  ctx.save();
  ctx.translate(Math.max(half * 1.15, Math.min(geometry.width - half * 1.15, x)), Math.max(size * 0.7, Math.min(geometry.height - size * 0.7, y)));
  ctx.globalAlpha = Math.min(1, (BIN_MICROS - age) / 200_000);
  ctx.rotate(wiggle);
  ctx.scale(grown, grown);
  if (filled) {
    drawPaperBall(ctx, 0, -size * 0.42, {
      radius: BALL_RADIUS * scale,
      angle: 0.8,
      squash: 0,
      normal: 0,
      paper: colours.paper,
      crease: colours.crease,
    });
  }
  ctx.fillStyle = colours.courtEdge;
  ctx.strokeStyle = colours.bin;
  ctx.lineWidth = Math.max(1.5, size * 0.045);
  ctx.lineJoin = 'round';
  ctx.beginPath();
  ctx.moveTo(-half, -size * 0.42);
  ctx.lineTo(half, -size * 0.42);
  ctx.lineTo(half * 0.74, size * 0.5);
  ctx.lineTo(-half * 0.74, size * 0.5);
  ctx.closePath();
  ctx.fill();
  for (const at of [-0.45, 0, 0.45]) {
    ctx.moveTo(half * at, -size * 0.42);
    ctx.lineTo(half * at * 0.78, size * 0.5);
  }
  ctx.moveTo(-half * 0.88, size * 0.04);
  ctx.lineTo(half * 0.88, size * 0.04);
  ctx.stroke();
  ctx.restore();
}
