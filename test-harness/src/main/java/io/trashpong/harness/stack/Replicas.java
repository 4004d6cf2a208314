package io.trashpong.harness.stack;

import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The running services: started side by side, watched, and stopped side by side. */
final class Replicas implements AutoCloseable {
    private static final Duration PROBE_CONNECT = Duration.ofSeconds(1);

    private final Path checkout;
    private final StackFolder folder;
    private final OrphanGuard guard;
    private final Progress progress;
    private final Map<Service, ServiceRole> roles = new EnumMap<>(Service.class);
    private final Set<Service> archiving = EnumSet.noneOf(Service.class);
    private final List<ServiceProcess> started = new ArrayList<>();
    private boolean closed;

    Replicas(Path checkout, StackFolder folder, OrphanGuard guard, Progress progress) {
        this.checkout = checkout;
        this.folder = folder;
        this.guard = guard;
        this.progress = progress;
        for (Service service : Service.values()) {
            roles.put(service, ServiceRole.of(service.word()));
        }
    }

    /** The roles that the services will log in with. */
    List<ServiceRole> roles() {
        return List.copyOf(roles.values());
    }

    /** Starts a replica and does not wait; it gets its own role and the shared {@code environment}. */
    synchronized ServiceProcess launch(
            Service service, String name, int port, int managementPort, Map<String, String> environment) {
        if (closed) {
            throw new StackFailure("stopped while starting");
        }
        ServiceRole role = Objects.requireNonNull(roles.get(service));
        var own = new HashMap<>(environment);
        own.put("TRASHPONG_DB_USER", role.user());
        own.put("TRASHPONG_DB_PASSWORD", role.password());
        ServiceProcess replica = ServiceProcess.start(
                name,
                service.application(checkout),
                port,
                managementPort,
                own,
                classArchive(service),
                folder.log(name));
        started.add(replica);
        guard.watch(replica.handle().pid());
        var _ = replica.handle().onExit().thenAccept(ended -> noteEnd(replica));
        return replica;
    }

    /** @throws StackFailure of the first that does not become ready */
    void awaitReady() throws InterruptedException {
        long begin = System.nanoTime();
        try (var http = HttpClient.newBuilder().connectTimeout(PROBE_CONNECT).build();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> waits = new ArrayList<>();
            for (ServiceProcess replica : all()) {
                waits.add(threads.submit(() -> {
                    replica.awaitReady(http);
                    progress.line("%-9s %s  ready after %.1f s"
                            .formatted(replica.name(), replica.address(), (System.nanoTime() - begin) / 1e9));
                    return replica;
                }));
            }
            try {
                for (Future<?> wait : waits) {
                    wait.get();
                }
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw e.getCause() instanceof StackFailure failure
                        ? failure
                        : new StackFailure("A service can't be watched: " + e.getCause(), e);
            }
        }
    }

    @Override
    public void close() {
        List<ServiceProcess> ending;
        synchronized (this) {
            closed = true;
            ending = List.copyOf(started);
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            ending.forEach(replica -> threads.execute(replica::close));
        }
    }

    /**
     * The first replica of a service writes the archive when it ends, if there is none that fits the jars; the next start loads
     * its classes from there.
     */
    private List<String> classArchive(Service service) {
        Path archive = folder.classArchive(service.word());
        String file = "-XX:SharedArchiveFile=" + archive;
        if (archiving.add(service)) {
            return List.of(file, "-XX:+AutoCreateSharedArchive", "-Xlog:cds*=off");
        }
        // A JVM that is told of an archive that is not there would do without the JDK's own too.
        return Files.exists(archive) ? List.of(file) : List.of();
    }

    private synchronized List<ServiceProcess> all() {
        return List.copyOf(started);
    }

    private void noteEnd(ServiceProcess replica) {
        guard.forget(replica.handle().pid());
        boolean unasked;
        synchronized (this) {
            unasked = !closed;
        }
        if (unasked) {
            progress.line(replica.name() + " has ended; the others go on. Its log: " + replica.log());
        }
    }
}
