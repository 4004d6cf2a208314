import assert from 'node:assert/strict';
import test from 'node:test';
import { ApiProblem } from '../../src/net/request.js';
import { welcome } from '../messages.js';
import { channel, goal, pass } from './channel.js';

const TOKEN = encodeURIComponent('quarkus-http-upgrade#Authorization#Bearer ');

test('the first connection brings the ticket in the subprotocols and says hello without resume', () => {
  const { network, enter, statuses } = channel();
  assert.deepEqual(network.last.protocols, ['trashpong.v1', `${TOKEN}ticket`]);
  enter();
  assert.deepEqual(network.last.sent[0], { type: 'hello', resume: null });
  assert.deepEqual(statuses, [{ state: 'connecting' }, { state: 'open' }]);
});

test('five pings go out 40 ms apart, then one a second', () => {
  const { network, enter } = channel();
  enter();
  pass(160);
  assert.equal(network.last.sentOf('ping').length, 5);
  for (let second = 1; second <= 3; second += 1) {
    network.last.says({ type: 'pong', t: 0, roomTime: 0 });
    pass(1_000);
    assert.equal(network.last.sentOf('ping').length, 5 + second);
  }
});

test('it comes back within 250 ms, by its secret and from where it stood, without a ticket', () => {
  const { network, enter, statuses } = channel();
  enter({ seq: 10, epoch: 3 });
  network.last.says(goal(11));
  network.last.closes(1006);
  assert.deepEqual(statuses.at(-1), { state: 'reconnecting' });
  pass(250);
  assert.equal(network.sockets.length, 2);
  assert.deepEqual(network.last.protocols, ['trashpong.v1']);
  network.last.opens();
  assert.deepEqual(network.last.sent[0], { type: 'hello', resume: { epoch: 3, seq: 11, secret: 'secret' } });
});

for (const code of [1001, 1006, 1011, 1012, 1013, 4001, 4002, 4008, 4408]) {
  test(`after ${code} it comes back`, () => {
    const { network, enter } = channel();
    enter();
    network.last.closes(code);
    pass(250);
    assert.equal(network.sockets.length, 2);
  });
}

for (const code of [1000, 1003, 1007, 1008, 1009, 4503, 4504, 4509, 4999]) {
  test(`after ${code} it does not come back, and says so`, () => {
    const { network, enter, statuses } = channel();
    enter();
    network.last.closes(code);
    pass(10_000);
    assert.equal(network.sockets.length, 1);
    assert.deepEqual(statuses.at(-1), { state: 'closed', code });
  });
}

test('it tries again and again, at last every few seconds', () => {
  const { network, enter } = channel();
  enter();
  network.last.closes(1012);
  const gaps = [];
  for (let i = 0; i < 8; i += 1) {
    const before = network.sockets.length;
    let gap = 0;
    for (; network.sockets.length === before; gap += 10) {
      pass(10);
    }
    gaps.push(gap);
    network.last.closes(1006);
  }
  assert.ok((gaps[0] ?? 999) <= 250);
  assert.ok(gaps.slice(-2).every((gap) => gap >= 2_000 && gap <= 4_010), String(gaps));
});

test('hurry does not wait for the next try', () => {
  const { network, enter, socket } = channel();
  enter();
  network.last.closes(1006);
  socket.hurry();
  assert.equal(network.sockets.length, 2);
  socket.hurry();
  assert.equal(network.sockets.length, 2, 'one is on its way already');
});

test('a numbered message is handed on once, in order', () => {
  const { network, enter, messages } = channel();
  enter({ seq: 10 });
  for (const seq of [11, 11, 10, 12]) {
    network.last.says(goal(seq));
  }
  assert.deepEqual(messages.slice(1).map((message) => 'seq' in message && message.seq), [11, 12]);
});

test('a hole in the numbers brings it back to where the row was whole', () => {
  const { network, enter, messages } = channel();
  enter({ seq: 10 });
  network.last.says(goal(12));
  pass(250);
  network.last.opens();
  assert.deepEqual(network.last.sent[0], { type: 'hello', resume: { epoch: 1, seq: 10, secret: 'secret' } });
  network.last.says(welcome({ recovered: true, snapshot: null, seq: 12 }));
  network.last.says(goal(11));
  network.last.says(goal(12));
  assert.deepEqual(messages.map((message) => message.type), ['welcome', 'welcome', 'goal', 'goal']);
});

test('a new owner behind the same connection welcomes anew, and its numbers count from there', () => {
  const { network, enter, messages, progress } = channel();
  enter({ seq: 40, epoch: 1 });
  network.last.says(welcome({ seq: 0, epoch: 2 }));
  network.last.says(goal(1));
  assert.deepEqual(messages.map(({ type }) => type), ['welcome', 'welcome', 'goal']);
  assert.deepEqual(progress.at(-1), { epoch: 2, seq: 1, secret: 'secret' });
});

test('without an answer for five seconds it hangs up and comes back', () => {
  const { network, enter } = channel();
  enter();
  const deaf = network.last;
  pass(6_500);
  assert.equal(deaf.hungUpWith, 4008);
  assert.equal(network.sockets.length, 2);
});

test('a ticket that ran out before it opened anything is renewed', async () => {
  const { network } = channel();
  network.last.closes(1006);
  pass(250);
  await Promise.resolve();
  await Promise.resolve();
  assert.deepEqual(network.last.protocols[1], `${TOKEN}another`);
});

test('a secret that is not known any more asks for the seat once', async () => {
  const { network, statuses } = channel({ ticket: null, resume: { epoch: 0, seq: 0, secret: 'old' } });
  network.last.opens();
  network.last.closes(4501);
  await Promise.resolve();
  await Promise.resolve();
  assert.deepEqual(network.last.protocols[1], `${TOKEN}another`);
  network.last.opens();
  network.last.closes(4501);
  assert.deepEqual(statuses.at(-1), { state: 'closed', code: 4501 });
});

test('a lobby that can not be reached is asked again; one that says no is believed', async () => {
  const problems = [new ApiProblem('unavailable', 503), new ApiProblem('room-full', 409)];
  const { network, statuses } = channel({ renewTicket: () => Promise.reject(problems.shift()) });
  network.last.closes(1006);
  pass(250);
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(statuses.at(-1), { state: 'reconnecting' });
  pass(1_000);
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(statuses.at(-1), { state: 'closed', code: 4504 });
});

test('what is no frame of ours is passed over', () => {
  const { network, enter, messages } = channel();
  enter();
  network.last.saysData('{"type":"of-tomorrow"}');
  network.last.saysData(new ArrayBuffer(3));
  assert.equal(messages.length, 1);
});

test('closed by hand it stays closed', () => {
  const { network, enter, socket, statuses } = channel();
  enter();
  socket.close();
  assert.equal(network.last.hungUpWith, 1000);
  pass(10_000);
  assert.equal(network.sockets.length, 1);
  assert.deepEqual(statuses.at(-1), { state: 'open' });
});
