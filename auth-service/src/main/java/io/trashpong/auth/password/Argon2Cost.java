package io.trashpong.auth.password;

/**
 * What one hash costs, in one lane.
 *
 * @param memoryKib in units of 1,024 bytes
 * @param passes over that memory
 */
record Argon2Cost(int memoryKib, int passes) {
    /** What OWASP's password storage cheat sheet names first. */
    static final Argon2Cost STANDARD = new Argon2Cost(19 * 1024, 2);
}
