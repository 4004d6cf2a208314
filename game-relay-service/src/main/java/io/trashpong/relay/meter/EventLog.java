package io.trashpong.relay.meter;

import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.event.RelayEvent;
import org.jboss.logging.Logger;

/** The event log: one line each, ids and numbers only, so that nothing a player typed gets into it. */
public final class EventLog {
    private static final Logger LOG = Logger.getLogger("io.trashpong.events");

    private EventLog() {}

    /** @param address of the peer; it is truncated before it is logged */
    public static void connected(RoomId room, long connection, String address) {
        LOG.infof("event=connect room=%s connection=%d from=%s", room, connection, truncated(address));
    }

    /** @param expected whether either side closed it properly */
    public static void disconnected(RoomId room, long connection, int code, boolean expected) {
        LOG.infof("event=%s room=%s connection=%d code=%d", expected ? "disconnect" : "lost", room, connection, code);
    }

    public static void happened(RelayEvent event) {
        switch (event) {
            case RelayEvent.MatchStarted started ->
                LOG.infof("event=match-start room=%s match=%s", started.room(), started.match());
            case RelayEvent.MatchFinished finished ->
                LOG.infof(
                        "event=match-end room=%s match=%s score=%s winner=%s ending=%s",
                        finished.room(),
                        finished.match(),
                        finished.result().score(),
                        finished.result().winner(),
                        finished.result().ending());
            case RelayEvent.RoomOpened _,
                    RelayEvent.RoomClosed _,
                    RelayEvent.SeatLeft _,
                    RelayEvent.ScoreChanged _,
                    RelayEvent.SpectatorsChanged _ -> {}
        }
    }

    /** Keeps the first half of an address: enough to see a pattern, too little to find a person. */
    static String truncated(String address) {
        char separator = address.indexOf(':') >= 0 ? ':' : '.';
        int second = address.indexOf(separator, address.indexOf(separator) + 1);
        return second < 0 ? "-" : address.substring(0, second) + separator + "*";
    }
}
