package io.trashpong.harness.client;

/** A password on its way to auth; it is never written out. */
public record Password(String value) {
    @Override
    public String toString() {
        return "Password[...]";
    }
}
