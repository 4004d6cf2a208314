package io.trashpong.relay.edge;

import io.trashpong.protocol.CloseCode;
import io.trashpong.relay.room.Frame;

/** The way out to one client. Callable from any thread; never blocks, and does nothing once closed. */
public interface MemberChannel {
    /** @param origin when room time was 0, in microseconds of Unix time; told before the first frame */
    void roomOpensAt(long origin);

    void send(Frame frame);

    void close(CloseCode code);
}
