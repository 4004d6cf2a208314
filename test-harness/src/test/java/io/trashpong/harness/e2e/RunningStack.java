package io.trashpong.harness.e2e;

import static org.awaitility.Awaitility.await;

import io.trashpong.harness.client.SeatGrant;
import io.trashpong.harness.client.User;
import io.trashpong.harness.gateway.RelayChooser;
import io.trashpong.harness.stack.Stack;
import io.trashpong.harness.stack.StackOptions;
import io.trashpong.protocol.feed.RoomView;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One stack with two relays for all end-to-end tests of a run, started by the first that asks and stopped after the last. */
public final class RunningStack implements ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(RunningStack.class);

    private static final Duration WARM_WITHIN = Duration.ofSeconds(30);

    /** What a test sees of it. {@code relays} picks the relay that the gateway's next connection to a room goes to. */
    public record Site(Stack stack, NextRelay relays) implements AutoCloseable {
        URI url() {
            return stack.url();
        }

        URI relay(int index) {
            return stack.relays().get(index).address();
        }

        /** All tests have run: what they made the services write must hold no secret. */
        @Override
        public void close() {
            var logs = ServiceLogs.of(stack);
            stack.close();
            List<String> secrets = logs.secrets(List.of());
            if (!secrets.isEmpty()) {
                throw new AssertionError("secrets in the logs:\n" + String.join("\n", secrets));
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(Site.class);
    }

    @Override
    public Site resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent(Site.class, _ -> start(), Site.class);
    }

    private static Site start() {
        Path checkout = Path.of("..").toAbsolutePath().normalize();
        var relays = new NextRelay();
        var options =
                new StackOptions(checkout, Path.of("target/stack").toAbsolutePath(), 0, 2, true, List.of(), relays);
        var stack = new Stack(options, System.out::println);
        try {
            stack.start();
            warmUp(stack.url());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting", e);
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
        return new Site(stack, relays);
    }

    /** The first requests after a start load the services' classes; on a busy machine they may be told to come back. */
    private static void warmUp(URI url) {
        await().atMost(WARM_WITHIN).ignoreExceptions().until(() -> {
            try (User first = User.guest(url, "First");
                    User second = User.guest(url, "Second")) {
                SeatGrant grant =
                        first.createRoom(null, RoomView.Visibility.PRIVATE).orThrow();
                SeatGrant other =
                        second.takeSeat(grant.room().id(), grant.room().code()).orThrow();
                return other.seat() == 1;
            }
        });
    }

    /** Sends connections to the relay the test names; the others stand in when that one is down. */
    public static final class NextRelay implements RelayChooser {
        private volatile RelayChooser chooser = RelayChooser.roundRobin();

        void use(int relay) {
            chooser = relays -> RelayChooser.beginningWith(relay, relays);
        }

        /** Each connection goes to another relay than the one before, so that two who come at once are not on the same. */
        void alternate() {
            chooser = RelayChooser.roundRobin();
        }

        @Override
        public List<Integer> order(int relays) {
            return chooser.order(relays);
        }
    }
}
