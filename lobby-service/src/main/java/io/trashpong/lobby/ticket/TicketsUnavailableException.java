package io.trashpong.lobby.ticket;

/** Auth does not sign tickets at the moment. Answered with 503; joining again gives the same seat. */
public final class TicketsUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TicketsUnavailableException() {
        super("auth signs no tickets", null, false, false);
    }
}
