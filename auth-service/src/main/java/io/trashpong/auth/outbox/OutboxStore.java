package io.trashpong.auth.outbox;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.trashpong.bus.BusSchema;
import io.trashpong.bus.DurableTopic;
import io.trashpong.protocol.TextFrame;
import io.trashpong.protocol.event.AuthEvent;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Appends to the durable topic {@value AuthEvent#TOPIC}. Auth sends nothing else and listens to nobody, so it has no connection
 * to the bus and rings no bell: consumers look by themselves every few seconds.
 */
@ApplicationScoped
public class OutboxStore {
    private final String url;
    private final String user;
    private final String password;

    OutboxStore(
            @ConfigProperty(name = "trashpong.db.url") String url,
            @ConfigProperty(name = "trashpong.db.user") String user,
            @ConfigProperty(name = "trashpong.db.password") String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** Whichever service starts first makes the bus's tables. */
    void migrate(@Observes StartupEvent event) {
        BusSchema.migrate(url, user, password);
    }

    /** In the caller's transaction: the events are true when it commits, and never were if it does not. */
    public Uni<Void> append(SqlConnection connection, List<AuthEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery(DurableTopic.APPEND)
                .executeBatch(events.stream()
                        .map(event -> Tuple.of(AuthEvent.TOPIC, TextFrame.encode(event)))
                        .toList())
                .replaceWithVoid();
    }
}
