package io.trashpong.harness.stack;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Postgres, and replicas of the services as a cluster has them: each at an address of its own in the loopback network, all of a
 * service at the same port, coming and going one by one. Who finds them is the matter of others. Linux only: elsewhere the
 * loopback network has one address.
 */
public final class Fleet implements AutoCloseable {
    private static final Duration PROBE_CONNECT = Duration.ofSeconds(1);

    private final Path folder;
    private final Progress progress;
    private final Teardown teardown = new Teardown();
    private final Map<Service, Network> networks = new EnumMap<>(Service.class);
    private final Map<Service, Integer> launched = new ConcurrentHashMap<>();
    private @Nullable Running running;

    private record Network(String prefix, int port, int managementPort) {
        Endpoint endpoint(int number) {
            return new Endpoint(prefix + number, port, managementPort);
        }
    }

    private record Running(Postgres postgres, Replicas replicas, OrphanGuard guard) {}

    /** @param folder an own one, for the database and the logs */
    public Fleet(Path folder, Progress progress) {
        this.folder = folder;
        this.progress = progress;
        Iterator<Integer> free = FreePorts.take(2 * Service.values().length).iterator();
        int next = 1;
        for (Service service : Service.values()) {
            networks.put(service, new Network("127.0." + next++ + ".", free.next(), free.next()));
        }
    }

    /** Starts Postgres with an empty database, and no service yet. */
    public void start() {
        StackFolder kept = teardown.open(() -> StackFolder.take(folder));
        kept.dropPostgres();
        OrphanGuard guard = teardown.open(OrphanGuard::start);
        Postgres postgres = teardown.open(() -> Postgres.start(kept));
        guard.watch(postgres.pid());
        Replicas replicas = teardown.open(() -> new Replicas(folder, JvmProfile.SHARED, false, kept, guard, progress));
        postgres.bootstrap(replicas.roles());
        running = new Running(postgres, replicas, guard);
    }

    /**
     * Starts one more replica and waits until it is ready.
     *
     * @param version the checkout in which it is built
     * @param environment besides the way to the database
     */
    public ServiceProcess launch(Service service, Path version, Map<String, String> environment)
            throws InterruptedException {
        int number = launched.merge(service, 1, Integer::sum);
        var endpoint = network(service).endpoint(number);
        var all = new HashMap<>(environment);
        all.put("TRASHPONG_DB_URL", running().postgres().url());
        ServiceProcess replica =
                running().replicas().launch(service, version, service.word() + "-" + number, endpoint, all);
        try (var http = HttpClient.newBuilder().connectTimeout(PROBE_CONNECT).build()) {
            replica.awaitReady(http);
        }
        return replica;
    }

    /** Asks it to end, and kills it when its grace is over. @return whether it ended by itself */
    public boolean retire(ServiceProcess replica, Duration grace) throws InterruptedException {
        return running().replicas().retire(replica, grace);
    }

    /** Ends that process too when this one is killed without a chance to do it. */
    public void guard(ProcessHandle process) {
        running().guard().watch(process.pid());
    }

    /** Such as services share. */
    public static String secret() {
        return Secrets.random();
    }

    /** A port of the loopback interface that is free now. */
    public static int freePort() {
        return FreePorts.take(1).getFirst();
    }

    /** Of all replicas of that service. */
    public int port(Service service) {
        return network(service).port();
    }

    /** A connection that may do everything. */
    public Connection superuser() throws SQLException {
        return running().postgres().superuser();
    }

    @Override
    public void close() {
        teardown.close();
    }

    private Network network(Service service) {
        return Objects.requireNonNull(networks.get(service));
    }

    private Running running() {
        if (running == null) {
            throw new IllegalStateException("the fleet is not running");
        }
        return running;
    }
}
