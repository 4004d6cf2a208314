package io.trashpong.lobby.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Duration;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

class KeySetTest {
    private long now;
    private int reads;
    private String published = "";
    private final KeySet keys = new KeySet(
            () -> Uni.createFrom().deferred(() -> {
                reads++;
                return published.isEmpty()
                        ? Uni.createFrom().failure(new IOException("away"))
                        : Uni.createFrom().item("{\"keys\":[" + published + "]}");
            }),
            () -> now);

    @Test
    void with_auth_down_from_the_start_it_is_unavailable_and_found_as_soon_as_auth_is_up() {
        assertInstanceOf(KeyAnswer.Unavailable.class, find("a"));
        published = key("a");
        pass(KeySet.FIRST_READS_APART);
        assertInstanceOf(KeyAnswer.Found.class, find("a"));
    }

    @Test
    void a_key_published_later_is_found_without_a_restart() {
        published = key("a");
        assertInstanceOf(KeyAnswer.Found.class, find("a"));
        published = key("a") + "," + key("b");
        pass(KeySet.READS_APART);
        assertInstanceOf(KeyAnswer.Found.class, find("b"));
    }

    @Test
    void unknown_kids_do_not_make_it_read_more_often_than_it_should() {
        published = key("a");
        for (int i = 0; i < 1_000; i++) {
            assertInstanceOf(KeyAnswer.Unknown.class, find("stranger " + i));
        }
        assertEquals(1, reads);
    }

    @Test
    void while_auth_is_away_what_it_last_said_holds() {
        published = key("a");
        assertInstanceOf(KeyAnswer.Found.class, find("a"));
        published = "";
        pass(Duration.ofHours(1));
        assertInstanceOf(KeyAnswer.Found.class, find("a"));
        assertInstanceOf(KeyAnswer.Unavailable.class, find("b"));
    }

    @Test
    void a_key_that_was_withdrawn_is_forgotten() {
        published = key("a");
        assertInstanceOf(KeyAnswer.Found.class, find("a"));
        published = key("b");
        pass(Duration.ofMinutes(6));
        assertInstanceOf(KeyAnswer.Unknown.class, find("a"));
    }

    private KeyAnswer find(String kid) {
        return keys.find(kid).await().atMost(Duration.ofSeconds(1));
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private static String key(String kid) {
        try {
            var key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(kid);
            return key.toJson(OutputControlLevel.PUBLIC_ONLY);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
