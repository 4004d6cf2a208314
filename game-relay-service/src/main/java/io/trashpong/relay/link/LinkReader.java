package io.trashpong.relay.link;

import io.trashpong.protocol.RoomId;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Reads the components of one {@link LinkMessage}. Each method throws {@link BufferUnderflowException} or {@link
 * IllegalArgumentException} where the bytes are none.
 */
final class LinkReader {
    private static final int ROOM_BYTES = 16;

    private final ByteBuffer in;

    LinkReader(byte[] bytes) {
        in = ByteBuffer.wrap(bytes);
    }

    byte kind() {
        return in.get();
    }

    RoomId room() {
        var id = new byte[ROOM_BYTES];
        in.get(id);
        return new RoomId(Base64.getUrlEncoder().withoutPadding().encodeToString(id));
    }

    boolean flag() {
        return in.get() != 0;
    }

    long number() {
        return in.getLong();
    }

    List<Long> numbers(int atMost) {
        long size = number();
        if (size < 0 || size > atMost) {
            throw new IllegalArgumentException("too many: " + size);
        }
        var numbers = new ArrayList<Long>((int) size);
        for (int i = 0; i < size; i++) {
            numbers.add(number());
        }
        return numbers;
    }

    String text() {
        return new String(payload(), StandardCharsets.UTF_8);
    }

    byte[] payload() {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        var payload = new byte[length];
        in.get(payload);
        return payload;
    }

    void end() {
        if (in.hasRemaining()) {
            throw new IllegalArgumentException("bytes are left over");
        }
    }
}
