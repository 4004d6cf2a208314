package io.trashpong.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictReadingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"ready\"",
                "{}",
                "{\"type\":\"welcome\"}",
                "{\"type\":\"ready\",\"more\":1}",
                "{\"type\":\"ready\"}{}",
                "{\"type\":\"ready\",\"type\":\"leave\"}",
                "{\"type\":\"pause\"}",
                "{\"type\":\"pause\",\"on\":\"true\"}",
                "{\"type\":\"pause\",\"on\":null}",
                "{\"type\":\"hello\",\"resume\":{\"epoch\":1.5,\"seq\":1,\"secret\":\"x\"}}",
                "{\"type\":\"hello\",\"resume\":{\"epoch\":99999999999999999999,\"seq\":1,\"secret\":\"x\"}}",
                "{\"type\":\"hello\",\"resume\":{\"epoch\":1,\"seq\":1}}",
                "{\"type\":\"chat\"}",
                "{\"type\":\"chat\",\"text\":null}",
                "{\"type\":\"chat\",\"text\":[[[[[[[[[[[[]]]]]]]]]]]]}",
                "{\"type\":\"java.lang.Runtime\"}",
            })
    void text_that_is_no_message_is_refused(String text) {
        assertThrows(InvalidMessageException.class, () -> TextFrame.decodeClient(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "01", "0100000000000000000000ff00", "02000000", "81", "ff00"})
    void bytes_that_are_no_frame_are_refused(String hex) {
        byte[] frame = HexFormat.of().parseHex(hex);
        assertThrows(InvalidMessageException.class, () -> BinaryFrame.decodeClient(frame));
    }

    @Test
    void a_refusal_repeats_nothing_of_what_was_sent() {
        var refusal = assertThrows(
                InvalidMessageException.class,
                () -> TextFrame.decodeClient("{\"type\":\"s3cr3t\",\"token\":\"s3cr3t\"}"));
        assertFalse(String.valueOf(refusal.getMessage()).contains("s3cr3t"));
    }

    @Test
    void random_bytes_are_a_frame_or_refused_and_what_is_a_frame_is_written_back_the_same() {
        var random = new Random(42);
        int frames = 0;
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = new byte[random.nextInt(14)];
            random.nextBytes(bytes);
            if (bytes.length > 0) {
                bytes[0] &= 3;
            }
            try {
                var message = BinaryFrame.decodeClient(bytes);
                assertEquals(HexFormat.of().formatHex(bytes), HexFormat.of().formatHex(BinaryFrame.encode(message)));
                frames++;
            } catch (InvalidMessageException e) {
                assertFalse(String.valueOf(e.getMessage()).isEmpty());
            }
        }
        assertEquals(true, frames > 5_000, "frames among the random bytes: " + frames);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "Zk3nq0v5QfWm1X2y3Z4a5B", "Zk3nq0v5QfWm1X2y3Z4a5A=", "Zk3nq0v5QfWm1X2y3Z4a/A"})
    void what_is_no_id_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> new RoomId(text));
    }

    @Test
    void made_ids_are_ids_and_differ() {
        assertFalse(RoomId.random().equals(RoomId.random()));
    }

    @Test
    void close_codes_up_to_4499_come_back_and_from_4500_on_do_not() {
        for (CloseCode code : CloseCode.values()) {
            if (code.code() >= 4000) {
                assertEquals(code.code() < 4500, code.comesBack(), code.name());
            }
        }
    }
}
