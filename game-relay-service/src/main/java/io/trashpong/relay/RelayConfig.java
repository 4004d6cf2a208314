package io.trashpong.relay;

import io.trashpong.bus.BusConfig;
import io.trashpong.bus.ReplicaId;
import io.trashpong.relay.ownership.LeaseTimes;
import io.trashpong.relay.socket.SocketTimes;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * What a relay must be told.
 *
 * @param database where Postgres is, and who this replica is there
 * @param authUrl where auth is, {@code http://host:port}
 * @param origins allowed {@code Origin}s of WebSockets
 * @param trustedProxies CIDRs of peers that may say whom they speak for
 * @param times what it waits for on a WebSocket
 * @param lease how long it rules without a word to Postgres
 * @param stun URLs of servers that players' browsers may ask for their addresses
 */
public record RelayConfig(
        BusConfig database,
        String authUrl,
        Set<String> origins,
        List<String> trustedProxies,
        SocketTimes times,
        LeaseTimes lease,
        List<String> stun) {
    /** As the bus knows the relay's replicas. */
    public static final String SERVICE = "relay";

    private static final int ID_BYTES = 8;

    public RelayConfig {
        origins = Set.copyOf(origins);
        trustedProxies = List.copyOf(trustedProxies);
        stun = List.copyOf(stun);
        if (!stun.stream().allMatch(url -> url.startsWith("stun:") || url.startsWith("stuns:"))) {
            throw new IllegalArgumentException("not URLs of STUN servers: " + stun);
        }
    }

    /** A new id for each run. */
    public static ReplicaId randomReplica() {
        var bytes = new byte[ID_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new ReplicaId(SERVICE + "." + HexFormat.of().formatHex(bytes));
    }
}
