package io.trashpong.harness.operators;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;

/** What keeps matches going while replicas come and go. */
final class RollingRules {
    private static final ServiceFacts FACTS = new ServiceFacts();
    /** Between the end of the drain and the kill. */
    private static final int SPARE_SECONDS = 20;

    private static final int DOWN_EVERY_SECONDS = 300;

    private RollingRules() {}

    /** preStop, then the service's own time to end, then 20 s: neither killed midway nor waited for in vain. */
    static Stream<String> graceSumsHold(Installation installation) {
        return installation
                .all("Deployment")
                .flatMap(deployment -> deployment.containers().stream()
                        .map(container ->
                                container.at("/lifecycle/preStop/sleep/seconds").asInt()
                                        + FACTS.endsWithinSeconds(
                                                container.path("name").asText())
                                        + SPARE_SECONDS)
                        .filter(sum -> sum
                                != deployment
                                        .podSpec()
                                        .path("terminationGracePeriodSeconds")
                                        .asInt())
                        .map(sum -> deployment + " needs a grace of " + sum + " s"));
    }

    static Stream<String> rollsWithoutAGap(Installation installation) {
        return installation
                .all("Deployment")
                .filter(deployment -> {
                    JsonNode rolling = deployment.at("/spec/strategy/rollingUpdate");
                    boolean sleeps = deployment.containers().stream()
                            .allMatch(container -> container
                                            .at("/lifecycle/preStop/sleep/seconds")
                                            .asInt()
                                    > 0);
                    return rolling.path("maxSurge").asInt() != 1
                            || rolling.path("maxUnavailable").asInt(-1) != 0
                            || deployment.at("/spec/replicas").asInt(2) < 2
                            || !sleeps;
                })
                .map(deployment -> deployment + " leaves a gap when it rolls");
    }

    static Stream<String> disruptionsAreBudgeted(Installation installation) {
        return installation
                .all("Deployment")
                .filter(deployment -> installation
                        .all("PodDisruptionBudget")
                        .noneMatch(budget ->
                                installation.podsOf(budget.at("/spec/selector")).contains(deployment)
                                        && budget.at("/spec/maxUnavailable").asInt() == 1))
                .map(deployment -> deployment + " may lose all its pods at once");
    }

    static Stream<String> scalesDownOneByOne(Installation installation) {
        Stream<JsonNode> plain = installation.all("HorizontalPodAutoscaler").map(scaler -> scaler.at("/spec"));
        Stream<JsonNode> keda = installation.all("ScaledObject").map(scaler -> scaler.at("/spec"));
        return Stream.concat(plain, keda).flatMap(spec -> {
            JsonNode scaleDown = spec.findPath("scaleDown");
            JsonNode policy = scaleDown.at("/policies/0");
            boolean slow = policy.path("type").asText().equals("Pods")
                    && policy.path("value").asInt() == 1
                    && policy.path("periodSeconds").asInt() >= DOWN_EVERY_SECONDS;
            String target = spec.at("/scaleTargetRef/name").asText();
            boolean found = installation
                    .find("Deployment", target)
                    .filter(deployment -> deployment.at("/spec/replicas").isMissingNode())
                    .isPresent();
            return slow && found
                    ? Stream.empty()
                    : Stream.of("the autoscaler of " + target + " takes pods away too fast, or fights with replicas");
        });
    }
}
