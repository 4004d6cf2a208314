package io.trashpong.relay.socket;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetSocketAddress;
import java.util.List;

/** Tells where a client comes from: the peer, or whom a trusted proxy names. */
final class Sources {
    private static final String FORWARDED = "X-Forwarded-For";

    private final List<IpSubnetFilterRule> trusted;

    /** @param trusted CIDRs of peers whose {@code X-Forwarded-For} is believed */
    Sources(List<String> trusted) {
        this.trusted = trusted.stream().map(Sources::subnet).toList();
    }

    /** @return an address; the peer's own, if what stands in the header is none */
    String of(HttpServerRequest request) {
        return of(request.remoteAddress().hostAddress(), request.headers().getAll(FORWARDED));
    }

    String of(String peer, List<String> forwarded) {
        if (forwarded.isEmpty() || !isTrusted(peer)) {
            return peer;
        }
        // The last entry is the proxy's own word; those before it are what the client claimed.
        String entries = forwarded.getLast();
        String named = entries.substring(entries.lastIndexOf(',') + 1).strip();
        return NetUtil.createInetAddressFromIpAddressString(named) == null ? peer : named;
    }

    private boolean isTrusted(String peer) {
        var address = NetUtil.createInetAddressFromIpAddressString(peer);
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
