import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import test from 'node:test';
import { InvalidFrame, decodeServer, encodeClient } from '../../src/net/frames.js';

const SAMPLES = new URL('../../../protocol/samples/', import.meta.url);

/** @param {string} prefix */
function samples(prefix) {
  return readdirSync(SAMPLES)
    .filter((name) => name.startsWith(prefix))
    .map((name) => ({ name, ...JSON.parse(readFileSync(new URL(name, SAMPLES), 'utf8')) }));
}

/** @type {Record<string, string>} */
const TYPE_OF = { Aim: 'aim', Commit: 'commit', Ping: 'ping', PaddleMoved: 'paddle', LegStarted: 'leg', Pong: 'pong' };

/** @param {string | ArrayBuffer} data */
const hex = (data) => Buffer.from(/** @type {ArrayBuffer} */ (data)).toString('hex');

/** @param {string} text @returns {ArrayBuffer} */
const bytes = (text) => Uint8Array.from(Buffer.from(text, 'hex')).buffer;

test('there are golden samples of both directions', () => {
  assert.ok(samples('client-').length > 0);
  assert.ok(samples('server-').length > 0);
});

for (const { name, text, binary, kind, message } of samples('client-')) {
  test(`${name} is written as the samples have it`, () => {
    if (binary === undefined) {
      assert.deepEqual(JSON.parse(/** @type {string} */ (encodeClient(text))), text);
    } else {
      assert.equal(hex(encodeClient({ type: TYPE_OF[kind], ...message })), binary);
    }
  });
}

for (const { name, text, binary, kind, message } of samples('server-')) {
  test(`${name} is read as the samples have it`, () => {
    if (binary === undefined) {
      assert.deepEqual(decodeServer(JSON.stringify(text)), text);
    } else {
      assert.deepEqual(decodeServer(bytes(binary)), { type: TYPE_OF[kind], ...message });
    }
  });
}

test('what is no frame of ours is refused', () => {
  for (const data of ['', 'no json', '[]', 'null', '{"type":"nonsense"}']) {
    assert.throws(() => decodeServer(data), InvalidFrame, data);
  }
  for (const data of ['', '00', '8200', '83'.padEnd(28, '0'), '81'.padEnd(30, '0')]) {
    assert.throws(() => decodeServer(bytes(data)), InvalidFrame, data);
  }
});

test('a time that does not fit is a mistake of ours', () => {
  for (const t of [-1, 0.5, 2 ** 48, NaN]) {
    assert.throws(() => encodeClient({ type: 'ping', t }), RangeError);
  }
});
