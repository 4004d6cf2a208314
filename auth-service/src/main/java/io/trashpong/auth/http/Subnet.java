package io.trashpong.auth.http;

import java.math.BigInteger;
import java.net.InetAddress;

/** All addresses that share their first bits, in CIDR notation (RFC 4632, RFC 4291). */
record Subnet(InetAddress base, int bits) {
    Subnet {
        if (bits < 0 || bits > base.getAddress().length * 8) {
            throw new IllegalArgumentException("a prefix of " + bits + " bits does not fit " + base.getHostAddress());
        }
    }

    /** @throws IllegalArgumentException when {@code cidr} is not like {@code 10.0.0.0/8}; a plain address is itself alone */
    static Subnet parse(String cidr) {
        int slash = cidr.indexOf('/');
        var base = InetAddress.ofLiteral(slash < 0 ? cidr : cidr.substring(0, slash));
        return new Subnet(base, slash < 0 ? base.getAddress().length * 8 : Integer.parseInt(cidr.substring(slash + 1)));
    }

    boolean contains(InetAddress address) {
        return address.getClass() == base.getClass() && prefix(address).equals(prefix(base));
    }

    private BigInteger prefix(InetAddress address) {
        var bytes = address.getAddress();
        return new BigInteger(1, bytes).shiftRight(bytes.length * 8 - bits);
    }
}
