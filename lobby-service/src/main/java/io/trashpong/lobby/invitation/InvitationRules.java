package io.trashpong.lobby.invitation;

import io.trashpong.protocol.ErrorCode;
import java.util.Optional;

/** Who may invite whom, and how often. */
final class InvitationRules {
    /** Open invitations one player may have sent. */
    static final int MAX_SENT = 5;
    /** Open invitations one player may have got. */
    static final int MAX_RECEIVED = 20;

    static final int MAX_A_MINUTE = 10;
    static final int MAX_A_MINUTE_TO_ONE = 3;

    private InvitationRules() {}

    /** Why an invitation is refused, if it is. */
    static Optional<ErrorCode> refusal(Facts facts) {
        if (facts.blocked()) {
            return Optional.of(ErrorCode.NOT_WELCOME);
        }
        if (facts.already()) {
            return Optional.of(ErrorCode.INVITED_ALREADY);
        }
        if (facts.busy()) {
            return Optional.of(ErrorCode.PLAYER_BUSY);
        }
        if (facts.lately() >= MAX_A_MINUTE || facts.latelyToHim() >= MAX_A_MINUTE_TO_ONE) {
            return Optional.of(ErrorCode.TOO_MANY_REQUESTS);
        }
        return facts.sent() >= MAX_SENT || facts.received() >= MAX_RECEIVED
                ? Optional.of(ErrorCode.TOO_MANY_INVITATIONS)
                : Optional.empty();
    }

    /**
     * What has to be known of who invites and who is invited.
     *
     * @param already whether the same invitation is open
     * @param busy whether either plays
     * @param sent open invitations from him
     * @param received open invitations to the other
     * @param lately invitations he sent in the last minute, whatever became of them
     * @param latelyToHim of these, to the other
     */
    record Facts(
            boolean blocked, boolean already, boolean busy, long sent, long received, long lately, long latelyToHim) {}
}
