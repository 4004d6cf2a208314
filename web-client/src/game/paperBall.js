/** A crumpled ball of paper: an outline and facets, in units of its radius. */

/** Radii of the corners, clockwise in equal steps; uneven, as paper is. */
const CORNERS = [1.04, 0.93, 1.06, 0.98, 1.07, 0.9, 1.03, 0.97, 1.06, 0.94, 1.02];
const CORNER = CORNERS.map((radius, at) => {
  const angle = (at / CORNERS.length) * 2 * Math.PI;
  return /** @type {const} */ ([Math.cos(angle) * radius, Math.sin(angle) * radius]);
});

/** Two inner knots that the folds run to. */
const KNOTS = /** @type {const} */ ([[-0.22, -0.12], [0.3, 0.26]]);

/** Facets between an edge of the outline and a knot, with how much darker they are. */
const FACETS = /** @type {const} */ ([
  [1, 0, 0.05], [2, 1, 0.14], [3, 1, 0.22], [4, 0, 0.16], [5, 0, 0.09], [6, 0, 0.03], [8, 0, 0.02], [0, 1, 0.1],
]);

/**
 * @typedef {object} BallLook
 * @property {number} radius pixels
 * @property {number} angle radians
 * @property {number} squash 0 round, 1 flat; along `normal`
 * @property {number} normal radians
 * @property {string} paper
 * @property {string} crease
 */

/** @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} y @param {BallLook} look */
export function drawPaperBall(ctx, x, y, { radius, angle, squash, normal, paper, crease }) {
  ctx.save();
  ctx.translate(x, y);
  ctx.rotate(normal);
  ctx.scale(1 - 0.32 * squash, 1 + 0.2 * squash);
  ctx.rotate(angle - normal);
  ctx.scale(radius, radius);
  outline(ctx);
  ctx.fillStyle = paper;
  ctx.fill();
  for (const [edge, knot, dark] of FACETS) {
    facet(ctx, edge, knot);
    ctx.globalAlpha = dark;
    ctx.fillStyle = crease;
    ctx.fill();
  }
  ctx.globalAlpha = 0.55;
  ctx.strokeStyle = crease;
  ctx.lineWidth = 0.07;
  ctx.lineJoin = 'round';
  folds(ctx);
  ctx.stroke();
  ctx.restore();
}

/** @param {CanvasRenderingContext2D} ctx */
function outline(ctx) {
  ctx.beginPath();
  for (const [x, y] of CORNER) {
    ctx.lineTo(x, y);
  }
  ctx.closePath();
}

/** @param {CanvasRenderingContext2D} ctx @param {number} edge @param {0 | 1} knot */
function facet(ctx, edge, knot) {
  const from = CORNER[edge] ?? CORNER[0];
  const to = CORNER[(edge + 1) % CORNER.length] ?? CORNER[0];
  if (from === undefined || to === undefined) {
    return;
  }
  ctx.beginPath();
  ctx.moveTo(from[0], from[1]);
  ctx.lineTo(to[0], to[1]);
  ctx.lineTo(KNOTS[knot][0], KNOTS[knot][1]);
  ctx.closePath();
}

/** @param {CanvasRenderingContext2D} ctx */
function folds(ctx) {
  ctx.beginPath();
  for (const [corner, knot] of /** @type {const} */ ([[1, 0], [6, 0], [9, 0], [3, 1], [2, 1], [5, 0]])) {
    const at = CORNER[corner];
    if (at !== undefined) {
      ctx.moveTo(at[0] * 0.86, at[1] * 0.86);
      ctx.lineTo(KNOTS[knot][0], KNOTS[knot][1]);
    }
  }
  ctx.moveTo(KNOTS[0][0], KNOTS[0][1]);
  ctx.lineTo(KNOTS[1][0], KNOTS[1][1]);
}
