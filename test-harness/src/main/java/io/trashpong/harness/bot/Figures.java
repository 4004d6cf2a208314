package io.trashpong.harness.bot;

import io.trashpong.harness.client.Traffic;

/**
 * What a bot measured as the defender, over any number of matches.
 *
 * @param verdicts announced verdicts on balls it defended and had predicted
 * @param contradictions those that said hit where its own screen had shown a miss, or the other way round
 * @param otherLegs hits both ways, but the ball flies on otherwise than its screen showed
 * @param unpredicted verdicts announced before the crossing on its own clock: its messages came too late
 * @param traffic messages of its connection
 * @param playedMicros time in matches
 */
public record Figures(
        long verdicts, long contradictions, long otherLegs, long unpredicted, Traffic traffic, long playedMicros) {
    public static final Figures NONE = new Figures(0, 0, 0, 0, Traffic.NONE, 0);

    Figures agreed() {
        return new Figures(verdicts + 1, contradictions, otherLegs, unpredicted, traffic, playedMicros);
    }

    Figures contradicted() {
        return new Figures(verdicts + 1, contradictions + 1, otherLegs, unpredicted, traffic, playedMicros);
    }

    Figures fliesOnOtherwise() {
        return new Figures(verdicts + 1, contradictions, otherLegs + 1, unpredicted, traffic, playedMicros);
    }

    Figures cameUnpredicted() {
        return new Figures(verdicts + 1, contradictions, otherLegs, unpredicted + 1, traffic, playedMicros);
    }

    Figures over(Traffic total, long micros) {
        return new Figures(verdicts, contradictions, otherLegs, unpredicted, total, micros);
    }

    public Figures plus(Figures other) {
        return new Figures(
                verdicts + other.verdicts,
                contradictions + other.contradictions,
                otherLegs + other.otherLegs,
                unpredicted + other.unpredicted,
                traffic.plus(other.traffic),
                playedMicros + other.playedMicros);
    }

    /** Contradictions in percent of the verdicts. */
    public double contradictionPercent() {
        return verdicts == 0 ? 0 : 100.0 * contradictions / verdicts;
    }
}
