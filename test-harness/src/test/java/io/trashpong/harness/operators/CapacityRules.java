package io.trashpong.harness.operators;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether Postgres takes in everybody who may come. */
final class CapacityRules {
    private static final ServiceFacts FACTS = new ServiceFacts();
    private static final Pattern ARGUMENT = Pattern.compile("max_connections=(\\d+)");
    /** For people, backups and Postgres's own. */
    private static final int SPARE_CONNECTIONS = 20;

    private CapacityRules() {}

    /** At the autoscaler's maximum, while one more of each service is there for a roll. */
    static Stream<String> connectionsSuffice(Installation installation) {
        int needed = SPARE_CONNECTIONS
                + installation
                        .all("Deployment")
                        .mapToInt(deployment -> (mostReplicas(installation, deployment) + 1)
                                * deployment.containers().stream()
                                        .mapToInt(container -> FACTS.connections(
                                                container.path("name").asText()))
                                        .sum())
                        .sum();
        OptionalInt given = maxConnections(installation);
        return given.isPresent() && given.getAsInt() >= needed
                ? Stream.empty()
                : Stream.of("Postgres has max_connections " + given + ", and up to " + needed + " are needed");
    }

    private static int mostReplicas(Installation installation, Manifest deployment) {
        return Stream.of("HorizontalPodAutoscaler", "ScaledObject")
                .flatMap(installation::all)
                .filter(scaler ->
                        scaler.at("/spec/scaleTargetRef/name").asText().equals(deployment.name()))
                .map(scaler -> scaler.at("/spec"))
                .mapToInt(spec -> Math.max(
                        spec.path("maxReplicas").asInt(),
                        spec.path("maxReplicaCount").asInt()))
                .findFirst()
                .orElse(deployment.at("/spec/replicas").asInt());
    }

    private static OptionalInt maxConnections(Installation installation) {
        Optional<JsonNode> cluster = installation
                .find("Cluster", "postgres")
                .map(found -> found.at("/spec/postgresql/parameters/max_connections"));
        if (cluster.isPresent()) {
            return OptionalInt.of(cluster.get().asInt());
        }
        return installation
                .all("StatefulSet")
                .flatMap(set -> set.containers().stream())
                .flatMap(container -> Manifest.list(container.path("args")).stream())
                .map(argument -> ARGUMENT.matcher(argument.asText()))
                .filter(argument -> argument.matches())
                .mapToInt(argument -> Integer.parseInt(argument.group(1)))
                .findFirst();
    }
}
