package io.trashpong.relay.host;

import io.trashpong.protocol.RoomId;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** One event loop; all that belongs to one room happens on one of them. */
public final class RoomLoop {
    private final Vertx vertx;
    private final Context context;

    private RoomLoop(Vertx vertx, Context context) {
        this.vertx = vertx;
        this.context = context;
    }

    /** Runs it on this loop: at once when that is where the caller is. */
    public void execute(Runnable task) {
        if (context.equals(Vertx.currentContext())) {
            task.run();
        } else {
            context.runOnContext(_ -> task.run());
        }
    }

    /** @return cancels it */
    public Runnable after(long millis, Runnable task) {
        long timer = vertx.setTimer(Math.max(1, millis), _ -> execute(task));
        return () -> {
            boolean _ = vertx.cancelTimer(timer);
        };
    }

    /** Passes a result on to this loop. */
    public <T> Future<T> here(Future<T> future) {
        Promise<T> promise = Promise.promise();
        future.onComplete(result -> execute(() -> promise.handle(result)));
        return promise.future();
    }

    /** The loops of one replica; a room's is found by its id. */
    public static final class Group {
        private final List<RoomLoop> loops;

        private Group(List<RoomLoop> loops) {
            this.loops = List.copyOf(loops);
        }

        public static Future<Group> start(Vertx vertx, int size) {
            var loops = new CopyOnWriteArrayList<RoomLoop>();
            return vertx.deployVerticle(
                            () -> new AbstractVerticle() {
                                @Override
                                public void start() {
                                    boolean _ = loops.add(new RoomLoop(vertx, context));
                                }
                            },
                            new DeploymentOptions().setInstances(size))
                    .map(_ -> new Group(loops));
        }

        public RoomLoop of(RoomId room) {
            return loops.get(Math.floorMod(room.hashCode(), loops.size()));
        }
    }
}
