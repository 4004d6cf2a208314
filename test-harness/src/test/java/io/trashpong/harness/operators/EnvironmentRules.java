package io.trashpong.harness.operators;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What containers are told, against what the services read by {@code docs/protocol.md}. */
final class EnvironmentRules {
    private static final ServiceFacts FACTS = new ServiceFacts();
    private static final Pattern SECRET_WORD = Pattern.compile("PASSWORD|SECRET|TOKEN");
    private static final String RUNBOOK = Yaml.text(Path.of("../docs/operations.md"));

    private EnvironmentRules() {}

    /** Settings that several containers share may be read by any of them; what stands at one container, by that one. */
    static Stream<String> variablesAreRead(Installation installation) {
        Stream<String> own = installation
                .workloads()
                .flatMap(pod -> pod.containers().stream()
                        .flatMap(container -> Manifest.list(container.path("env")).stream()
                                .map(variable -> variable.path("name").asText())
                                .filter(name -> name.startsWith("TRASHPONG_")
                                        || ServiceFacts.isService(
                                                container.path("name").asText()))
                                .filter(name ->
                                        !FACTS.reads(container.path("name").asText(), name))
                                .map(name -> pod + " is told " + name + ", which it does not read")));
        Stream<String> shared = installation
                .all("ConfigMap")
                .flatMap(map -> Manifest.strings(map.at("/data")).keySet().stream()
                        .filter(name -> name.startsWith("TRASHPONG_"))
                        .filter(name ->
                                Stream.of("auth", "lobby", "relay").noneMatch(service -> FACTS.reads(service, name)))
                        .map(name -> map + " says " + name + ", which no service reads"));
        return Stream.concat(own, shared);
    }

    static Stream<String> variablesAreGiven(Installation installation) {
        return installation
                .workloads()
                .flatMap(pod -> pod.containers().stream().flatMap(container -> {
                    Set<String> missing =
                            new TreeSet<>(FACTS.required(container.path("name").asText()));
                    missing.removeAll(given(installation, container));
                    return missing.stream().map(name -> pod + " is not told " + name);
                }));
    }

    /** No overlay makes secrets, so the runbook must say which to make, and with which keys. */
    static Stream<String> secretsAreDocumented(Installation installation) {
        return installation
                .workloads()
                .flatMap(pod -> pod.tree().findValues("secretKeyRef").stream()
                        .map(reference -> reference.path("name").asText())
                        .filter(name ->
                                !RUNBOOK.contains("secret generic " + name) && !RUNBOOK.contains("`" + name + "`"))
                        .map(name -> pod + " needs the secret " + name + ", which docs/operations.md does not name"));
    }

    static Stream<String> noSecretInSight(Installation installation) {
        Stream<String> objects = installation.all("Secret").map(secret -> secret + " stands in the repository");
        Stream<String> values = installation
                .workloads()
                .flatMap(pod -> pod.containers().stream()
                        .flatMap(container -> Manifest.list(container.path("env")).stream())
                        .filter(variable -> variable.has("value")
                                && SECRET_WORD
                                        .matcher(variable.path("name").asText())
                                        .find())
                        .map(variable -> pod + " has " + variable.path("name") + " in plain sight"));
        return Stream.concat(objects, values);
    }

    private static Set<String> given(Installation installation, JsonNode container) {
        var given = new TreeSet<String>();
        Manifest.list(container.path("env"))
                .forEach(variable -> given.add(variable.path("name").asText()));
        for (JsonNode source : container.path("envFrom")) {
            installation
                    .find("ConfigMap", source.at("/configMapRef/name").asText())
                    .ifPresent(map ->
                            given.addAll(Manifest.strings(map.at("/data")).keySet()));
        }
        return given;
    }
}
