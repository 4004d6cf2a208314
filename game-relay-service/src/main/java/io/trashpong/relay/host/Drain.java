package io.trashpong.relay.host;

import io.trashpong.relay.ownership.RoomDirectory;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.function.Consumer;

/** Lets go of this replica's rooms one by one, so that whoever has members of them takes them at once. */
public final class Drain {
    private static final long LOOK_AGAIN_MS = 20;
    /** So often a room is looked at before it is let go with a write under way. */
    private static final int MAX_LOOKS = 100;

    private final RoomHosts hosts;
    private final RoomDirectory directory;
    private final Farewell farewell;

    /** Tells the replicas with members of a room that it has no owner now. */
    @FunctionalInterface
    public interface Farewell extends Consumer<RoomHost> {}

    public Drain(RoomHosts hosts, RoomDirectory directory, Farewell farewell) {
        this.hosts = hosts;
        this.directory = directory;
        this.farewell = farewell;
    }

    /** Completes when every room is let go; a room whose row could not be changed is left to the free lock. */
    public Future<Void> letGoOfRooms() {
        return Future.join(hosts.all().stream().map(this::letGo).toList()).mapEmpty();
    }

    private Future<Void> letGo(RoomHost host) {
        Promise<Void> done = Promise.promise();
        host.loop().execute(() -> whenWritten(host, 1, done));
        return done.future();
    }

    private void whenWritten(RoomHost host, int looks, Promise<Void> done) {
        if (!host.isWritten() && looks < MAX_LOOKS && !host.isStopped()) {
            Runnable _ = host.loop().after(LOOK_AGAIN_MS, () -> whenWritten(host, looks + 1, done));
            return;
        }
        host.freeze();
        host.loop().here(directory.release(host.room(), host.epoch())).onComplete(_ -> {
            farewell.accept(host);
            host.stop();
            done.complete();
        });
    }
}
