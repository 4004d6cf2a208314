package io.trashpong.harness.stack;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
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
    private final JvmProfile profile;
    private final boolean recording;
    private final StackFolder folder;
    private final OrphanGuard guard;
    private final Progress progress;
    private final Map<Service, ServiceRole> roles = new EnumMap<>(Service.class);
    private final Set<Service> recorded = EnumSet.noneOf(Service.class);
    private final List<ServiceProcess> started = new ArrayList<>();
    private final Set<ServiceProcess> retired = new HashSet<>();
    private final Map<String, Recipe> recipes = new HashMap<>();
    private boolean closed;

    /** How a replica was started, to start it so again. */
    private record Recipe(Service service, Path checkout, Endpoint endpoint, Map<String, String> environment) {}

    Replicas(
            Path checkout,
            JvmProfile profile,
            boolean recording,
            StackFolder folder,
            OrphanGuard guard,
            Progress progress) {
        this.checkout = checkout;
        this.profile = profile;
        this.recording = recording;
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

    ServiceRole role(Service service) {
        return Objects.requireNonNull(roles.get(service));
    }

    /** Starts a replica and does not wait; it gets its own role and the shared {@code environment}. */
    ServiceProcess launch(Service service, String name, Endpoint endpoint, Map<String, String> environment) {
        return launch(service, checkout, name, endpoint, environment);
    }

    /** The same, as it is built in another checkout: another version. */
    synchronized ServiceProcess launch(
            Service service, Path version, String name, Endpoint endpoint, Map<String, String> environment) {
        ServiceRole role = role(service);
        var own = new HashMap<>(environment);
        own.put("TRASHPONG_DB_USER", role.user());
        own.put("TRASHPONG_DB_PASSWORD", role.password());
        var recipe = new Recipe(service, version, endpoint, own);
        recipes.put(name, recipe);
        folder.dropLog(name);
        return launch(name, recipe);
    }

    /** Starts a replica that has ended as it was started before, and does not wait. */
    synchronized ServiceProcess relaunch(String name) {
        started.removeIf(replica -> replica.name().equals(name));
        return launch(name, Objects.requireNonNull(recipes.get(name)));
    }

    private ServiceProcess launch(String name, Recipe recipe) {
        if (closed) {
            throw new StackFailure("stopped while starting");
        }
        ServiceProcess replica = ServiceProcess.start(
                name,
                recipe.service().application(recipe.checkout()),
                recipe.endpoint(),
                recipe.environment(),
                profile,
                recording && recorded.add(recipe.service()),
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
        if (ending.stream()
                .anyMatch(replica -> replica.records() && replica.handle().isAlive())) {
            progress.line("stopping, and keeping what the services have loaded so that the next start is quicker");
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            ending.forEach(replica -> threads.execute(replica::close));
        }
    }

    /** Ends a replica for good, as an orchestrator does: asked first, killed past its grace. @return whether it ended by itself */
    boolean retire(ServiceProcess replica, Duration grace) throws InterruptedException {
        synchronized (this) {
            boolean _ = started.remove(replica);
            boolean _ = retired.add(replica);
        }
        return ProcessEnd.of(replica.handle(), grace);
    }

    private synchronized List<ServiceProcess> all() {
        return List.copyOf(started);
    }

    private void noteEnd(ServiceProcess replica) {
        guard.forget(replica.handle().pid());
        boolean unasked;
        synchronized (this) {
            unasked = !closed && !retired.remove(replica);
        }
        if (unasked) {
            progress.line(replica.name() + " has ended; the others go on. Its log: " + replica.log());
        }
    }
}
