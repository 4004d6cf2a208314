package io.trashpong.harness.operators;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Stream;

/** What each pod is made of. */
final class PodRules {
    /** As Quarkus serves them on the management port. */
    private static final Map<String, String> PROBES = Map.of(
            "startupProbe", "/q/health/started",
            "livenessProbe", "/q/health/live",
            "readinessProbe", "/q/health/ready");

    private PodRules() {}

    /** Liveness must not ask what readiness asks: a slow database would end every replica at once. */
    static Stream<String> probesStandApart(Installation installation) {
        return containers(installation)
                .filter(container -> ServiceFacts.isService(container.name()))
                .flatMap(container -> PROBES.entrySet().stream()
                        .filter(probe -> {
                            JsonNode asked =
                                    container.tree().path(probe.getKey()).path("httpGet");
                            return !asked.path("path").asText().equals(probe.getValue())
                                    || !asked.path("port").asText().equals("management");
                        })
                        .map(probe -> container + " has no " + probe.getKey() + " at " + probe.getValue()
                                + " of the management port"));
    }

    /** The profile "restricted" of Kubernetes' Pod Security Standards, and a root that nobody writes to. */
    static Stream<String> podsAreRestricted(Installation installation) {
        Stream<String> pods = installation
                .workloads()
                .filter(pod -> !pod.podSpec()
                                .at("/securityContext/runAsNonRoot")
                                .asBoolean()
                        || pod.podSpec().at("/securityContext/runAsUser").asInt() == 0
                        || !pod.podSpec()
                                .at("/securityContext/seccompProfile/type")
                                .asText()
                                .equals("RuntimeDefault")
                        || pod.podSpec().path("hostNetwork").asBoolean()
                        || pod.podSpec().path("volumes").findValue("hostPath") != null)
                .map(pod -> pod + " is not restricted");
        Stream<String> containers = containers(installation)
                .filter(container -> {
                    JsonNode context = container.tree().path("securityContext");
                    return context.path("allowPrivilegeEscalation").asBoolean(true)
                            || !context.path("readOnlyRootFilesystem").asBoolean()
                            || !context.at("/capabilities/drop/0").asText().equals("ALL")
                            || context.at("/capabilities").has("add")
                            || context.path("privileged").asBoolean();
                })
                .map(container -> container + " is not restricted");
        return Stream.concat(pods, containers);
    }

    static Stream<String> noTokens(Installation installation) {
        return Stream.concat(
                        installation
                                .workloads()
                                .filter(pod -> pod.podSpec()
                                                .path("automountServiceAccountToken")
                                                .asBoolean(true)
                                        || pod.podSpec()
                                                .path("enableServiceLinks")
                                                .asBoolean(true)),
                        installation
                                .all("ServiceAccount")
                                .filter(account -> account.at("/automountServiceAccountToken")
                                        .asBoolean(true)))
                .map(manifest -> manifest + " hands out what its pods don't need");
    }

    static Stream<String> imagesArePinned(Installation installation) {
        return containers(installation)
                .filter(container -> {
                    String[] nameAndTag =
                            container.tree().path("image").asText().split(":", 2);
                    return nameAndTag.length < 2 || nameAndTag[1].isEmpty() || nameAndTag[1].equals("latest");
                })
                .map(container -> container + " takes whatever image is the newest");
    }

    /** No limit on the processor: a throttled relay would be late for every room at once. */
    static Stream<String> resourcesAreSet(Installation installation) {
        return containers(installation)
                .filter(container -> {
                    JsonNode resources = container.tree().path("resources");
                    return !resources.path("requests").has("cpu")
                            || !resources.path("requests").has("memory")
                            || !resources.path("limits").has("memory")
                            || resources.path("limits").has("cpu");
                })
                .map(container -> container + " does not ask for what it needs");
    }

    private record Container(Manifest pod, JsonNode tree) {
        String name() {
            return tree.path("name").asText();
        }

        @Override
        public String toString() {
            return pod + ", container " + name();
        }
    }

    private static Stream<Container> containers(Installation installation) {
        return installation.workloads().flatMap(pod -> pod.containers().stream().map(tree -> new Container(pod, tree)));
    }
}
