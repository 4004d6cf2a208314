package io.trashpong.games.pong;

/**
 * How far back in time a player's stamps may reach. A leg costs as much as its most backdated message; the credit is
 * bounded by {@link #CAPACITY} and refilled by each leg, so a spike is granted and a habit runs dry.
 *
 * <p>A stamp older than the {@code allowance} is not trusted and not refused either: the message counts as of
 * {@code arrival - allowance}, and that it did is counted. All in microseconds, but for the count.
 *
 * @param balance credit at the beginning of the leg, after its refill
 * @param allowance how old a message of this leg may be: the line's cap, or the balance if that is less. It holds for
 *     the whole leg, so the referee's deadline stands still
 * @param usedThisLeg age of the most backdated message of this leg, as it was granted
 * @param usedBefore credit used in earlier legs of the match
 * @param tooOld messages whose stamp was moved forward
 */
public record LagCredit(long balance, long allowance, long usedThisLeg, long usedBefore, int tooOld) {
    public static final long CAPACITY = 2 * Line.MAX_CAP;

    public LagCredit {
        if (balance < 0
                || balance > CAPACITY
                || allowance < 0
                || allowance > Math.min(balance, Line.MAX_CAP)
                || usedThisLeg < 0
                || usedThisLeg > allowance) {
            throw new IllegalArgumentException(
                    "no credit: balance " + balance + ", allowance " + allowance + ", used " + usedThisLeg);
        }
    }

    static LagCredit full(Line line) {
        return new LagCredit(CAPACITY, line.cap(), 0, 0, 0);
    }

    /** @return the time as of which a message with that stamp and arrival counts */
    long grant(long stamp, long arrivedAt) {
        return Math.max(stamp, arrivedAt - allowance);
    }

    /** @return the credit after that message */
    LagCredit charge(long stamp, long arrivedAt) {
        long granted = grant(stamp, arrivedAt);
        return new LagCredit(
                balance,
                allowance,
                Math.max(usedThisLeg, arrivedAt - granted),
                usedBefore,
                granted > stamp ? tooOld + 1 : tooOld);
    }

    /** @return the credit for the next leg on a line as it is measured now */
    LagCredit nextLeg(Line line) {
        long refilled = Math.min(CAPACITY, balance - usedThisLeg + line.refill());
        return new LagCredit(refilled, Math.min(line.cap(), refilled), 0, used(), tooOld);
    }

    /** @return credit used in the match so far */
    public long used() {
        return usedBefore + usedThisLeg;
    }
}
