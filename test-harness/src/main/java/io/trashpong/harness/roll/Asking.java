package io.trashpong.harness.roll;

import io.trashpong.harness.client.Answer;
import io.trashpong.harness.client.SeatGrant;
import io.trashpong.harness.client.Trust;
import io.trashpong.harness.client.User;
import io.trashpong.protocol.ErrorCode;
import io.trashpong.protocol.feed.RoomView;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * People who ask auth and lobby for all there is, all the time: they log in, renew their token, look around, open a room, take its
 * other seat, and close it. What was not granted is kept.
 */
final class Asking implements AutoCloseable {
    private static final long THINK_MILLIS = 50;
    private static final int LEADERS = 10;

    private final URI gateway;
    private final ExecutorService people;
    private final AtomicLong asked = new AtomicLong();
    private final AtomicInteger toldToComeBack = new AtomicInteger();
    private final List<String> failed = new ArrayList<>();
    private volatile boolean ended;

    private Asking(URI gateway) {
        this.gateway = gateway;
        people = Executors.newVirtualThreadPerTaskExecutor();
    }

    static Asking begin(URI gateway, int pairs) {
        var asking = new Asking(gateway);
        for (int i = 0; i < pairs; i++) {
            var _ = asking.people.submit(asking::ask);
        }
        return asking;
    }

    long asked() {
        return asked.get();
    }

    /** 503 {@code unavailable} with {@code Retry-After}, which is documented for a service that is coming back. */
    int toldToComeBack() {
        return toldToComeBack.get();
    }

    /** Neither granted nor told to come back. */
    synchronized List<String> failed() {
        return List.copyOf(failed);
    }

    @Override
    public void close() {
        ended = true;
        people.close();
    }

    private void ask() {
        while (!ended) {
            try (User host = guest("Host");
                    User visitor = guest("Visitor")) {
                round(host, visitor);
            } catch (NotGranted noted) {
                // The next round begins anew.
            }
        }
    }

    private void round(User host, User visitor) {
        var _ = granted("GET /api/rooms", host::listRooms);
        var _ = granted("GET /api/leaderboard", () -> host.leaderboard(LEADERS));
        SeatGrant seat = granted("POST /api/rooms", () -> host.createRoom(null, RoomView.Visibility.PRIVATE));
        RoomView room = seat.room();
        var _ = granted("GET /api/rooms/{id}", () -> host.getRoom(room.id()));
        var _ = granted("POST /api/rooms/{id}/seats", () -> visitor.takeSeat(room.id(), room.code()));
        var _ = granted("DELETE /api/rooms/{id}/seats/me", () -> visitor.giveUpSeat(room.id()));
        var _ = granted("DELETE /api/rooms/{id}", () -> host.deleteRoom(room.id()));
        var _ = granted("POST /api/auth/token", () -> host.renewToken(host.token()));
    }

    private User guest(String name) {
        return granted("POST /api/auth/guests", () -> User.guest(gateway, Trust.MACHINE, name));
    }

    private <T> T granted(String what, Supplier<Answer<T>> request) {
        pause();
        asked.incrementAndGet();
        try {
            return switch (request.get()) {
                case Answer.Granted<T>(int _, T body) -> body;
                case Answer.Refused<T>(int status, String code, var _) -> {
                    refused(what, status, code);
                    throw new NotGranted();
                }
            };
        } catch (UncheckedIOException e) {
            note(what + ": " + e.getMessage() + ", " + e.getCause());
            throw new NotGranted();
        }
    }

    private void refused(String what, int status, String code) {
        if (status == ErrorCode.UNAVAILABLE.status() && code.equals(ErrorCode.UNAVAILABLE.code())) {
            toldToComeBack.incrementAndGet();
        } else {
            note(what + ": " + status + " " + code);
        }
    }

    private synchronized void note(String failure) {
        failed.add(failure);
    }

    private static void pause() {
        try {
            Thread.sleep(THINK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends a round; why is noted already. */
    private static final class NotGranted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotGranted() {
            super(null, null, false, false);
        }
    }
}
