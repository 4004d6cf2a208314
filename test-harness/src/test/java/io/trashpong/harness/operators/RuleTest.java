package io.trashpong.harness.operators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule fails on a production overlay with one thing broken. */
class RuleTest {
    private static final String POD = "/spec/template/spec";
    private static final String CONTAINER = POD + "/containers/0";

    private record Breakage(String object, String operation) {}

    @ParameterizedTest
    @EnumSource
    void a_rule_fails_on_an_overlay_that_breaks_it(Rule rule) {
        Breakage breakage = breakageOf(rule);
        Installation broken = broken(breakage);

        assertFalse(rule.violations(broken).isEmpty(), breakage + " passes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PODS_ARE_RESTRICTED | Deployment web-client | {op: remove, path:"
                        + " /spec/template/spec/containers/0/securityContext/capabilities}",
                "PODS_ARE_RESTRICTED | Deployment web-client | {op: replace, path:"
                        + " /spec/template/spec/securityContext/runAsUser, value: 0}",
                "IMAGES_ARE_PINNED | Deployment web-client | {op: replace, path:"
                        + " /spec/template/spec/containers/0/image, value: trashpong/web-client}",
                "RESOURCES_ARE_SET | Deployment web-client | {op: add, path:"
                        + " /spec/template/spec/containers/0/resources/limits/cpu, value: 1}",
                "PORTS_EXIST | Deployment auth-service | {op: replace, path:"
                        + " /spec/template/spec/containers/0/livenessProbe/httpGet/port, value: admin}",
                "PORTS_EXIST | NetworkPolicy scrape | {op: replace, path: /spec/ingress/0/ports/0/port, value: 9090}",
                "SELECTORS_PICK_PODS | PodDisruptionBudget lobby-service | {op: replace, path:"
                        + " /spec/selector/matchLabels, value: {app: lobby}}",
                "BACKENDS_EXIST | HTTPRoute to-https | {op: replace, path: /spec/parentRefs/0/sectionName, value: htp}",
                "NO_TOKENS | ServiceAccount trashpong | {op: remove, path: /automountServiceAccountToken}",
                "ROLLS_WITHOUT_A_GAP | Deployment auth-service | {op: replace, path: /spec/replicas, value: 1}",
                "VARIABLES_ARE_GIVEN | Deployment auth-service | {op: remove, path:"
                        + " /spec/template/spec/containers/0/env/0}",
            })
    void and_on_other_ways_to_break_it(Rule rule, String object, String operation) {
        assertFalse(rule.violations(broken(new Breakage(object, operation))).isEmpty());
    }

    private static Breakage breakageOf(Rule rule) {
        return switch (rule) {
            case SELECTORS_PICK_PODS -> relay("{op: replace, path: /spec/selector/matchLabels, value: {app: relay}}");
            case PORTS_EXIST ->
                new Breakage("Service web-client", "{op: replace, path: /spec/ports/0/targetPort, value: htp}");
            case BACKENDS_EXIST ->
                new Breakage("HTTPRoute trashpong", "{op: replace, path: /spec/rules/0/backendRefs/0/port, value: 80}");
            case PROBES_STAND_APART ->
                relay("{op: replace, path: " + CONTAINER + "/livenessProbe/httpGet/path, value: /q/health}");
            case VARIABLES_ARE_READ ->
                relay("{op: replace, path: " + CONTAINER + "/env/0/name, value: TRASHPONG_DB_USR}");
            case VARIABLES_ARE_GIVEN ->
                new Breakage("ConfigMap settings", "{op: remove, path: /data/TRASHPONG_ORIGINS}");
            case SECRETS_ARE_DOCUMENTED ->
                relay("{op: replace, path: " + CONTAINER + "/env/0/valueFrom/secretKeyRef/name, value: unheard-of}");
            case NO_SECRET_IN_SIGHT ->
                relay("{op: replace, path: " + CONTAINER
                        + "/env/1, value: {name: TRASHPONG_DB_PASSWORD, value: pong}}");
            case PODS_ARE_RESTRICTED ->
                relay("{op: replace, path: " + CONTAINER + "/securityContext/readOnlyRootFilesystem, value: false}");
            case NO_TOKENS -> relay("{op: remove, path: " + POD + "/automountServiceAccountToken}");
            case IMAGES_ARE_PINNED ->
                relay("{op: replace, path: " + CONTAINER + "/image, value: \"trashpong/game-relay-service:latest\"}");
            case RESOURCES_ARE_SET -> relay("{op: remove, path: " + CONTAINER + "/resources/requests/memory}");
            case GRACE_SUMS_HOLD -> relay("{op: replace, path: " + POD + "/terminationGracePeriodSeconds, value: 30}");
            case ROLLS_WITHOUT_A_GAP ->
                relay("{op: replace, path: /spec/strategy/rollingUpdate/maxUnavailable, value: 1}");
            case DISRUPTIONS_ARE_BUDGETED ->
                new Breakage(
                        "PodDisruptionBudget game-relay-service",
                        "{op: replace, path: /spec/maxUnavailable, value: 2}");
            case SCALES_DOWN_ONE_BY_ONE ->
                new Breakage(
                        "ScaledObject game-relay-service",
                        "{op: replace, path:"
                                + " /spec/advanced/horizontalPodAutoscalerConfig/behavior/scaleDown/policies/0/value,"
                                + " value: 3}");
            case CONNECTIONS_SUFFICE ->
                new Breakage(
                        "Cluster postgres",
                        "{op: replace, path: /spec/postgresql/parameters/max_connections, value: '300'}");
            case TRAFFIC_IS_DENIED_BY_DEFAULT ->
                new Breakage("NetworkPolicy default-deny", "{op: add, path: /spec/egress, value: [{}]}");
        };
    }

    private static Breakage relay(String operation) {
        return new Breakage("Deployment game-relay-service", operation);
    }

    private static Installation broken(Breakage breakage) {
        var manifests = new ArrayList<>(Overlay.PRODUCTION.render().manifests());
        JsonNode operations =
                Yaml.parse("[" + breakage.operation() + "]", breakage.object()).getFirst();
        List<Manifest> targets = manifests.stream()
                .filter(manifest -> manifest.toString().equals(breakage.object()))
                .toList();
        assertEquals(1, targets.size(), breakage.object() + " is not there");
        JsonPatch.apply(operations, targets.getFirst().tree());
        return new Installation(manifests);
    }
}
