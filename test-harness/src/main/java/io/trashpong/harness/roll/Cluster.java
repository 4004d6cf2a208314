package io.trashpong.harness.roll;

import io.trashpong.harness.line.FaultProxy;
import io.trashpong.harness.stack.Fleet;
import io.trashpong.harness.stack.Progress;
import io.trashpong.harness.stack.Service;
import io.trashpong.harness.stack.ServiceProcess;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Replicas of the services, nginx in front, and what tells each who is there. */
final class Cluster implements AutoCloseable {
    private final RollPlan plan;
    private final Path folder;
    private final Progress progress;
    private final Fleet fleet;
    private final Rotation rotation = new Rotation();
    private final NameServer names;
    /** The address of auth as a service: lobbies and relays know nothing of its replicas. */
    private final FaultProxy auth;

    private final Map<String, String> environment = new HashMap<>();
    private @Nullable Nginx nginx;

    Cluster(RollPlan plan, Path folder, Progress progress) {
        this.plan = plan;
        this.folder = folder;
        this.progress = progress;
        fleet = new Fleet(folder, progress);
        names = NameServer.start(Map.of(
                "auth-service.test", () -> rotation.addresses(Service.AUTH),
                "lobby-service.test", () -> rotation.addresses(Service.LOBBY),
                "game-relay-service.test", () -> rotation.addresses(Service.RELAY)));
        auth = FaultProxy.open(() -> rotation.next(Service.AUTH));
    }

    /** @param port of nginx on the loopback interface */
    void start(int port) throws InterruptedException {
        fleet.start();
        environment.put("TRASHPONG_INTERNAL_SECRET", Fleet.secret());
        environment.put("TRASHPONG_BUS_SECRET", Fleet.secret());
        environment.put("TRASHPONG_AUTH_URL", auth.url().toString());
        environment.put("TRASHPONG_ORIGINS", "http://127.0.0.1:" + port);
        // Every bot is a guest, and all come from one address.
        environment.put("TRASHPONG_AUTH_GUESTS_PER_MINUTE", "1000000");
        launchAll();
        var known = Map.of(
                "TRASHPONG_RESOLVER", names.address(),
                "TRASHPONG_AUTH_ADDRESS", "auth-service.test:" + fleet.port(Service.AUTH),
                "TRASHPONG_LOBBY_ADDRESS", "lobby-service.test:" + fleet.port(Service.LOBBY),
                "TRASHPONG_RELAY_ADDRESS", "game-relay-service.test:" + fleet.port(Service.RELAY));
        nginx = Nginx.start(plan.to(), folder, port, known, progress);
        fleet.guard(nginx.handle());
    }

    URI url() {
        return nginx().url();
    }

    List<ServiceProcess> replicas(Service service) {
        return rotation.of(service);
    }

    /**
     * One more comes, then this one goes, in the order that a cluster's rolling update has with {@code maxSurge: 1}.
     *
     * @return whether it ended within its grace
     */
    boolean replace(Service service, ServiceProcess old) throws InterruptedException {
        rotation.add(service, fleet.launch(service, plan.to(), environment));
        rotation.remove(service, old);
        Thread.sleep(plan.leaving());
        return fleet.retire(old, plan.grace());
    }

    void reloadNginx() {
        nginx().reload();
    }

    Connection superuser() throws SQLException {
        return fleet.superuser();
    }

    @Override
    public void close() {
        if (nginx != null) {
            nginx.close();
        }
        fleet.close();
        auth.close();
        names.close();
    }

    private Nginx nginx() {
        return Objects.requireNonNull(nginx, "the cluster is not running");
    }

    /** All at once: they wait for each other where they have to. */
    private void launchAll() throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> starts = new ArrayList<>();
            for (Service service : Service.values()) {
                for (int i = 0; i < count(service); i++) {
                    starts.add(threads.submit(() -> {
                        rotation.add(service, fleet.launch(service, plan.from(), environment));
                        return null;
                    }));
                }
            }
            for (Future<?> start : starts) {
                start.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        }
    }

    private int count(Service service) {
        return switch (service) {
            case AUTH -> plan.auths();
            case LOBBY -> plan.lobbies();
            case RELAY -> plan.relays();
        };
    }
}
