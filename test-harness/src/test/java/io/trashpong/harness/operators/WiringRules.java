package io.trashpong.harness.operators;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What refers to something refers to something that is there. */
final class WiringRules {
    private WiringRules() {}

    static Stream<String> selectorsPickPods(Installation installation) {
        return installation.manifests().stream()
                .flatMap(manifest -> selectors(manifest).stream()
                        .filter(selector -> installation.podsOf(selector).isEmpty())
                        .map(selector -> manifest + " selects no pods with " + selector));
    }

    static Stream<String> portsExist(Installation installation) {
        Stream<String> ofServices = installation
                .all("Service")
                .flatMap(service -> Manifest.list(service.at("/spec/ports")).stream()
                        .map(port -> port.path("targetPort"))
                        .filter(port -> installation.podsOf(matchLabels(service)).stream()
                                .noneMatch(pods -> hasPort(pods, port)))
                        .map(port -> service + " leads to the port " + port + ", which its pods don't have"));
        Stream<String> ofProbes = installation
                .workloads()
                .flatMap(pods -> pods.containers().stream()
                        .flatMap(container -> Stream.of("startupProbe", "livenessProbe", "readinessProbe")
                                .map(probe ->
                                        container.path(probe).path("httpGet").path("port"))
                                .filter(port -> !port.isMissingNode() && !hasPort(pods, port))
                                .map(port -> pods + " is probed at the port " + port + ", which it does not have")));
        Stream<String> ofPolicies = installation
                .all("NetworkPolicy")
                .flatMap(policy -> Manifest.list(policy.at("/spec/ingress")).stream()
                        .flatMap(rule -> Manifest.list(rule.path("ports")).stream())
                        .map(port -> port.path("port"))
                        .filter(port -> installation.podsOf(policy.at("/spec/podSelector")).stream()
                                .noneMatch(pods -> !pods.isWorkload() || hasPort(pods, port)))
                        .map(port -> policy + " opens the port " + port + ", which its pods don't have"));
        return Stream.of(ofServices, ofProbes, ofPolicies).flatMap(ports -> ports);
    }

    static Stream<String> backendsExist(Installation installation) {
        Stream<String> ofRoutes = installation
                .all("HTTPRoute")
                .flatMap(route -> Manifest.list(route.at("/spec/rules")).stream()
                        .flatMap(rule -> Manifest.list(rule.path("backendRefs")).stream())
                        .filter(backend -> !serves(installation, backend.path("name"), backend.path("port")))
                        .map(backend -> route + " leads to " + backend + ", which is not there"));
        Stream<String> ofParents = installation
                .all("HTTPRoute")
                .flatMap(route -> Manifest.list(route.at("/spec/parentRefs")).stream()
                        .filter(parent -> installation
                                .find("Gateway", parent.path("name").asText())
                                .filter(gateway -> hasListener(gateway, parent))
                                .isEmpty())
                        .map(parent -> route + " hangs at " + parent + ", which is not there"));
        Stream<String> ofIngresses = installation
                .all("Ingress")
                .flatMap(ingress -> ingress.tree().findValues("service").stream()
                        .filter(service -> !serves(installation, service.path("name"), service.at("/port/name")))
                        .map(service -> ingress + " leads to " + service + ", which is not there"));
        return Stream.of(ofRoutes, ofParents, ofIngresses).flatMap(backends -> backends);
    }

    static Stream<String> trafficIsDeniedByDefault(Installation installation) {
        boolean denied = installation
                .all("NetworkPolicy")
                .map(policy -> policy.tree().path("spec"))
                .anyMatch(spec -> spec.path("podSelector").isEmpty()
                        && spec.path("policyTypes").size() == 2
                        && !spec.has("ingress")
                        && !spec.has("egress"));
        return denied ? Stream.empty() : Stream.of("no policy denies what no other allows");
    }

    private static List<JsonNode> selectors(Manifest manifest) {
        var selectors = new ArrayList<JsonNode>();
        switch (manifest.kind()) {
            case "Service" -> selectors.add(matchLabels(manifest));
            case "Deployment", "StatefulSet", "PodDisruptionBudget", "PodMonitor" ->
                selectors.add(manifest.at("/spec/selector"));
            case "NetworkPolicy" -> {
                selectors.addAll(manifest.tree().findValues("podSelector"));
                selectors.removeIf(JsonNode::isEmpty);
            }
            default -> {}
        }
        return selectors;
    }

    private static JsonNode matchLabels(Manifest service) {
        return service.tree().objectNode().set("matchLabels", service.at("/spec/selector"));
    }

    private static boolean hasPort(Manifest pods, JsonNode port) {
        return pods.containers().stream()
                .flatMap(container -> Manifest.list(container.path("ports")).stream())
                .anyMatch(own ->
                        own.path(port.isTextual() ? "name" : "containerPort").equals(port));
    }

    private static boolean hasListener(Manifest gateway, JsonNode parent) {
        return !parent.has("sectionName")
                || Manifest.list(gateway.at("/spec/listeners")).stream()
                        .anyMatch(listener -> listener.path("name").equals(parent.path("sectionName")));
    }

    private static boolean serves(Installation installation, JsonNode name, JsonNode port) {
        Optional<Manifest> service = installation.find("Service", name.asText());
        return service.stream()
                .flatMap(found -> Manifest.list(found.at("/spec/ports")).stream())
                .anyMatch(own -> own.path(port.isTextual() ? "name" : "port").equals(port));
    }
}
