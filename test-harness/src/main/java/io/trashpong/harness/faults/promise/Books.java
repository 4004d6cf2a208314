package io.trashpong.harness.faults.promise;

import io.trashpong.harness.faults.history.Ledger;
import io.trashpong.harness.faults.site.FaultSite;
import io.trashpong.harness.faults.site.LobbyBooks;
import java.sql.SQLException;

/** Whether every result that was written is counted, and counted once. */
final class Books {
    private static final long LOOK_MILLIS = 50;

    private Books() {}

    /** Waits for the lobby to have taken all results. */
    static Figure balance(FaultSite site, long patienceMillis) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + patienceMillis * 1_000_000;
        Figure figure = compare(site);
        while (!figure.kept() && System.nanoTime() < deadline) {
            Thread.sleep(LOOK_MILLIS);
            figure = compare(site);
        }
        return figure;
    }

    private static Figure compare(FaultSite site) throws SQLException {
        LobbyBooks.Counted counted = site.books().counted();
        Ledger ledger = site.ledger();
        long written = ledger.results().values().stream()
                .mapToLong(list -> list.size())
                .sum();
        return Figure.of(
                "results written, listed, counted (twice each)",
                written + ", " + written + ", " + 2 * written,
                written + ", " + counted.matches() + ", " + counted.played(),
                counted.matches() == written && counted.played() == 2 * written);
    }
}
