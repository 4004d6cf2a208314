package io.trashpong.harness.faults.promise;

import io.trashpong.harness.faults.history.HistoryChecker;
import io.trashpong.harness.faults.history.Ledger;
import io.trashpong.harness.faults.history.Violation;
import io.trashpong.harness.faults.site.Contest;
import io.trashpong.harness.faults.site.FaultSite;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the history checker says of all rooms of a trial. */
final class Verdicts {
    /** A result is written before it is told; what is told while the database is asked is looked for once more. */
    private static final long SETTLE_MILLIS = 300;

    private Verdicts() {}

    static List<Violation> of(FaultSite site, List<Contest> contests) throws SQLException, InterruptedException {
        List<Violation> found = judge(site, contests);
        if (!found.isEmpty()) {
            Thread.sleep(SETTLE_MILLIS);
            found = judge(site, contests);
        }
        return found;
    }

    private static List<Violation> judge(FaultSite site, List<Contest> contests) throws SQLException {
        // First what was seen, then what is written: never the other way round.
        var seen = new ArrayList<Violation>();
        Ledger ledger = site.ledger();
        for (Contest contest : contests) {
            seen.addAll(HistoryChecker.check(contest.history(), ledger));
        }
        seen.addAll(ledger.check());
        return seen;
    }
}
