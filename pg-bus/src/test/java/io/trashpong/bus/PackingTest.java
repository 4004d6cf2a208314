package io.trashpong.bus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.trashpong.bus.testing.SharedSecret;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PackingTest {
    private static final ReplicaId SENDER = new ReplicaId("relay.0123456789abcdef0123456789abcdef0123456789");
    private static final ReplicaId RECEIVER = new ReplicaId("relay.b");

    private static final BusSecrets SECRETS = BusSecrets.of(SharedSecret.BUS);
    private static final int OWN_BACKEND = 7;
    private static final int OTHER_BACKEND = 8;

    private final Sealer sealer = new Sealer(SENDER, SECRETS);
    private final BusMetrics metrics = new BusMetrics(new SimpleMeterRegistry());
    private final List<Frame> received = new ArrayList<>();
    private int ownBeats;

    @Test
    void frames_of_any_size_come_out_as_they_went_in_and_no_payload_is_too_long() {
        for (int seed = 0; seed < 50; seed++) {
            var random = new Random(seed);
            received.clear();
            var batch = batch();
            var sent = new ArrayList<Frame.Ordered>();
            while (batch.hasRoom() && sent.size() < 400) {
                int size = random.nextInt(8) == 0 ? random.nextInt(BusLimits.MAX_PAYLOAD + 1) : random.nextInt(9_000);
                var frame = new Frame.Ordered("moves", sent.size(), bytes(random, size));
                sent.add(frame);
                batch.add("bus.x", frame);
            }
            var payloads = batch.pack().payloads();
            assertTrue(Arrays.stream(payloads).mapToInt(String::length).sum() <= BusLimits.MAX_STATEMENT_TEXT);
            read(payloads);
            assertEquals(sent.size(), received.size());
            for (int i = 0; i < sent.size(); i++) {
                var got = (Frame.Ordered) received.get(i);
                assertEquals(i, got.number());
                assertArrayEquals(sent.get(i).payload(), got.payload());
            }
        }
    }

    @Test
    void frames_of_any_topic_number_and_kind_come_out_in_their_order() {
        var random = new Random(7);
        for (int round = 0; round < 200; round++) {
            received.clear();
            var batch = batch();
            var sent = new ArrayList<Frame>();
            long number = random.nextInt(1_000);
            for (int i = 0; i < 300; i++) {
                number += random.nextInt(5) == 0 ? random.nextInt(3) : 1;
                Frame frame = random.nextInt(6) == 0
                        ? new Frame.Ask(random.nextLong(1_000))
                        : new Frame.Ordered(
                                random.nextInt(4) == 0 ? "a" : "bb", number, bytes(random, random.nextInt(60)));
                sent.add(frame);
                batch.add("bus.x", frame);
            }
            read(batch.pack().payloads());
            assertEquals(
                    sent.stream().map(PackingTest::described).toList(),
                    received.stream().map(PackingTest::described).toList());
        }
    }

    @Test
    void frames_that_follow_one_another_name_their_topic_once() {
        var batch = batch();
        for (int i = 0; i < 1_000; i++) {
            batch.add("bus.x", new Frame.Ordered("t".repeat(BusLimits.MAX_NAME), i, new byte[4]));
        }
        assertEquals(2, batch.pack().payloads().length);
    }

    @Test
    void the_largest_payload_takes_no_more_pieces_than_are_allowed() {
        var batch = batch();
        batch.add("bus.x", new Frame.Ordered("t".repeat(BusLimits.MAX_NAME), 1, new byte[BusLimits.MAX_PAYLOAD]));
        var payloads = batch.pack().payloads();
        assertEquals(BusLimits.MAX_PIECES, payloads.length);
        read(payloads);
        assertEquals(1, received.size());
    }

    @Test
    void small_frames_for_one_inbox_share_payloads_and_inboxes_do_not() {
        var batch = batch();
        for (int i = 0; i < 300; i++) {
            batch.add(i % 2 == 0 ? "bus.x" : "bus.y", new Frame.Volatile("paddles", new byte[20]));
        }
        var packed = batch.pack();
        assertEquals(List.of("bus.x", "bus.y"), List.of(packed.channels()));
        assertEquals(300, batch.frames());
    }

    @Test
    void every_kind_of_frame_comes_out_as_it_went_in() {
        var frames = List.of(
                new Frame.Ask(7),
                new Frame.Skip(Long.MAX_VALUE),
                new Frame.Bell("results"),
                new Frame.Beat(Map.of(RECEIVER, 3L, SENDER, 0L)));
        frames.forEach(frame ->
                assertEquals(frame, FrameCodec.decode(FrameCodec.encode(frame)).orElseThrow()));
    }

    @Test
    void a_frame_that_lost_a_piece_is_left_out_and_the_next_is_whole() {
        var batch = batch();
        batch.add("bus.x", new Frame.Volatile("paddles", new byte[20_000]));
        batch.add("bus.x", new Frame.Volatile("paddles", new byte[10_000]));
        var payloads = new ArrayList<>(List.of(batch.pack().payloads()));
        payloads.remove(1);
        read(payloads.toArray(String[]::new));
        assertEquals(1, received.size());
        assertEquals(10_000, ((Frame.Volatile) received.getFirst()).payload().length);
    }

    @Test
    void what_strangers_notify_is_counted_and_left() {
        var random = new Random(3);
        var batch = batch();
        batch.add("bus.x", new Frame.Beat(Map.of(RECEIVER, 3L)));
        var good = batch.pack().payloads()[0];
        int strangers = 0;
        var inbox = inbox();
        for (var text : List.of("", "hello", "äöü", "A".repeat(7_999), "A".repeat(100_000), good + "!")) {
            inbox.notified("bus.x", text, OTHER_BACKEND);
            assertEquals(++strangers, metrics.strangers.count());
        }
        for (int i = 0; i < 5_000; i++) {
            var bent = good.toCharArray();
            bent[random.nextInt(bent.length)] = (char) random.nextInt(128);
            inbox.notified("bus.x", new String(bent), OTHER_BACKEND);
            inbox.notified("bus.x", good.substring(0, random.nextInt(good.length())), OTHER_BACKEND);
        }
        assertTrue(received.size() <= 1, "a character may be bent into itself");
        assertEquals(strangers + 10_000, metrics.strangers.count() + metrics.replayed.count() + received.size());
    }

    @Test
    void a_beat_in_ones_own_name_from_another_backend_is_none() {
        var own = new Sealer(RECEIVER, SECRETS);
        var inbox = inbox();
        inbox.notified(Channels.ALL, beat(own), OTHER_BACKEND);
        assertEquals(0, ownBeats);
        assertEquals(1, metrics.replayed.count());
        inbox.notified(Channels.ALL, beat(own), OWN_BACKEND);
        assertEquals(1, ownBeats);
    }

    @Test
    void a_beat_that_is_notified_again_is_no_second_one() {
        var own = new Sealer(RECEIVER, SECRETS);
        var inbox = inbox();
        String beat = beat(own);
        inbox.notified(Channels.ALL, beat, OWN_BACKEND);
        inbox.notified(Channels.ALL, beat, OWN_BACKEND);
        assertEquals(1, ownBeats);
        assertEquals(1, metrics.replayed.count());
    }

    private static String beat(Sealer by) {
        var batch = new NotifyBatch(by);
        batch.add(Channels.ALL, new Frame.Beat(Map.of()));
        return batch.pack().payloads()[0];
    }

    private void read(String[] payloads) {
        var inbox = inbox();
        for (var payload : payloads) {
            assertTrue(payload.length() <= BusLimits.MAX_NOTIFY_TEXT);
            inbox.notified("bus.x", payload, OTHER_BACKEND);
        }
    }

    private Inbox inbox() {
        var inbox = new Inbox(RECEIVER, new Unsealer(SECRETS), metrics, new RefusalLog(() -> 0), new Inbox.Desk() {
            @Override
            public void received(ReplicaId from, Frame frame) {
                received.add(frame);
            }

            @Override
            public void ownBeat() {
                ownBeats++;
            }
        });
        inbox.begin(OWN_BACKEND);
        return inbox;
    }

    private NotifyBatch batch() {
        return new NotifyBatch(sealer);
    }

    private static String described(Frame frame) {
        return frame instanceof Frame.Ordered(String topic, long number, byte[] payload)
                ? topic + number + Arrays.toString(payload)
                : frame.toString();
    }

    private static byte[] bytes(Random random, int size) {
        var bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }
}
