package io.trashpong.harness.load;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run measured; as JSON its keys are a promise, documented in {@code docs/performance.md}. A message is an aim of one player
 * that is to reach the other. Figures that a run has no messages or connections for are null.
 *
 * @param lost sent and never seen by the other player, coalesced on the way included
 * @param p50Us from the time an aim was to be sent to its arrival at the other player, microseconds, as all of them
 * @param relayCpuUsPerMsg user and system time of all relays, the matches' own work included
 * @param bytesOutPerMsg all that the clients sent over WebSockets, per message; {@code in}: what they got
 * @param rssKbPerConn growth of the relays' resident memory per connection, rooms included
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonPropertyOrder({"sent", "delivered", "lost", "doubled"})
record LoadReport(
        long sent,
        long delivered,
        long lost,
        long doubled,
        long refused,
        long closed,
        @Nullable Double messagesPerS,
        @Nullable Long p50Us,
        @Nullable Long p99Us,
        @Nullable Long p999Us,
        @Nullable Long maxUs,
        @Nullable Double relayCpuUsPerMsg,
        @Nullable Double postgresCpuUsPerMsg,
        @Nullable Double generatorCpuUsPerMsg,
        double relayCpuPercent,
        double postgresCpuPercent,
        double generatorCpuPercent,
        @Nullable Double bytesOutPerMsg,
        @Nullable Double bytesInPerMsg,
        double commitsPerS,
        int connections,
        @Nullable Double rssKbPerConn,
        @Nullable Double heapKbPerConn,
        int rooms,
        int relays) {

    static LoadReport of(
            LoadPlan plan,
            Mark begin,
            Mark end,
            List<LoadPlayer> players,
            LoadTally tally,
            int connections,
            Memory before,
            @Nullable Memory with) {
        long sent = LoadRun.sent(players);
        long delivered = LoadRun.delivered(players);
        double seconds = end.secondsSince(begin);
        long relay = end.relayCpu() - begin.relayCpu();
        long postgres = end.postgresCpu() - begin.postgresCpu();
        long generator = end.generatorCpu() - begin.generatorCpu();
        boolean any = delivered > 0;
        return new LoadReport(
                sent,
                delivered,
                sent - delivered,
                players.stream().mapToLong(LoadPlayer::doubled).sum(),
                tally.refusals(),
                tally.closes(),
                any ? round(sent / seconds) : null,
                any ? tally.latency.getValueAtPercentile(50) : null,
                any ? tally.latency.getValueAtPercentile(99) : null,
                any ? tally.latency.getValueAtPercentile(99.9) : null,
                any ? tally.latency.getMaxValue() : null,
                per(relay, sent),
                per(postgres, sent),
                per(generator, sent),
                round(relay / seconds / 1e4),
                round(postgres / seconds / 1e4),
                round(generator / seconds / 1e4),
                per(end.bytesOut() - begin.bytesOut(), sent),
                per(end.bytesIn() - begin.bytesIn(), sent),
                round((end.commits() - begin.commits()) / seconds),
                connections,
                with == null ? null : round(with.residentOver(before, connections)),
                with == null ? null : rounded(with.heapOver(before, connections)),
                plan.rooms(),
                plan.relays());
    }

    private static @Nullable Double per(long total, long count) {
        return count == 0 ? null : Double.valueOf(round((double) total / count));
    }

    private static @Nullable Double rounded(@Nullable Double value) {
        return value == null ? null : Double.valueOf(round(value));
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
