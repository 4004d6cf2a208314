package io.trashpong.bus;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Tells what replicas sealed from what anybody else notified, and from what was notified before: Postgres keeps the order of
 * each sender's payloads, so their numbers only grow. Used on the bus's event loop only.
 */
final class Unsealer {
    private final List<String> secrets;
    private final Seal seal = new Seal();
    /** Only of senders that were proved; the one heard longest ago goes first. */
    private final SequencedMap<ReplicaId, Sender> senders = new LinkedHashMap<>(16, 0.75f, true);

    sealed interface Opening {}

    record Genuine(Envelope envelope) implements Opening {}

    enum Refused implements Opening {
        /** Of nobody who knows the secret, or meant for another channel. */
        NOT_SEALED,
        /** Heard before, or overtaken. */
        REPLAYED
    }

    Unsealer(BusSecrets secrets) {
        var all = new ArrayList<>(List.of(secrets.current()));
        secrets.other().ifPresent(all::add);
        this.secrets = List.copyOf(all);
    }

    /** @param channel on which it was heard */
    Opening open(String channel, String text) {
        if (text.length() > BusLimits.MAX_NOTIFY_TEXT) {
            return Refused.NOT_SEALED;
        }
        try {
            var in = ByteBuffer.wrap(Base64.getDecoder().decode(text));
            if (in.get() != Envelope.VERSION) {
                return Refused.NOT_SEALED;
            }
            var sender = new ReplicaId(FrameCodec.takeName(in));
            return open(sender, in.getLong(), channel, in);
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return Refused.NOT_SEALED;
        }
    }

    private Opening open(ReplicaId from, long number, String channel, ByteBuffer in) {
        for (SecretKey key : keys(from)) {
            byte[] body = tryOpen(key, number, channel, in);
            if (body != null) {
                return known(from, key).next(number, body);
            }
        }
        return Refused.NOT_SEALED;
    }

    /** A replica keeps its secret as long as it runs. */
    private List<SecretKey> keys(ReplicaId from) {
        Sender known = senders.get(from);
        return known != null
                ? List.of(known.key)
                : secrets.stream().map(secret -> Seal.keyOf(from, secret)).toList();
    }

    private byte @Nullable [] tryOpen(SecretKey key, long number, String channel, ByteBuffer in) {
        try {
            return seal.open(key, number, channel, in);
        } catch (GeneralSecurityException e) {
            return null;
        }
    }

    private Sender known(ReplicaId from, SecretKey key) {
        var sender = senders.get(from);
        if (sender == null) {
            if (senders.size() >= BusLimits.MAX_PEERS) {
                senders.pollFirstEntry();
            }
            sender = new Sender(from, key);
            senders.put(from, sender);
        }
        return sender;
    }

    private static final class Sender {
        final SecretKey key;
        private final ReplicaId id;
        private long lastNumber;

        Sender(ReplicaId id, SecretKey key) {
            this.id = id;
            this.key = key;
        }

        Opening next(long number, byte[] body) {
            if (number <= lastNumber) {
                return Refused.REPLAYED;
            }
            lastNumber = number;
            return Envelope.read(ByteBuffer.wrap(body))
                    .<Opening>map(content -> new Genuine(new Envelope(id, number, content)))
                    .orElse(Refused.NOT_SEALED);
        }
    }
}
