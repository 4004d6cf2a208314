package io.trashpong.relay.link;

import io.trashpong.protocol.RoomId;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Writes the components of one {@link LinkMessage}. */
final class LinkWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(64);

    LinkWriter(byte kind, RoomId room) {
        out.write(kind);
        out.writeBytes(Base64.getUrlDecoder().decode(room.value()));
    }

    LinkWriter kind(byte kind) {
        out.write(kind);
        return this;
    }

    LinkWriter flag(boolean flag) {
        return kind((byte) (flag ? 1 : 0));
    }

    LinkWriter number(long number) {
        out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        return this;
    }

    LinkWriter numbers(List<Long> numbers) {
        LinkWriter writer = number(numbers.size());
        for (long number : numbers) {
            writer = writer.number(number);
        }
        return writer;
    }

    LinkWriter text(String text) {
        return payload(text.getBytes(StandardCharsets.UTF_8));
    }

    LinkWriter payload(byte[] payload) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(payload.length).array());
        out.writeBytes(payload);
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
