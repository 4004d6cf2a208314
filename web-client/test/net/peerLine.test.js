import assert from 'node:assert/strict';
import test, { afterEach, beforeEach, mock } from 'node:test';
import { decodePeer, encodePeer } from '../../src/net/peerFrames.js';
import { PeerLine } from '../../src/net/peerLine.js';
import { FakeConnection, join } from './fakePeers.js';

/** @import {PaddleData} from '../../types/protocol.js' */

let now = 0;
beforeEach(() => {
  now = 1_000_000;
  mock.timers.enable({ apis: ['setTimeout'] });
});
afterEach(() => mock.timers.reset());

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** @param {boolean} first @param {string[]} [stun] */
function side(first, stun = []) {
  /** @type {string[]} */
  const signals = [];
  /** @type {PaddleData[]} */
  const tracks = [];
  const seen = { changes: 0 };
  /** @type {FakeConnection[]} */
  const made = [];
  const line = new PeerLine({
    connect: (options) => {
      made.push(new FakeConnection(options));
      return /** @type {FakeConnection} */ (made[0]);
    },
    first,
    stun,
    stamp: () => now,
    signal: (data) => signals.push(data),
    onTrack: (track) => tracks.push(track),
    onChange: () => (seen.changes += 1),
  });
  return { line, signals, tracks, seen, connection: /** @type {FakeConnection} */ (made[0]) };
}

/** Passes signals on until there are no more. @param {ReturnType<typeof side>} left @param {ReturnType<typeof side>} right */
async function introduce(left, right) {
  for (let quiet = 0; quiet < 3; quiet += 1) {
    await settled();
    left.signals.splice(0).forEach((data) => right.line.receive(data));
    right.signals.splice(0).forEach((data) => left.line.receive(data));
  }
}

async function open() {
  const left = side(true);
  const right = side(false);
  await introduce(left, right);
  join(left.connection, right.connection);
  return { left, right };
}

test('one offers, the other answers, and no candidate is used before its description', async () => {
  const { left, right } = await open();
  assert.deepEqual(left.connection.done, ['local offer', 'remote answer', 'address for the answer']);
  assert.deepEqual(right.connection.done, ['remote offer', 'address for the offer', 'local answer']);
  assert.ok(left.line.isOpen && right.line.isOpen);
});

test('candidates that overtake the offer wait for it', async () => {
  const right = side(false);
  right.line.receive(JSON.stringify({ candidate: 'early', sdpMid: '0', sdpMLineIndex: 0 }));
  right.line.receive(JSON.stringify({ type: 'offer', sdp: 'offer' }));
  await settled();
  assert.deepEqual(right.connection.done, ['remote offer', 'early', 'local answer']);
});

test('no server is asked for an address unless the operator names one', () => {
  assert.deepEqual(side(true).connection.options, { iceServers: [] });
  const stun = ['stun:stun.example.org:3478'];
  assert.deepEqual(side(true, stun).connection.options, { iceServers: [{ urls: stun }] });
});

test('tracks arrive, and the delay of the line is measured', async () => {
  const { left, right } = await open();
  const track = { t: 2 ** 40, y: 524_288, target: 106_496 };
  left.line.share(track);
  assert.deepEqual(right.tracks, [track]);
  left.connection.channel.other = null; // the echo takes its time
  now += 1_000_000;
  mock.timers.tick(1_000);
  const sent = left.connection.channel.sent.map(decodePeer).findLast((message) => message?.type === 'probe');
  assert.equal(sent?.t, now);
  now += 12_000;
  left.connection.channel.hears(encodePeer({ type: 'echo', t: now - 12_000 }));
  assert.equal(left.line.roundTrip, 12_000);
  left.connection.channel.hears(encodePeer({ type: 'echo', t: now - 12_000 }));
  assert.equal(left.line.roundTrip, 12_000, 'an echo counts once');
});

test('an echo of what was never asked tells nothing', async () => {
  const { left } = await open();
  const { roundTrip } = left.line;
  now += 5_000_000;
  left.connection.channel.hears(encodePeer({ type: 'echo', t: 1 }));
  assert.equal(left.line.roundTrip, roundTrip);
});

test('what is none of ours ends the line', async () => {
  for (const data of ['text', new ArrayBuffer(0), new ArrayBuffer(8), new ArrayBuffer(15), new ArrayBuffer(65_536), null, { byteLength: 15 }]) {
    const { left } = await open();
    left.connection.channel.hears(data);
    assert.ok(left.line.isOver, String(data));
    assert.equal(left.connection.connectionState, 'closed');
  }
});

test('a flood ends the line, a player at his limits does not', async () => {
  const { left, right } = await open();
  const bytes = encodePeer({ type: 'track', t: 5, y: 1, target: 1 });
  for (let i = 0; i < 600; i += 1) {
    now += 8_334; // 120 a second
    left.connection.channel.hears(bytes);
  }
  assert.ok(left.line.isOpen);
  for (let i = 0; i < 200; i += 1) {
    right.connection.channel.hears(bytes);
  }
  assert.ok(right.line.isOver);
});

test('signals that are no signals change nothing', async () => {
  const right = side(false);
  for (const data of ['', 'null', '[]', '{"type":"offer"}', '{"type":"answer","sdp":"not mine to hear"}', '{"candidate":5}', '{"candidate":"a","sdpMid":{},"sdpMLineIndex":0}', `{"type":"offer","sdp":"${'x'.repeat(3_000)}"}`]) {
    right.line.receive(data);
  }
  await settled();
  assert.deepEqual(right.connection.done, []);
  assert.ok(!right.line.isOver);
});

test('a description that the browser refuses ends the attempt, and so does silence', async () => {
  const right = side(false);
  right.line.receive(JSON.stringify({ type: 'offer', sdp: 'nonsense' }));
  await settled();
  assert.ok(right.line.isOver);
  const left = side(true);
  mock.timers.tick(10_000);
  assert.ok(left.line.isOver);
  assert.equal(left.seen.changes, 1);
});

test('candidates are taken in a bounded number', async () => {
  const right = side(false);
  right.line.receive(JSON.stringify({ type: 'offer', sdp: 'offer' }));
  for (let i = 0; i < 100; i += 1) {
    right.line.receive(JSON.stringify({ candidate: `${i}`, sdpMid: '0', sdpMLineIndex: 0 }));
  }
  await settled();
  assert.equal(right.connection.done.length, 42);
});

test('a line that fails is over once, and what is shared then goes nowhere', async () => {
  const { left, right } = await open();
  const { changes } = left.seen;
  left.connection.fails();
  assert.ok(left.line.isOver && right.line.isOver);
  left.line.close();
  assert.equal(left.seen.changes, changes + 1);
  const sent = left.connection.channel.sent.length;
  left.line.share({ t: 1, y: 1, target: 1 });
  assert.equal(left.connection.channel.sent.length, sent);
});

test('a line slower than its player is sent nothing more until it has caught up', async () => {
  const { left } = await open();
  const sent = left.connection.channel.sent.length;
  left.connection.channel.bufferedAmount = 5_000;
  left.line.share({ t: 1, y: 1, target: 1 });
  assert.equal(left.connection.channel.sent.length, sent);
  left.connection.channel.bufferedAmount = 0;
  left.line.share({ t: 1, y: 1, target: 1 });
  assert.equal(left.connection.channel.sent.length, sent + 1);
});
