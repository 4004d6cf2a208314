package io.trashpong.auth.password;

/**
 * What is kept of a password: parameters, salt and digest in the PHC string format, {@code $argon2id$v=19$m=…}.
 *
 * @param phc for the database and nothing else
 */
public record PasswordHash(String phc) {
    /** Shows nothing. */
    @Override
    public String toString() {
        return "PasswordHash[…]";
    }
}
