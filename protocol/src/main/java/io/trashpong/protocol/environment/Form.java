package io.trashpong.protocol.environment;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the value of a variable must look like. */
enum Form {
    TEXT("not empty"),
    /** Long enough that nobody guesses it. */
    SECRET("at least 32 characters that nobody can guess"),
    POSTGRES("postgresql://host:port/database, without user and password"),
    SERVICE("http://host:port, without a path"),
    ORIGINS("origins as browsers send them (https://pong.example.org), comma-separated, without a path"),
    NETWORKS("networks such as 10.0.0.0/8 or fd00::/8, comma-separated"),
    STUN("stun:host or stun:host:port, comma-separated"),
    COUNT("a whole number, 1 or more"),
    PORT("a port, 1 to 65535"),
    SWITCH("true or false");

    private static final Pattern POSTGRES_URL = Pattern.compile("postgresql://[^/@?#\\s]+/[^/@?#\\s]+(\\?\\S*)?");
    /** RFC 7064. */
    private static final Pattern STUN_URL = Pattern.compile("stuns?:[^:/?#\\s,]+(:\\d{1,5})?");

    private static final Pattern NETWORK = Pattern.compile("([0-9a-fA-F.:]+)/(\\d{1,3})");
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int IPV4_BITS = 32;
    private static final int IPV6_BITS = 128;

    private static final int SECRET_LENGTH = 32;
    private static final int LAST_PORT = 65_535;

    private final String words;

    Form(String words) {
        this.words = words;
    }

    boolean fits(String value) {
        return switch (this) {
            case TEXT -> !value.isBlank();
            case SECRET -> value.length() >= SECRET_LENGTH;
            case POSTGRES -> POSTGRES_URL.matcher(value).matches();
            case SERVICE -> isOrigin(value);
            case ORIGINS -> all(value, Form::isOrigin);
            case NETWORKS -> all(value, Form::isNetwork);
            case STUN -> all(value, url -> STUN_URL.matcher(url).matches());
            case COUNT -> isWithin(value, 1, Integer.MAX_VALUE);
            case PORT -> isWithin(value, 1, LAST_PORT);
            case SWITCH -> value.equals("true") || value.equals("false");
        };
    }

    /** After "must be". */
    String words() {
        return words;
    }

    private static boolean isOrigin(String value) {
        try {
            var uri = new URI(value);
            return SCHEMES.contains(String.valueOf(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawPath().isEmpty()
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isNetwork(String value) {
        var parts = NETWORK.matcher(value);
        return parts.matches()
                && isWithin(parts.group(2), 0, parts.group(1).contains(":") ? IPV6_BITS : IPV4_BITS)
                && isAddress(parts.group(1));
    }

    private static boolean isAddress(String value) {
        try {
            var _ = InetAddress.ofLiteral(value);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isWithin(String value, int least, int most) {
        try {
            int number = Integer.parseInt(value);
            return least <= number && number <= most;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean all(String value, Predicate<String> each) {
        return Stream.of(value.split(",", -1)).allMatch(part -> each.test(part.strip()));
    }
}
