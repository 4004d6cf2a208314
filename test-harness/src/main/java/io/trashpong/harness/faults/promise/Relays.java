package io.trashpong.harness.faults.promise;

import io.trashpong.harness.bot.Skill;
import io.trashpong.harness.faults.site.Contest;
import io.trashpong.harness.faults.site.FaultSite;
import io.trashpong.harness.faults.site.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What trials that take relays away have in common. */
final class Relays {
    private Relays() {}

    /** A contest, and at which relay its players are. */
    record Court(Contest contest, Route left, Route right) {
        boolean isAt(int relay) {
            return left.current() == relay || right.current() == relay;
        }
    }

    /** Contests spread over the relays: some with both players at one, some across. */
    static List<Court> courts(FaultSite site, int count, Skill skill) {
        var courts = new ArrayList<Court>();
        for (int i = 0; i < count; i++) {
            Route left = site.route(i);
            Route right = site.route(i + i / FaultSite.RELAYS);
            courts.add(new Court(site.contest(skill, left, right), left, right));
        }
        return courts;
    }

    static List<Contest> contests(List<Court> courts) {
        return courts.stream().map(Court::contest).toList();
    }

    /** Waits for the relay's end and starts it again, aside. */
    static CompletableFuture<Void> revive(FaultSite site, int relay) {
        return CompletableFuture.runAsync(() -> {
            try {
                site.stack().relays().get(relay).handle().onExit().join();
                site.reviveRelay(relay);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
