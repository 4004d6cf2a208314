package io.trashpong.harness.operators;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All objects of one overlay, and what rules ask of them. */
record Installation(List<Manifest> manifests) {

    Installation {
        manifests = List.copyOf(manifests);
    }

    Stream<Manifest> all(String kind) {
        return manifests.stream().filter(manifest -> manifest.kind().equals(kind));
    }

    Stream<Manifest> workloads() {
        return manifests.stream().filter(Manifest::isWorkload);
    }

    Optional<Manifest> find(String kind, String name) {
        return all(kind).filter(manifest -> manifest.name().equals(name)).findFirst();
    }

    /** Those whose pods a selector picks, with {@code matchLabels} and {@code matchExpressions} of the operator {@code In}. */
    List<Manifest> podsOf(JsonNode selector) {
        return manifests.stream()
                .filter(manifest -> !manifest.podLabels().isEmpty())
                .filter(manifest -> picks(selector, manifest.podLabels()))
                .toList();
    }

    private static boolean picks(JsonNode selector, Map<String, String> labels) {
        boolean byLabels = labels.entrySet()
                .containsAll(Manifest.strings(selector.path("matchLabels")).entrySet());
        return byLabels
                && Manifest.list(selector.path("matchExpressions")).stream().allMatch(expression -> {
                    String value = labels.get(expression.path("key").asText());
                    return expression.path("operator").asText().equals("In")
                            && Manifest.list(expression.path("values")).stream()
                                    .anyMatch(allowed -> allowed.asText().equals(value));
                });
    }
}
