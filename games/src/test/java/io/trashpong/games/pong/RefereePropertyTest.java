package io.trashpong.games.pong;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class RefereePropertyTest {
    private static final int LEGS = 15;

    /** Sustained lag that a line of {@link Table#GOOD} is granted leg after leg. */
    private static final long LAG_IN_TIME = 40_000;

    @Property(tries = 2_000)
    void whatever_players_and_networks_do_each_leg_has_one_verdict_by_the_defenders_own_track(
            @ForAll("moves") List<Move> moves) {
        Witness witness = new Witness();
        moves.forEach(witness::see);
    }

    @Property(tries = 500)
    void a_defender_whose_messages_arrive_in_time_gets_exactly_what_it_predicted(
            @ForAll @IntRange(min = 1, max = Integer.MAX_VALUE) int seed) {
        Prng dice = new Prng(seed);
        Referee referee = Referee.open(seed, 0, Table.GOOD, Table.GOOD);
        Map<Seat, Paddle> predicted = new EnumMap<>(Seat.class);
        predicted.put(Seat.LEFT, Paddle.centred(0));
        predicted.put(Seat.RIGHT, Paddle.centred(0));
        BallLeg leg = referee.serve(Table.SECOND);
        for (int legs = 0; legs < LEGS && referee.score().isOpen(); legs++) {
            List<Message> messages = new ArrayList<>();
            for (Seat seat : Seat.values()) {
                List<Message> own = messagesOf(seat, leg, dice);
                own.forEach(message -> predicted.computeIfPresent(
                        seat, (key, paddle) -> paddle.aim(message.stamp(), message.target())));
                messages.addAll(own);
            }
            Seat defender = leg.defender();
            Verdict expected = Verdict.of(leg, predicted.getOrDefault(defender, Paddle.centred(0)));

            assertEquals(expected, deliver(referee, leg, messages));

            leg = switch (expected) {
                case Verdict.Hit hit -> hit.next();
                case Verdict.Miss ignored ->
                    referee.score().isOpen() ? referee.serve(leg.crossingTime() + Table.SECOND) : leg;
            };
        }
        FairnessReceipt receipt = referee.receipt();
        assertEquals(0, receipt.left().verdictsAtDeadline() + receipt.right().verdictsAtDeadline());
        assertEquals(0, receipt.left().stampsTooOld() + receipt.right().stampsTooOld());
        assertNotEquals(0, receipt.left().verdicts() + receipt.right().verdicts());
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        return Move.any().list().ofMinSize(1).ofMaxSize(120);
    }

    private record Message(Seat seat, long stamp, long arrivedAt, long target) {}

    /** A few aims anywhere, the last near where the ball comes; in order, each with its own lag. */
    private static List<Message> messagesOf(Seat seat, BallLeg leg, Prng dice) {
        List<Message> messages = new ArrayList<>();
        long crossing = leg.crossingTime();
        long aims = 1 + dice.below(8);
        long first = leg.t0() + 2 * LAG_IN_TIME;
        long arrivedAt = 0;
        for (long aim = 0; aim < aims; aim++) {
            long stamp = first + (crossing - first) * aim / aims;
            long near = leg.yAt(crossing) - Court.REACH + dice.below(2 * Court.REACH);
            long target = aim == aims - 1 ? near : dice.below(Court.HEIGHT);
            arrivedAt = Math.max(arrivedAt, stamp + dice.below(LAG_IN_TIME + 1));
            messages.add(new Message(seat, stamp, arrivedAt, target));
        }
        return messages;
    }

    private static Verdict deliver(Referee referee, BallLeg leg, List<Message> messages) {
        messages.sort(Comparator.comparingLong(Message::arrivedAt));
        for (Message message : messages) {
            List<Ruling> rulings = referee.aim(message.seat(), message.stamp(), message.target(), message.arrivedAt());
            assertEquals(List.of(new Ruling.AimAccepted(message.seat(), referee.paddle(message.seat()))), rulings);
        }
        long crossing = leg.crossingTime();
        long arrivedAt = crossing + LAG_IN_TIME;
        return Table.verdictIn(referee.commit(leg.defender(), leg.leg(), crossing, arrivedAt))
                .orElseThrow()
                .verdict();
    }
}
