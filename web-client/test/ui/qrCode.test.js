import assert from 'node:assert/strict';
import test from 'node:test';
import jsQR from 'jsqr';
import { qrCode } from '../../src/ui/qrCode.js';

/** A picture of a code as a camera would see it at its best: four pixels a module, with the quiet zone. @param {boolean[][]} code */
function picture(code) {
  const side = (code.length + 8) * 4;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  code.forEach((row, y) =>
    row.forEach((dark, x) => {
      for (let at = 0; dark && at < 16; at += 1) {
        const pixel = ((y + 4) * 4 + (at >> 2)) * side + (x + 4) * 4 + (at & 3);
        pixels.fill(0, pixel * 4, pixel * 4 + 3);
      }
    }),
  );
  return { side, pixels };
}

const read = /** @type {(pixels: Uint8ClampedArray, width: number, height: number) => { data: string } | null} */ (
  /** @type {unknown} */ (jsQR)
);

test('another program reads the link, whatever its length', () => {
  for (let length = 1; length <= 180; length += 7) {
    const link = `https://pong.example/#/r/${'k3x9q0v5h7wm1x2y'.repeat(12)}`.slice(0, length);
    const code = qrCode(link);
    assert.ok(code !== null, String(length));
    const { side, pixels } = picture(code);
    assert.equal(read(pixels, side, side)?.data, link);
  }
});

test('a short link makes a small code, and one too long makes none', () => {
  assert.equal(qrCode('https://a.de')?.length, 21);
  assert.equal(qrCode('x'.repeat(180))?.length, 53);
  assert.equal(qrCode('x'.repeat(181)), null);
});
