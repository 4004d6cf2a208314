package io.trashpong.games.pong;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class PaddleTest {

    @Example
    void a_paddle_moves_eleven_units_in_ten_milliseconds() {
        Paddle paddle = Paddle.centred(0).aim(1_000, Court.PADDLE_BOTTOM);
        assertEquals(Court.CENTRE_Y, paddle.yAt(1_000));
        assertEquals(Court.CENTRE_Y + 11 * Court.SU_PER_UNIT, paddle.yAt(11_000));
    }

    @Example
    void an_aim_off_the_court_ends_at_the_wall() {
        Paddle paddle = Paddle.centred(0).aim(0, Long.MIN_VALUE);
        assertEquals(Court.PADDLE_TOP, paddle.target());
        assertEquals(Court.PADDLE_TOP, paddle.yAt(10_000_000));
    }

    @Property
    void a_paddle_stays_on_the_court_and_reaches_its_target_within_a_second(
            @ForAll("paddles") Paddle paddle, @ForAll @LongRange(min = -1_000_000, max = 90_000_000_000L) long after) {
        long y = paddle.yAt(paddle.t0() + after);
        assertTrue(y >= Court.PADDLE_TOP && y <= Court.PADDLE_BOTTOM);
        if (after >= Court.MICROS_PER_SECOND) {
            assertEquals(paddle.target(), y);
        }
    }

    @Property
    void a_paddle_is_never_faster_than_its_top_speed(
            @ForAll("paddles") Paddle paddle,
            @ForAll @LongRange(min = 0, max = 1_000_000) long from,
            @ForAll @LongRange(min = 0, max = 1_000_000) long during) {
        long way = Math.abs(paddle.yAt(paddle.t0() + from + during) - paddle.yAt(paddle.t0() + from));
        assertTrue(way <= Math.ceilDiv(Court.PADDLE_SPEED * during, Court.MICROS_PER_SECOND));
    }

    @Property
    void aims_however_many_never_jump_and_never_gain_speed(
            @ForAll("paddles") Paddle paddle, @ForAll @LongRange(min = 1, max = 50) long aims) {
        Paddle track = paddle;
        for (long aim = 1; aim <= aims; aim++) {
            long t = paddle.t0() + aim * 3_333;
            Paddle next = track.aim(t, aim % 2 == 0 ? Court.PADDLE_TOP : Court.PADDLE_BOTTOM);
            assertEquals(track.yAt(t), next.yAt(t));
            track = next;
        }
        long way = Math.abs(track.yAt(track.t0()) - paddle.y0());
        assertTrue(way <= Math.ceilDiv(Court.PADDLE_SPEED * aims * 3_333, Court.MICROS_PER_SECOND));
    }

    @Property
    void a_stopped_paddle_stays_where_it_was(
            @ForAll("paddles") Paddle paddle, @ForAll @LongRange(min = 0, max = 2_000_000) long after) {
        long t = paddle.t0() + after;
        Paddle stopped = paddle.stop(t);
        assertEquals(paddle.yAt(t), stopped.yAt(t));
        assertEquals(paddle.yAt(t), stopped.yAt(t + 5_000_000));
    }

    @Provide
    Arbitrary<Paddle> paddles() {
        return Samples.paddles();
    }
}
