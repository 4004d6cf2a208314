package io.trashpong.auth.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/** Where a request comes from, as far as it may be known: to count by, and, cut shorter, to log. */
final class SourceAddress {
    /** Whoever has one address of IPv6 has the /64 around it. */
    private static final int IPV6_COUNTED_BITS = 64;

    private static final int IPV4_LOGGED_BITS = 24;
    private static final int IPV6_LOGGED_BITS = 48;

    private final InetAddress address;

    SourceAddress(InetAddress address) {
        this.address = address;
    }

    /** Reads an address without ever asking the DNS; empty when {@code text} is none. */
    static Optional<SourceAddress> parse(String text) {
        try {
            return Optional.of(new SourceAddress(InetAddress.ofLiteral(text.strip())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    InetAddress address() {
        return address;
    }

    /** One limit counts for all addresses with this key. */
    String counted() {
        return address instanceof Inet4Address ? address.getHostAddress() : prefix(IPV6_COUNTED_BITS);
    }

    /** A neighbourhood, not a person. */
    String truncated() {
        return prefix(address instanceof Inet4Address ? IPV4_LOGGED_BITS : IPV6_LOGGED_BITS);
    }

    private String prefix(int bits) {
        var bytes = address.getAddress();
        Arrays.fill(bytes, bits / 8, bytes.length, (byte) 0);
        try {
            return InetAddress.getByAddress(bytes).getHostAddress() + "/" + bits;
        } catch (UnknownHostException e) {
            throw new IllegalStateException("the length was right before", e);
        }
    }
}
