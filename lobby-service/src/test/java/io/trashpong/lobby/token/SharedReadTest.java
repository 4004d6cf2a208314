package io.trashpong.lobby.token;

import static org.junit.jupiter.api.Assertions.assertSame;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedReadTest {
    private static final int CALLERS = 4;

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
    }

    @Test
    void requests_that_wait_for_the_same_keys_each_go_on_in_their_own_context() throws Exception {
        var answer = new CompletableFuture<String>();
        var keys = new KeySet(() -> Uni.createFrom().completionStage(answer), System::nanoTime);
        var root = (ContextInternal) vertx.getOrCreateContext();
        List<Context> own = new ArrayList<>();
        List<CompletableFuture<Context>> wentOn = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            ContextInternal request = root.duplicate();
            var in = new CompletableFuture<Context>();
            own.add(request);
            wentOn.add(in);
            request.runOnContext(_ -> {
                var _ = keys.find("a")
                        .subscribe()
                        .with(_ -> in.complete(Vertx.currentContext()), in::completeExceptionally);
            });
        }

        root.runOnContext(_ -> answer.complete("{\"keys\":[]}"));

        for (int i = 0; i < CALLERS; i++) {
            assertSame(own.get(i), wentOn.get(i).get(5, TimeUnit.SECONDS));
        }
    }
}
