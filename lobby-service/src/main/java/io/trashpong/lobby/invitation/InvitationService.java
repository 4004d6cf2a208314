package io.trashpong.lobby.invitation;

import io.smallrye.mutiny.Uni;
import io.trashpong.lobby.config.LobbyConfig;
import io.trashpong.lobby.presence.Presence;
import io.trashpong.lobby.room.Outcome;
import io.trashpong.lobby.room.RoomChanges;
import io.trashpong.lobby.room.RoomChanges.Transaction;
import io.trashpong.protocol.ErrorCode;
import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.InvitationId;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Inviting, declining and withdrawing; accepting is {@link Acceptance}. */
@ApplicationScoped
public class InvitationService {
    private final RoomChanges changes;
    private final Presence presence;
    private final InvitationTable reads;
    private final Duration ttl;

    InvitationService(RoomChanges changes, Presence presence, Pool pool, LobbyConfig config) {
        this.changes = changes;
        this.presence = presence;
        this.reads = new InvitationTable(pool);
        this.ttl = config.lobby().invitationTtl();
    }

    /** Invites {@code to} to a game; he has to be online, and both free. */
    public Uni<Outcome<Invitation>> invite(Player from, PlayerId to, GameKind game) {
        if (from.id().equals(to)) {
            return refused(ErrorCode.BAD_REQUEST);
        }
        var found = presence.find(to);
        if (found.isEmpty()) {
            return refused(ErrorCode.PLAYER_AWAY);
        }
        // Told from a read alone first, so that who asks too often does not queue for the counter.
        return refusal(reads, from, to, game)
                .flatMap(refusal -> refusal.isPresent()
                        ? refused(refusal.get())
                        : changes.change(transaction -> invite(transaction, from, found.get(), game)));
    }

    private Uni<Outcome<Invitation>> invite(Transaction transaction, Player from, Player to, GameKind game) {
        var table = new InvitationTable(transaction.connection());
        return refusal(table, from, to.id(), game)
                .flatMap(refusal -> refusal.isPresent()
                        ? refused(refusal.get())
                        : table.expireDue()
                                .flatMap(expired -> table.insert(from, to, game, ttl))
                                .map(inserted -> Outcome.done(inserted.orElseThrow())));
    }

    private static Uni<Optional<ErrorCode>> refusal(InvitationTable table, Player from, PlayerId to, GameKind game) {
        return table.readFacts(from.id(), to, game).map(InvitationRules::refusal);
    }

    public Uni<Outcome<Invitation>> decline(InvitationId id, PlayerId to) {
        return end(id, to, table -> table.decline(id, to));
    }

    public Uni<Outcome<Invitation>> withdraw(InvitationId id, PlayerId from) {
        return end(id, from, table -> table.withdraw(id, from));
    }

    private Uni<Outcome<Invitation>> end(
            InvitationId id, PlayerId player, Function<InvitationTable, Uni<Optional<Invitation>>> statement) {
        return changes.change(transaction -> {
            var table = new InvitationTable(transaction.connection());
            return statement
                    .apply(table)
                    .flatMap(ended -> ended.isPresent()
                            ? Uni.createFrom().item(Outcome.done(ended.get()))
                            : table.find(id).map(found -> Outcome.refused(whyNot(found, player))));
        });
    }

    /** A foreign invitation may not be known to exist. */
    private static ErrorCode whyNot(Optional<Invitation> found, PlayerId player) {
        if (found.isEmpty() || !found.get().concerns(player)) {
            return ErrorCode.NOT_FOUND;
        }
        return found.get().isPending() ? ErrorCode.FORBIDDEN : ErrorCode.INVITATION_GONE;
    }

    private static Uni<Outcome<Invitation>> refused(ErrorCode reason) {
        return Uni.createFrom().item(Outcome.refused(reason));
    }
}
