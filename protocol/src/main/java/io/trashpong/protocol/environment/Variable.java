package io.trashpong.protocol.environment;

import java.util.Optional;
import java.util.Set;

/** Each variable that a service reads; {@code docs/protocol.md} has the same list for people. */
public enum Variable {
    TRASHPONG_DB_URL(Need.REQUIRED, Form.POSTGRES, Reader.values()),
    TRASHPONG_DB_USER(Need.REQUIRED, Form.TEXT, Reader.values()),
    TRASHPONG_DB_PASSWORD(Need.REQUIRED, Form.TEXT, Reader.values()),
    TRASHPONG_INTERNAL_SECRET(Need.REQUIRED, Form.SECRET, Reader.AUTH, Reader.LOBBY),
    TRASHPONG_BUS_SECRET(Need.REQUIRED, Form.SECRET, Reader.LOBBY, Reader.RELAY),
    TRASHPONG_BUS_SECRET_OTHER(Need.OPTIONAL, Form.SECRET, Reader.LOBBY, Reader.RELAY),
    TRASHPONG_AUTH_URL(Need.REQUIRED, Form.SERVICE, Reader.LOBBY, Reader.RELAY),
    TRASHPONG_ORIGINS(Need.REQUIRED, Form.ORIGINS, Reader.LOBBY, Reader.RELAY),
    TRASHPONG_AUTH_GUESTS_PER_MINUTE(Need.OPTIONAL, Form.COUNT, Reader.AUTH),
    TRASHPONG_AUTH_PASSWORDS_PER_MINUTE(Need.OPTIONAL, Form.COUNT, Reader.AUTH),
    TRASHPONG_AUTH_PASSWORD_THREADS(Need.OPTIONAL, Form.COUNT, Reader.AUTH),
    TRASHPONG_AUTH_KEY_DAYS(Need.OPTIONAL, Form.COUNT, Reader.AUTH),
    TRASHPONG_AUTH_TRUSTED_PROXIES(Need.OPTIONAL, Form.NETWORKS, Reader.AUTH),
    TRASHPONG_LOBBY_TRUSTED_PROXIES(Need.OPTIONAL, Form.NETWORKS, Reader.LOBBY),
    TRASHPONG_RELAY_TRUSTED_PROXIES(Need.OPTIONAL, Form.NETWORKS, Reader.RELAY),
    TRASHPONG_STUN_SERVERS(Need.OPTIONAL, Form.STUN, Reader.RELAY),
    QUARKUS_HTTP_PORT(Need.OPTIONAL, Form.PORT, Reader.values()),
    QUARKUS_MANAGEMENT_PORT(Need.OPTIONAL, Form.PORT, Reader.values());

    /** A service, as it is named in {@code docs/protocol.md}. */
    public enum Reader {
        AUTH,
        LOBBY,
        RELAY
    }

    /** Whether a service starts without it. */
    public enum Need {
        REQUIRED,
        OPTIONAL
    }

    private final Need need;
    private final Form form;

    @SuppressWarnings("ImmutableEnumChecker") // a set of Set.of can't be changed
    private final Set<Reader> readers;

    Variable(Need need, Form form, Reader... readers) {
        this.need = need;
        this.form = form;
        this.readers = Set.of(readers);
    }

    public boolean isReadBy(Reader reader) {
        return readers.contains(reader);
    }

    public boolean isRequired() {
        return need == Need.REQUIRED;
    }

    /** The sentence that says what is wrong; it never shows the value, which may be a secret. Blank is as good as not set. */
    Optional<String> fault(Optional<String> value) {
        return value.filter(text -> !text.isBlank())
                .map(text ->
                        form.fits(text) ? Optional.<String>empty() : Optional.of(name() + " is wrong: " + mustBe()))
                .orElseGet(() -> isRequired() ? Optional.of(name() + " is not set: " + mustBe()) : Optional.empty());
    }

    private String mustBe() {
        return "it must be " + form.words() + ".";
    }
}
