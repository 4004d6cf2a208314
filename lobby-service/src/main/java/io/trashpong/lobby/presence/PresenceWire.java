package io.trashpong.lobby.presence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.trashpong.bus.Bus;
import io.trashpong.bus.ReplicaId;
import io.trashpong.bus.VolatileTopic;
import java.io.IOException;
import org.jboss.logging.Logger;

/** {@link PresenceNews} over the bus, as JSON. */
final class PresenceWire {
    private static final Logger LOG = Logger.getLogger(PresenceWire.class);
    private static final String TOPIC = "lobby-presence";

    private final ObjectMapper json = new ObjectMapper();
    private final VolatileTopic topic;

    /** Told on the bus's event loop. */
    interface Desk {
        void received(ReplicaId from, PresenceNews news);

        /** What was told until now may be lost. */
        void listening();
    }

    PresenceWire(Bus bus, Desk desk) {
        topic = bus.openVolatile(TOPIC, (from, payload) -> {
            try {
                desk.received(from, json.readValue(payload, PresenceNews.class));
            } catch (IOException e) {
                LOG.warnf(
                        "news of who is online can't be read: %s", e.getClass().getSimpleName());
            }
        });
        bus.onListening(desk::listening);
    }

    void broadcast(PresenceNews news) {
        topic.broadcast(keyOf(news), write(news));
    }

    void send(ReplicaId to, PresenceNews news) {
        topic.send(to, keyOf(news), write(news));
    }

    /** A newer page takes the place of one that still waits. */
    private static String keyOf(PresenceNews news) {
        return switch (news) {
            case PresenceNews.Hello hello -> "hello";
            case PresenceNews.Page page -> "page " + page.page();
        };
    }

    private byte[] write(PresenceNews news) {
        try {
            // As the sealed type, which carries the names of its kinds.
            return json.writerFor(PresenceNews.class).writeValueAsBytes(news);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("news of ours can't be written", e);
        }
    }
}
