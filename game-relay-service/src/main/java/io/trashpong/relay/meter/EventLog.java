package io.trashpong.relay.meter;

import io.trashpong.bus.ReplicaId;
import io.trashpong.protocol.MatchResult;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.event.RelayEvent;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The event log: one line each, ids, numbers and words of ours only, so that nothing a player typed gets into it. The fields are
 * in {@code docs/events.md}.
 */
public final class EventLog {
    private static final Logger LOG = Logger.getLogger("io.trashpong.events");
    /** Stands where there is no value. */
    private static final String NONE = "-";

    private static final Pattern IPV4 = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,3}){2})\\.[0-9]{1,3}");
    private static final Pattern IPV6 = Pattern.compile("\\[?([0-9a-fA-F]{1,4}(?::[0-9a-fA-F]{1,4}){2}):");

    private EventLog() {}

    public static void started(ReplicaId replica) {
        LOG.infof("event=server-start service=relay replica=%s", replica);
    }

    public static void stopped(ReplicaId replica) {
        LOG.infof("event=server-stop service=relay replica=%s", replica);
    }

    /**
     * @param player who came with a ticket; null for who comes back by his resume secret
     * @param address of the client; it is truncated before it is logged
     */
    public static void connected(RoomId room, long connection, @Nullable PlayerId player, String address) {
        LOG.infof(
                "event=connect room=%s connection=%d player=%s source=%s",
                room, connection, player == null ? NONE : player, truncated(address));
    }

    /** @param expected whether either side closed it properly */
    public static void disconnected(RoomId room, long connection, int code, boolean expected) {
        LOG.infof("event=%s room=%s connection=%d code=%d", expected ? "disconnect" : "lost", room, connection, code);
    }

    public static void happened(RelayEvent event) {
        switch (event) {
            case RelayEvent.MatchStarted started ->
                LOG.infof(
                        "event=match-start room=%s match=%s game=%s",
                        started.room(), started.match(), lower(started.game()));
            case RelayEvent.MatchFinished finished -> ended(finished.room(), finished.result());
            case RelayEvent.RoomOpened _,
                    RelayEvent.RoomClosed _,
                    RelayEvent.SeatLeft _,
                    RelayEvent.ScoreChanged _,
                    RelayEvent.SpectatorsChanged _ -> {}
        }
    }

    private static void ended(RoomId room, MatchResult result) {
        LOG.infof(
                "event=match-end room=%s match=%s score=%s winner=%s ending=%s",
                room,
                result.match(),
                result.score().stream().map(String::valueOf).collect(Collectors.joining(":")),
                result.winner() == null ? NONE : result.winner(),
                lower(result.ending()));
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
        return ipv6.lookingAt() ? ipv6.group(1) + "::/48" : NONE;
    }
}
