package io.trashpong.relay.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.trashpong.relay.room.RoomRecord;

/** A room's record as the JSON in its row. Members of a newer version are passed over, so that a roll can go back. */
public final class StateJson {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

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

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of ours can't be written", e);
        }
    }
}
