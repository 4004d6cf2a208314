package io.trashpong.bus;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Names one running process of a service: the service's name, a dot, and what makes this run of it unique. A restarted
 * replica has a new id.
 *
 * @param value 3 to 48 characters of a-z, 0-9, '-' and '.', so that it can be a channel name as it stands
 */
public record ReplicaId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9.-]{2,47}");

    public ReplicaId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a replica id is 3 to 48 characters of a-z, 0-9, '-' and '.'");
        }
    }

    /** A new id for this run of {@code service}. */
    public static ReplicaId createFor(String service) {
        return new ReplicaId(service + "." + UUID.randomUUID().toString().substring(0, 13));
    }

    /** What stands before the first dot. */
    public String service() {
        int dot = value.indexOf('.');
        return dot < 0 ? value : value.substring(0, dot);
    }

    @Override
    public String toString() {
        return value;
    }
}
