package io.trashpong.protocol;

/** What a user token is: a JWT (ES256) that auth issues and every service checks; its subject is the player's id. */
public final class UserToken {
    public static final String ISSUER = "trashpong";
    public static final String TYP = "at+jwt";
    public static final String AUDIENCE = "trashpong-api";
    public static final String CLAIM_NAME = "name";
    public static final String CLAIM_GUEST = "guest";
    public static final int LIFETIME_SECONDS = 15 * 60;
    public static final int CLOCK_SKEW_SECONDS = 10;

    private UserToken() {}
}
