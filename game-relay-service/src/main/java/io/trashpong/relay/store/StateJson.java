package io.trashpong.relay.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.trashpong.relay.room.LiveRoom;
import io.trashpong.relay.room.RoomRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A room's record as the JSON in its row. Members of a newer version are passed over, so that a roll can go back. */
public final class StateJson {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final Logger LOG = Logger.getLogger(StateJson.class);
    /** Of a room that is handed over. */
    static final int MAX_LIVE_BYTES = 64 * 1024;

    private StateJson() {}

    public static String encode(RoomRecord state) {
        return write(state);
    }

    /** @throws IllegalStateException when the text is no room's record */
    public static RoomRecord decode(String json) {
        try {
            return JSON.readValue(json, RoomRecord.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a room's row can't be read", e);
        }
    }

    /** Compressed, and cut to {@link #MAX_LIVE_BYTES} by leaving out the oldest messages of the history. */
    public static byte[] encode(LiveRoom live) {
        byte[] bytes = deflated(write(live).getBytes(StandardCharsets.UTF_8));
        return bytes.length <= MAX_LIVE_BYTES || live.history().isEmpty() ? bytes : encode(live.withLessHistory());
    }

    /** Null when it is of a version that this one can't read: then the room goes on from its row. */
    public static @Nullable LiveRoom findLive(byte[] bytes) {
        try (var in = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            return JSON.readValue(in, LiveRoom.class);
        } catch (IOException e) {
            LOG.warnf("a room that was handed over can't be read: %s", e.getMessage());
            return null;
        }
    }

    private static byte[] deflated(byte[] plain) {
        var out = new ByteArrayOutputStream(plain.length / 4);
        try (var deflater = new DeflaterOutputStream(out)) {
            deflater.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of ours can't be written", e);
        }
    }
}
