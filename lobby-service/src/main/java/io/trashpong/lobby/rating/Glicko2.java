package io.trashpong.lobby.rating;

import java.util.List;

/**
 * Glicko-2, as in Mark E. Glickman, "Example of the Glicko-2 system" (Boston University, revised 22 March 2022,
 * glicko.net/glicko/glicko2.pdf); steps and symbols are the paper's. As there, mu and phi are rating and deviation on the inner
 * scale.
 */
public final class Glicko2 {
    /** tau: how much volatility may change; the paper advises 0.3 to 1.2. */
    private static final double TAU = 0.5;

    private static final double SCALE = 173.7178;
    private static final double CENTRE = 1500;
    private static final double CONVERGED = 0.000001;
    /** The iteration converges within a dozen rounds; more would be a bug. */
    private static final int MAX_ROUNDS = 1_000;

    private Glicko2() {}

    /**
     * One game of a player.
     *
     * @param score 1 won, 0.5 drawn, 0 lost
     */
    public record Game(Rating opponent, double score) {}

    /**
     * A player's rating after the games of one rating period.
     *
     * @param games at least one
     */
    public static Rating after(Rating before, List<Game> games) {
        double mu = (before.value() - CENTRE) / SCALE;
        double phi = before.deviation() / SCALE;
        double inverseV = 0;
        double gain = 0;
        for (Game game : games) {
            double muJ = (game.opponent().value() - CENTRE) / SCALE;
            double g = g(game.opponent().deviation() / SCALE);
            double expected = 1 / (1 + Math.exp(-g * (mu - muJ)));
            inverseV += g * g * expected * (1 - expected);
            gain += g * (game.score() - expected);
        }
        double v = 1 / inverseV;
        double sigma = volatility(before.volatility(), phi, v, v * gain);
        double phiStar = Math.sqrt(phi * phi + sigma * sigma);
        double phiAfter = 1 / Math.sqrt(1 / (phiStar * phiStar) + inverseV);
        double muAfter = mu + phiAfter * phiAfter * gain;
        return new Rating(muAfter * SCALE + CENTRE, phiAfter * SCALE, sigma);
    }

    /**
     * Step 6 for who does not play: his rating grows uncertain, up to that of the unknown.
     *
     * @param periods rating periods that passed; parts of one count in proportion
     */
    public static Rating idle(Rating before, double periods) {
        double phi = before.deviation() / SCALE;
        double grown = Math.sqrt(phi * phi + periods * before.volatility() * before.volatility()) * SCALE;
        return new Rating(before.value(), Math.min(grown, Rating.UNRATED.deviation()), before.volatility());
    }

    private static double g(double phi) {
        return 1 / Math.sqrt(1 + 3 * phi * phi / (Math.PI * Math.PI));
    }

    /** Step 5, by the Illinois variant of regula falsi. */
    private static double volatility(double sigma, double phi, double v, double delta) {
        double a = Math.log(sigma * sigma);
        double low = a;
        double high;
        if (delta * delta > phi * phi + v) {
            high = Math.log(delta * delta - phi * phi - v);
        } else {
            int k = 1;
            while (f(a - k * TAU, a, phi, v, delta) < 0) {
                k++;
            }
            high = a - k * TAU;
        }
        double fLow = f(low, a, phi, v, delta);
        double fHigh = f(high, a, phi, v, delta);
        for (int round = 0; Math.abs(high - low) > CONVERGED; round++) {
            if (round > MAX_ROUNDS) {
                throw new IllegalStateException("the volatility does not converge");
            }
            double next = low + (low - high) * fLow / (fHigh - fLow);
            double fNext = f(next, a, phi, v, delta);
            if (fNext * fHigh <= 0) {
                low = high;
                fLow = fHigh;
            } else {
                fLow /= 2;
            }
            high = next;
            fHigh = fNext;
        }
        return Math.exp(low / 2);
    }

    private static double f(double x, double a, double phi, double v, double delta) {
        double e = Math.exp(x);
        double sum = phi * phi + v + e;
        return e * (delta * delta - sum) / (2 * sum * sum) - (x - a) / (TAU * TAU);
    }
}
