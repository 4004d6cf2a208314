package io.trashpong.harness.stack;

import io.trashpong.harness.gateway.Gateway;
import io.trashpong.harness.gateway.Upstreams;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Postgres, auth, lobby, relays and the gateway, as an operator would run them, on this machine. {@link #start} returns when
 * all are ready; {@link #close} may be called at any time, from any thread, and leaves no process behind.
 */
public final class Stack implements AutoCloseable {
    private final StackOptions options;
    private final Progress progress;
    private final Teardown teardown = new Teardown();
    private @Nullable Running running;

    private record Running(
            ServiceProcess auth,
            List<ServiceProcess> lobbies,
            List<ServiceProcess> relays,
            Replicas replicas,
            Postgres postgres,
            DatabaseAccess relayDatabase,
            OrphanGuard guard,
            Gateway gateway) {
        Running {
            relays = new CopyOnWriteArrayList<>(relays);
        }
    }

    public Stack(StackOptions options, Progress progress) {
        this.options = options;
        this.progress = progress;
    }

    /** @throws StackFailure when it can't, with what to do; what was started is still to be closed */
    public void start() throws InterruptedException {
        StackFolder folder = teardown.open(() -> StackFolder.take(options.folder()));
        if (options.fresh()) {
            folder.dropPostgres();
        }
        int port = options.port() == 0 ? FreePorts.take(1).getFirst() : options.port();
        FreePorts.demand(port);
        OrphanGuard guard = teardown.open(OrphanGuard::start);

        long begin = System.nanoTime();
        Postgres postgres = teardown.open(() -> Postgres.start(folder));
        guard.watch(postgres.pid());
        progress.line(
                "%-9s %s  ready after %.1f s".formatted("postgres", postgres.url(), (System.nanoTime() - begin) / 1e9));
        Replicas replicas = teardown.open(() ->
                new Replicas(options.checkout(), options.profile(), options.recording(), folder, guard, progress));
        postgres.bootstrap(replicas.roles());
        ServiceRole relayRole = replicas.role(Service.RELAY);
        String busSecret = Secrets.random();
        var relayDatabase = new DatabaseAccess(postgres.url(), relayRole.user(), relayRole.password(), busSecret);

        Iterator<Integer> ports = FreePorts.take(2 * (1 + options.layout().lobbies() + options.relays()))
                .iterator();
        int authPort = ports.next();
        Map<String, String> shared = new HashMap<>(options.layout().environment());
        shared.put("TRASHPONG_INTERNAL_SECRET", Secrets.random());
        shared.put("TRASHPONG_AUTH_URL", "http://127.0.0.1:" + authPort);
        shared.put("TRASHPONG_ORIGINS", origins(port));
        LaunchOrder order = (service, name, own) -> {
            var environment = new HashMap<>(shared);
            if (service.isOnTheBus()) {
                environment.put("TRASHPONG_BUS_SECRET", busSecret);
            }
            environment.put(
                    "TRASHPONG_DB_URL", postgres.url(options.layout().database().portFor(name, postgres.port())));
            return replicas.launch(service, name, Endpoint.local(own, ports.next()), environment);
        };
        ServiceProcess auth = order.launch(Service.AUTH, "auth", authPort);
        List<ServiceProcess> lobbies = new ArrayList<>();
        for (int i = 1; i <= options.layout().lobbies(); i++) {
            lobbies.add(order.launch(Service.LOBBY, i == 1 ? "lobby" : "lobby-" + i, ports.next()));
        }
        List<ServiceProcess> relays = new ArrayList<>();
        for (int i = 1; i <= options.relays(); i++) {
            relays.add(order.launch(Service.RELAY, "relay-" + i, ports.next()));
        }
        replicas.awaitReady();

        var upstreams = new Upstreams(
                auth.address(),
                lobbies.getFirst().address(),
                relays.stream().map(ServiceProcess::address).toList());
        Gateway gateway = teardown.open(() -> Gateway.start(
                port, upstreams, options.chooser(), options.checkout().resolve("web-client")));
        running = new Running(auth, List.copyOf(lobbies), relays, replicas, postgres, relayDatabase, guard, gateway);
    }

    /** Starts one replica on its own port and management port. */
    @FunctionalInterface
    private interface LaunchOrder {
        ServiceProcess launch(Service service, String name, int port);
    }

    /** Where browsers go: {@code http://localhost:port}. */
    public URI url() {
        return running().gateway().url();
    }

    public ServiceProcess auth() {
        return running().auth();
    }

    public ServiceProcess lobby() {
        return lobbies().getFirst();
    }

    public List<ServiceProcess> lobbies() {
        return running().lobbies();
    }

    public List<ServiceProcess> relays() {
        return List.copyOf(running().relays());
    }

    /** Starts the relay of that index again, which has ended, with its address; does not wait until it is ready. */
    public ServiceProcess restartRelay(int index) {
        ServiceProcess ended = running().relays().get(index);
        ServiceProcess relay = running().replicas().relaunch(ended.name());
        running().relays().set(index, relay);
        return relay;
    }

    public Postgres postgres() {
        return running().postgres();
    }

    /** Starts Postgres again, which was killed. */
    public void restartPostgres() {
        running().guard().watch(running().postgres().revive().pid());
    }

    /** Of the server's first process, all others are its children. */
    public long postgresPid() {
        return running().postgres().pid();
    }

    /** As the relays have it, for another process on the bus. */
    public DatabaseAccess relayDatabase() {
        return running().relayDatabase();
    }

    /** Transactions that were committed in the database since it was made, this question's own included. */
    public long commits() {
        return running().postgres().commits();
    }

    /** {@code postgresql://127.0.0.1:port/postgres}. */
    String databaseUrl() {
        return running().postgres().url();
    }

    @Override
    public void close() {
        teardown.close();
    }

    private Running running() {
        if (running == null) {
            throw new IllegalStateException("the stack is not running");
        }
        return running;
    }

    private String origins(int port) {
        var origins = new ArrayList<>(List.of("http://localhost:" + port, "http://127.0.0.1:" + port));
        origins.addAll(options.origins());
        return String.join(",", origins);
    }
}
