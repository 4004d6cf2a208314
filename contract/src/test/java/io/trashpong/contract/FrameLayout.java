package io.trashpong.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A binary frame as {@code x-frame} in the document lays it out: the first field tells its kind. */
record FrameLayout(byte kind, List<Field> fields) {
    FrameLayout {
        fields = List.copyOf(fields);
    }

    /** How a number stands in a frame, big-endian. */
    enum Type {
        U8(1, false),
        U32(4, false),
        I32(4, true),
        U48(6, false);

        private final int bytes;
        private final boolean signed;

        Type(int bytes, boolean signed) {
            this.bytes = bytes;
            this.signed = signed;
        }

        private long read(ByteBuffer frame) {
            long value = signed ? frame.get() : Byte.toUnsignedLong(frame.get());
            for (int i = 1; i < bytes; i++) {
                value = value << Byte.SIZE | Byte.toUnsignedLong(frame.get());
            }
            return value;
        }
    }

    record Field(String name, Type type) {}

    static FrameLayout of(JsonNode layout) {
        var fields = new ArrayList<Field>();
        layout.forEach(field -> fields.add(new Field(
                field.path("name").asText(),
                Type.valueOf(field.path("type").asText().toUpperCase(Locale.ROOT)))));
        return new FrameLayout((byte) layout.path(0).path("const").asInt(), fields);
    }

    int length() {
        return fields.stream().mapToInt(field -> field.type().bytes).sum();
    }

    /** What the fields after the kind say. */
    ObjectNode read(byte[] frame) {
        var bytes = ByteBuffer.wrap(frame);
        var values = JsonNodeFactory.instance.objectNode();
        fields.forEach(field -> values.put(field.name(), field.type().read(bytes)));
        values.remove(fields.getFirst().name());
        return values;
    }
}
