package io.trashpong.harness.roll;

import io.trashpong.harness.stack.Service;
import io.trashpong.harness.stack.ServiceProcess;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Which replicas of each service get new connections, as a cluster's endpoints say. Read by anybody, changed by who rolls. */
final class Rotation {
    private final Map<Service, List<ServiceProcess>> replicas = new EnumMap<>(Service.class);
    private final AtomicInteger next = new AtomicInteger();

    Rotation() {
        for (Service service : Service.values()) {
            replicas.put(service, new CopyOnWriteArrayList<>());
        }
    }

    void add(Service service, ServiceProcess replica) {
        list(service).add(replica);
    }

    void remove(Service service, ServiceProcess replica) {
        list(service).remove(replica);
    }

    List<ServiceProcess> of(Service service) {
        return List.copyOf(list(service));
    }

    /** Their addresses, without the port. */
    List<InetAddress> addresses(Service service) {
        return of(service).stream()
                .map(replica -> InetAddress.ofLiteral(replica.address().getHost()))
                .toList();
    }

    /** Each in its turn, as the address of a cluster's service leads to its pods. */
    InetSocketAddress next(Service service) {
        List<ServiceProcess> now = of(service);
        ServiceProcess chosen = now.get(Math.floorMod(next.getAndIncrement(), now.size()));
        return new InetSocketAddress(
                chosen.address().getHost(), chosen.address().getPort());
    }

    private List<ServiceProcess> list(Service service) {
        return Objects.requireNonNull(replicas.get(service));
    }
}
