package io.trashpong.lobby.eventlog;

import io.trashpong.bus.ReplicaId;
import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.InvitationId;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.feed.InvitationView.State;
import io.trashpong.protocol.feed.RoomView.Visibility;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** The event log: one line each, ids and numbers only, so that nothing a player typed gets into it. */
public final class EventLog {
    private static final Logger LOG = Logger.getLogger("io.trashpong.events");
    /** Closed by both sides as RFC 6455 wants it, or the reader went elsewhere. */
    private static final int NORMAL = 1000;

    private static final int GOING_AWAY = 1001;

    private static final Pattern IPV4 = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,3}){2})\\.[0-9]{1,3}");
    private static final Pattern IPV6 = Pattern.compile("\\[?([0-9a-fA-F]{1,4}(?::[0-9a-fA-F]{1,4}){2}):");

    private EventLog() {}

    /** Why a room ended. */
    public enum RoomEnd {
        /** Its owner deleted it. */
        DELETED,
        /** Its owner gave up his seat before a match. */
        CREATOR_LEFT,
        /** Nobody opened it at the relay in time. */
        UNOPENED,
        /** The relay said so: nobody is in it any more. */
        RELAY
    }

    public static void started(ReplicaId replica) {
        LOG.infof("event=server-start service=lobby replica=%s", replica);
    }

    public static void stopped(ReplicaId replica) {
        LOG.infof("event=server-stop service=lobby replica=%s", replica);
    }

    /** @param address of the client; it is truncated before it is logged */
    public static void connected(String connection, PlayerId player, String address) {
        LOG.infof("event=connect connection=%s player=%s source=%s", connection, player, truncated(address));
    }

    public static void disconnected(String connection, int code) {
        var expected = code == NORMAL || code == GOING_AWAY;
        LOG.infof("event=%s connection=%s code=%d", expected ? "disconnect" : "lost", connection, code);
    }

    /** @param outcome {@code PENDING} when it was sent */
    public static void invitation(InvitationId id, PlayerId from, PlayerId to, GameKind game, State outcome) {
        LOG.infof(
                "event=invitation invitation=%s outcome=%s game=%s from=%s to=%s",
                id, lower(outcome), lower(game), from, to);
    }

    public static void roomCreated(RoomId room, GameKind game, Visibility visibility, PlayerId owner) {
        LOG.infof(
                "event=room-created room=%s game=%s visibility=%s owner=%s",
                room, lower(game), lower(visibility), owner);
    }

    public static void roomClosed(RoomId room, RoomEnd reason) {
        LOG.infof("event=room-closed room=%s reason=%s", room, lower(reason));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The network it is of, enough to see a pattern and too little to find a person; "-" for what is no address. */
    static String truncated(String address) {
        var ipv4 = IPV4.matcher(address);
        if (ipv4.lookingAt()) {
            return ipv4.group(1) + ".0/24";
        }
        var ipv6 = IPV6.matcher(address);
        return ipv6.lookingAt() ? ipv6.group(1) + "::/48" : "-";
    }
}
