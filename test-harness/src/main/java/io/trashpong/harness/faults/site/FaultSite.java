package io.trashpong.harness.faults.site;

import io.trashpong.harness.bot.Skill;
import io.trashpong.harness.faults.history.Ledger;
import io.trashpong.harness.gateway.RelayChooser;
import io.trashpong.harness.line.FaultProxy;
import io.trashpong.harness.line.Tap;
import io.trashpong.harness.stack.JvmProfile;
import io.trashpong.harness.stack.Layout;
import io.trashpong.harness.stack.Progress;
import io.trashpong.harness.stack.ServiceProcess;
import io.trashpong.harness.stack.Stack;
import io.trashpong.harness.stack.StackOptions;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A stack to break: two lobbies, three relays, and a line that can be disturbed between each relay and Postgres. */
public final class FaultSite implements AutoCloseable {
    public static final int RELAYS = 3;

    private static final int LOBBIES = 2;
    /** Every bot is a guest, and all come from one address. */
    private static final Map<String, String> ENVIRONMENT = Map.of("TRASHPONG_AUTH_GUESTS_PER_MINUTE", "1000000");

    private final Stack stack;
    private final AtomicBoolean started;
    private final Map<String, FaultProxy> lines;
    private final CommitCut commits;
    private final Vertx vertx = Vertx.vertx();
    private final SplittableRandom dice;
    private final AtomicInteger contests = new AtomicInteger();

    private FaultSite(Stack stack, AtomicBoolean started, Map<String, FaultProxy> lines, CommitCut commits, long seed) {
        this.stack = stack;
        this.started = started;
        this.lines = lines;
        this.commits = commits;
        dice = new SplittableRandom(seed);
    }

    /**
     * Does not start yet, so that {@link #close} can be arranged for before.
     *
     * @param checkout the folder with the built modules
     * @param folder an own folder for the database and the logs
     * @param seed of bots and the choice of relays
     */
    public static FaultSite in(Path checkout, Path folder, long seed, Progress progress) {
        var lines = new ConcurrentHashMap<String, FaultProxy>();
        var commits = new CommitCut();
        var started = new AtomicBoolean();
        var layout = new Layout(
                LOBBIES,
                (replica, port) -> lines.computeIfAbsent(replica, name -> FaultProxy.open(port, taps(name, commits)))
                        .port(),
                ENVIRONMENT);
        var options = new StackOptions(
                checkout,
                folder,
                0,
                RELAYS,
                true,
                List.of(),
                RelayChooser.roundRobin(),
                JvmProfile.SHARED,
                false,
                layout);
        // Processes are ended and started all the time; only the first start is news.
        Progress untilStarted = line -> {
            if (!started.get()) {
                progress.line(line);
            }
        };
        return new FaultSite(new Stack(options, untilStarted), started, lines, commits, seed);
    }

    private static Supplier<Tap> taps(String replica, CommitCut commits) {
        return replica.startsWith("relay") ? commits::tap : () -> Tap.NONE;
    }

    public void start() throws InterruptedException {
        stack.start();
        started.set(true);
    }

    public Stack stack() {
        return stack;
    }

    public Vertx vertx() {
        return vertx;
    }

    /** The gateway. */
    public URI url() {
        return stack.url();
    }

    public List<URI> relays() {
        return stack.relays().stream().map(ServiceProcess::address).toList();
    }

    /** What cuts the relays' connections to Postgres between COMMIT and answer. */
    public CommitCut commits() {
        return commits;
    }

    public synchronized SplittableRandom dice() {
        return dice.split();
    }

    /** A way to the relays that begins at {@code relay} and goes to another with every new connection. */
    public Route route(int relay) {
        return new Route(relays(), relay, dice());
    }

    /** Two bots in a public room of their own. */
    public Contest contest(Skill skill, Supplier<URI> left, Supplier<URI> right) {
        String title = "Court " + contests.incrementAndGet();
        return Contest.open(vertx, url(), title, skill, left, right, dice());
    }

    /** What the lobby has in the database. */
    public LobbyBooks books() {
        return new LobbyBooks(this);
    }

    public Backends backends() {
        return new Backends(this);
    }

    /** What the database knows of matches now. */
    public Ledger ledger() throws SQLException {
        return Ledger.read(stack.postgres().superuser());
    }

    /** Starts the relay of that index again, which has ended, and waits until it is ready. */
    public void reviveRelay(int index) throws InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            stack.restartRelay(index).awaitReady(http);
        }
    }

    @Override
    public void close() {
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
        } catch (Exception e) {
            System.err.println("While stopping the clients: " + e);
        }
        // A process that stands still does not hear that it should end.
        if (started.get()) {
            Signal.CONT.send(stack.relays().stream().map(ServiceProcess::handle).toList());
            Signal.CONT.send(stack.postgres().processes());
        }
        stack.close();
        lines.values().forEach(FaultProxy::close);
    }
}
