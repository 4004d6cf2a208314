package io.trashpong.lobby.feed;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.trashpong.lobby.config.LobbyConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.util.List;

/** Tells where a feed is opened from: the peer, or whom a trusted proxy names. */
@Singleton
class Sources {
    private final List<IpSubnetFilterRule> trusted;

    @Inject
    Sources(LobbyConfig config) {
        this(config.lobby().trustedProxies());
    }

    Sources(List<String> trusted) {
        this.trusted = trusted.stream().map(Sources::subnet).toList();
    }

    /**
     * @param peer {@code address:port}, IPv6 in brackets
     * @param forwarded the request's {@code X-Forwarded-For}
     * @return an address; what else stands there, if it is none
     */
    String of(String peer, List<String> forwarded) {
        if (forwarded.isEmpty() || !isTrusted(peer)) {
            return peer;
        }
        // The last entry is the proxy's own word; those before it are what the client claimed.
        var entries = forwarded.getLast();
        var named = entries.substring(entries.lastIndexOf(',') + 1).strip();
        return NetUtil.createInetAddressFromIpAddressString(named) == null ? peer : named;
    }

    private boolean isTrusted(String peer) {
        int port = peer.lastIndexOf(':');
        var host = port < 0 ? peer : peer.substring(0, port);
        var address = NetUtil.createInetAddressFromIpAddressString(host);
        return address != null
                && trusted.stream().anyMatch(subnet -> subnet.matches(new InetSocketAddress(address, 0)));
    }

    private static IpSubnetFilterRule subnet(String cidr) {
        int slash = cidr.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("no subnet in CIDR notation: " + cidr);
        }
        return new IpSubnetFilterRule(
                cidr.substring(0, slash), Integer.parseInt(cidr.substring(slash + 1)), IpFilterRuleType.ACCEPT);
    }
}
