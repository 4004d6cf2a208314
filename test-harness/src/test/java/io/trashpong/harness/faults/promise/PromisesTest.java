package io.trashpong.harness.faults.promise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trashpong.harness.faults.site.FaultSite;
import io.trashpong.harness.stack.Progress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Each promise with a fault that tries to break it, a few times each; {@code ./trashpong faults} does it oftener. Figures that
 * need a quiet machine are not looked at here.
 */
@ExtendWith(BrokenSite.class)
@Isolated("it stops processes and waits for others to notice")
class PromisesTest {
    private static final Scale FEW = new Scale(Scale.Size.TEST, Duration.ofSeconds(5));

    @Test
    void a_killed_relay_costs_no_goal_and_no_match(FaultSite site) throws Exception {
        assertKept(new KilledRelay(), site);
    }

    @Test
    void a_drained_relay_ends_no_match_and_replays_none(FaultSite site) throws Exception {
        assertKept(new DrainedRelays(), site);
    }

    @Test
    void a_stopped_owner_is_replaced_and_writes_nothing_once_awake(FaultSite site) throws Exception {
        assertKept(new StoppedOwner(), site);
    }

    @Test
    void a_dead_network_is_noticed_and_its_player_comes_back(FaultSite site) throws Exception {
        assertKept(new DeadNetwork(), site);
    }

    @Test
    void results_outlive_postgres_and_rooms_on_one_replica_play_on(FaultSite site) throws Exception {
        assertKept(new KilledPostgres(), site);
    }

    @Test
    void a_result_whose_commit_got_no_answer_is_there_once(FaultSite site) throws Exception {
        assertKept(new CommitWithoutAnswer(), site);
    }

    @Test
    void lobbies_miss_nothing_while_their_listeners_are_killed(FaultSite site) throws Exception {
        assertKept(new KilledListeners(), site);
    }

    @Test
    void requests_are_answered_while_postgres_stands_still(FaultSite site) throws Exception {
        assertKept(new AnswersWhilePostgresIsFrozen(), site);
    }

    @Test
    void who_stops_reading_is_given_up(FaultSite site) throws Exception {
        assertKept(new StoppedReader(), site);
    }

    @Test
    void who_floods_is_closed(FaultSite site) throws Exception {
        assertKept(new FloodingClient(), site);
    }

    @Test
    void malformed_frames_get_their_code(FaultSite site) throws Exception {
        assertKept(new MalformedFrames(), site);
    }

    @Test
    void the_last_seat_is_given_once(FaultSite site) throws Exception {
        assertKept(new LastSeat(), site);
    }

    @Test
    void forged_tokens_open_nothing(FaultSite site) throws Exception {
        assertKept(new ForgedTokens(), site);
    }

    @Test
    void the_room_list_is_true_after_each_trouble(FaultSite site) throws Exception {
        assertKept(new RoomListIsTrue(), site);
    }

    private static void assertKept(Trial trial, FaultSite site) throws Exception {
        List<Figure> figures = trial.run(site, FEW, Progress.SILENT);
        List<Figure> fallShort = figures.stream()
                .filter(figure -> !figure.kept() && !figure.needsQuiet())
                .toList();
        assertEquals(List.of(), fallShort, () -> trial.number() + " " + trial.promise());
    }
}
