package io.trashpong.relay.socket;

import java.time.Duration;

/**
 * What a relay waits for on a WebSocket.
 *
 * @param helloWithin from the upgrade to {@code hello}
 * @param pingEvery between two pings of the relay, which measure the round trip
 * @param silence without any sign of life after which the client counts as gone
 */
public record SocketTimes(Duration helloWithin, Duration pingEvery, Duration silence) {
    public static final SocketTimes STANDARD =
            new SocketTimes(Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofMillis(4_500));

    public SocketTimes {
        if (!helloWithin.isPositive() || !pingEvery.isPositive() || silence.compareTo(pingEvery) <= 0) {
            throw new IllegalArgumentException("silence is told by pings, so it is longer than " + pingEvery);
        }
    }
}
