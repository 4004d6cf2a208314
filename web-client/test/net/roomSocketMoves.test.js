import assert from 'node:assert/strict';
import test from 'node:test';
import { welcome } from '../messages.js';
import { channel, goal, pass, sleep } from './channel.js';

test('moved: the new connection stands before the old one goes', () => {
  const { network, enter, messages, statuses } = channel();
  enter({ seq: 10 });
  const old = network.last;
  old.says({ type: 'moved', reconnectAfterMs: 120 });
  pass(110);
  assert.equal(network.sockets.length, 1);
  pass(20);
  assert.equal(network.sockets.length, 2);
  old.says(goal(11));
  assert.equal(old.hungUpWith, null);
  network.last.opens();
  network.last.says(welcome({ epoch: 2, recovered: true, snapshot: null }));
  assert.equal(old.hungUpWith, 1000);
  network.last.says(goal(11));
  network.last.says(goal(12));
  assert.deepEqual(messages.filter(({ type }) => type === 'goal').length, 2, 'the doubled one is known');
  assert.deepEqual(statuses.filter(({ state }) => state === 'reconnecting'), []);
});

test('a drained relay that closes before the new connection stands interrupts nothing for good', () => {
  const { network, enter } = channel();
  enter();
  const old = network.last;
  old.says({ type: 'moved', reconnectAfterMs: 0 });
  pass(10);
  old.closes(1012);
  network.last.opens();
  network.last.says(welcome({ recovered: true, snapshot: null }));
  pass(5_000 - 100);
  assert.equal(network.sockets.length, 2);
});

test('while the next connection is on its way, the loss of the one before is said', () => {
  const { network, enter, statuses } = channel();
  enter();
  const old = network.last;
  old.says({ type: 'moved', reconnectAfterMs: 0 });
  pass(10);
  old.closes(1012);
  assert.deepEqual(statuses.at(-1), { state: 'reconnecting' });
  network.last.opens();
  network.last.says(welcome({ recovered: true, snapshot: null }));
  assert.deepEqual(statuses.at(-1), { state: 'open' });
});

test('the old connection may hear that it is replaced before the new one is welcomed', () => {
  const { network, enter, statuses } = channel();
  enter();
  const old = network.last;
  old.says({ type: 'moved', reconnectAfterMs: 0 });
  pass(10);
  network.last.opens();
  old.closes(4509);
  assert.deepEqual(statuses.at(-1), { state: 'reconnecting' });
  network.last.says(welcome({ recovered: true, snapshot: null }));
  assert.deepEqual(statuses.at(-1), { state: 'open' });
  assert.equal(network.sockets.length, 2);
});

test('a new connection that fails leaves the old one in its place, and is tried again', () => {
  const { network, enter, socket, statuses } = channel();
  enter();
  const old = network.last;
  old.says({ type: 'moved', reconnectAfterMs: 0 });
  pass(10);
  network.last.closes(1006);
  assert.ok(socket.send({ type: 'ready' }), 'the old one is still good');
  assert.deepEqual(old.sentOf('ready').length, 1);
  pass(260);
  assert.equal(network.sockets.length, 3);
  assert.deepEqual(statuses.at(-1), { state: 'open' });
});

test('a page that slept asks before it gives up on a line that may have stood all along', () => {
  const { network, enter } = channel();
  enter();
  pass(1_000);
  const pings = network.last.sentOf('ping').length;
  sleep(30_000);
  pass(1_010);
  assert.equal(network.last.hungUpWith, null);
  assert.equal(network.last.sentOf('ping').length, pings + 1);
  network.last.says({ type: 'pong', t: 0, roomTime: 0 });
  pass(4_000);
  assert.equal(network.sockets.length, 1);
});

test('a line that died while the page slept is given up within three seconds', () => {
  const { network, enter, socket } = channel();
  enter();
  sleep(30_000);
  socket.hurry();
  const dead = network.last;
  pass(3_000);
  assert.equal(dead.hungUpWith, 4008);
  assert.equal(network.sockets.length, 2);
});
