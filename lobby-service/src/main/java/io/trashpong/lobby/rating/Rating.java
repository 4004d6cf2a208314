package io.trashpong.lobby.rating;

/**
 * A player's strength on Glicko's scale.
 *
 * @param value 1500 for who is unknown
 * @param deviation how uncertain that is: with 95 % the truth lies within two of it
 * @param volatility how erratically he plays
 */
public record Rating(double value, double deviation, double volatility) {
    /** Of who has not played yet; the paper's numbers. */
    public static final Rating UNRATED = new Rating(1500, 350, 0.06);

    /** Above it the rating says too little to be compared. */
    public static final double MAX_ESTABLISHED_DEVIATION = 110;

    public boolean isProvisional() {
        return deviation > MAX_ESTABLISHED_DEVIATION;
    }
}
