package io.trashpong.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trashpong.bus.testing.SharedSecret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SealTest {
    private static final ReplicaId SENDER = new ReplicaId("relay.a");
    private static final String INBOX = "bus.relay.b";
    private static final BusSecrets SECRETS = BusSecrets.of(SharedSecret.BUS);
    private static final String NEXT = "the-next-secret-of-the-tests-of-32-chars";

    private final Sealer sealer = new Sealer(SENDER, SECRETS);
    private final Unsealer unsealer = new Unsealer(SECRETS);

    @Test
    void what_a_replica_sealed_is_opened_once() {
        String payload = bell(sealer);
        var opened = assertInstanceOf(Unsealer.Genuine.class, unsealer.open(INBOX, payload));
        assertEquals(SENDER, opened.envelope().sender());
        assertEquals(Unsealer.Refused.REPLAYED, unsealer.open(INBOX, payload));
    }

    @Test
    void what_was_overtaken_is_not_opened_any_more() {
        String first = bell(sealer);
        String second = bell(sealer);
        assertInstanceOf(Unsealer.Genuine.class, unsealer.open(INBOX, second));
        assertEquals(Unsealer.Refused.REPLAYED, unsealer.open(INBOX, first));
    }

    @Test
    void a_payload_moved_to_another_channel_is_not_opened() {
        String payload = bell(sealer);
        assertEquals(Unsealer.Refused.NOT_SEALED, unsealer.open("bus.relay.c", payload));
        assertEquals(Unsealer.Refused.NOT_SEALED, unsealer.open(Channels.ALL, payload));
        assertInstanceOf(Unsealer.Genuine.class, unsealer.open(INBOX, payload));
    }

    @Test
    void no_bit_can_be_changed() {
        byte[] raw = Base64.getDecoder().decode(bell(sealer));
        for (int bit = 0; bit < raw.length * Byte.SIZE; bit++) {
            byte[] bent = raw.clone();
            bent[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertEquals(Unsealer.Refused.NOT_SEALED, unsealer.open(INBOX, text(bent)), "bit " + bit);
        }
        assertInstanceOf(Unsealer.Genuine.class, unsealer.open(INBOX, text(raw)));
    }

    @Test
    void no_end_can_be_cut_off_or_added() {
        String payload = bell(sealer);
        for (int length = 0; length < payload.length(); length++) {
            assertEquals(Unsealer.Refused.NOT_SEALED, unsealer.open(INBOX, payload.substring(0, length)));
        }
        assertEquals(Unsealer.Refused.NOT_SEALED, unsealer.open(INBOX, payload + "AAAA"));
    }

    @Test
    void the_right_form_under_a_wrong_secret_is_not_opened_and_a_name_can_not_be_taken() {
        var stranger = new Sealer(SENDER, BusSecrets.of(NEXT));
        assertEquals(Unsealer.Refused.NOT_SEALED, unsealer.open(INBOX, bell(stranger)));
        assertInstanceOf(Unsealer.Genuine.class, unsealer.open(INBOX, bell(sealer)));
        assertEquals(Unsealer.Refused.NOT_SEALED, unsealer.open(INBOX, bell(stranger, 9)));
    }

    @Test
    void nobody_without_the_secret_reads_what_is_said() {
        var batch = new NotifyBatch(sealer);
        batch.add(INBOX, new Frame.Ordered("room", 1, "a resume secret".getBytes(StandardCharsets.UTF_8)));
        var raw = Base64.getDecoder().decode(batch.pack().payloads()[0]);
        assertFalse(new String(raw, StandardCharsets.ISO_8859_1).contains("resume secret"));
    }

    @Test
    void equal_frames_never_make_equal_payloads() {
        assertEquals(
                100, Stream.generate(() -> bell(sealer)).limit(100).distinct().count());
    }

    @Test
    void while_the_secret_changes_both_are_accepted() {
        var ahead = new Unsealer(new BusSecrets(SharedSecret.BUS, Optional.of(NEXT)));
        var rolled = new Sealer(new ReplicaId("relay.rolled"), new BusSecrets(NEXT, Optional.of(SharedSecret.BUS)));
        assertInstanceOf(Unsealer.Genuine.class, ahead.open(INBOX, bell(sealer)));
        assertInstanceOf(Unsealer.Genuine.class, ahead.open(INBOX, bell(rolled)));
        assertInstanceOf(Unsealer.Genuine.class, ahead.open(INBOX, bell(rolled)));
    }

    @Test
    void numbers_grow_in_the_order_of_the_statement_whatever_its_channels() {
        var random = new Random(11);
        for (int round = 0; round < 20; round++) {
            var batch = new NotifyBatch(sealer);
            for (int i = 0; i < 60; i++) {
                batch.add(
                        random.nextBoolean() ? INBOX : Channels.ALL,
                        new Frame.Volatile("paddles", new byte[random.nextInt(9_000)]));
            }
            var packed = batch.pack();
            for (int i = 0; i < packed.payloads().length; i++) {
                assertInstanceOf(Unsealer.Genuine.class, unsealer.open(packed.channels()[i], packed.payloads()[i]));
            }
        }
    }

    @Test
    void a_secret_that_is_missing_or_too_short_is_refused_and_none_is_shown() {
        var missing =
                assertThrows(IllegalArgumentException.class, () -> BusSecrets.of(Optional.empty(), Optional.empty()));
        assertTrue(String.valueOf(missing.getMessage()).startsWith("TRASHPONG_BUS_SECRET is not set: "));
        var refusal = assertThrows(IllegalArgumentException.class, () -> BusSecrets.of("short"));
        assertEquals("TRASHPONG_BUS_SECRET is shorter than 32 characters.", refusal.getMessage());
        assertTrue(SECRETS.toString().indexOf(SharedSecret.BUS) < 0);
        assertThrows(IllegalArgumentException.class, () -> new BusSecrets(SharedSecret.BUS, Optional.of("also short")));
    }

    private static String bell(Sealer by) {
        var batch = new NotifyBatch(by);
        batch.add(INBOX, new Frame.Bell("results"));
        return batch.pack().payloads()[0];
    }

    /** The last of so many. */
    private static String bell(Sealer by, int times) {
        for (int i = 1; i < times; i++) {
            assertFalse(bell(by).isEmpty());
        }
        return bell(by);
    }

    private static String text(byte[] raw) {
        return Base64.getEncoder().withoutPadding().encodeToString(raw);
    }
}
