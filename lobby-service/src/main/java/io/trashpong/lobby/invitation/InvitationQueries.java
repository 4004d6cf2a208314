package io.trashpong.lobby.invitation;

import io.smallrye.mutiny.Uni;
import io.trashpong.protocol.PlayerId;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads invitations, each time in a statement of its own. */
@ApplicationScoped
public class InvitationQueries {
    private final InvitationTable table;

    InvitationQueries(Pool pool) {
        this.table = new InvitationTable(pool);
    }

    /** Those from and to {@code player} that may be answered. */
    public Uni<List<Invitation>> listPending(PlayerId player) {
        return table.listPending(player);
    }

    /** Changed after {@code version}, in the order of their changes. */
    public Uni<List<Invitation>> listChangedSince(long version, int limit) {
        return table.listChangedSince(version, limit);
    }
}
