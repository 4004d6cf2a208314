package io.trashpong.bus;

import java.nio.ByteBuffer;
import java.util.Base64;
import javax.crypto.SecretKey;

/** Makes this replica's payloads, each with its number. Used on the bus's event loop only. */
final class Sealer {
    private static final Base64.Encoder BASE64 = Base64.getEncoder().withoutPadding();

    private final ReplicaId self;
    private final SecretKey key;
    private final Seal seal = new Seal();
    private final int headerBytes;
    private long lastNumber;

    Sealer(ReplicaId self, BusSecrets secrets) {
        this.self = self;
        key = Seal.keyOf(self, secrets.current());
        headerBytes = Envelope.headerBytes(self);
    }

    /** The most bytes of a body, so that its text fits a NOTIFY. */
    int maxBody() {
        return Envelope.MAX_RAW - overheadBytes();
    }

    /** What a payload has besides its body. */
    int overheadBytes() {
        return headerBytes + Seal.TAG_BYTES;
    }

    /** @param body what was put into it so far */
    String seal(String channel, ByteBuffer body) {
        long number = ++lastNumber;
        body.flip();
        var payload = new byte[overheadBytes() + body.remaining()];
        var out = ByteBuffer.wrap(payload);
        Envelope.putHeader(out, self, number);
        seal.close(key, number, channel, body, out);
        return BASE64.encodeToString(payload);
    }
}
