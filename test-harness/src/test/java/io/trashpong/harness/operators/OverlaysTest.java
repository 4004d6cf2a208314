package io.trashpong.harness.operators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OverlaysTest {
    @ParameterizedTest
    @EnumSource
    void an_overlay_renders_and_every_object_is_one_of_its_type(Overlay overlay) {
        List<Manifest> manifests = overlay.render().manifests();

        assertFalse(manifests.isEmpty());
        assertEquals(
                List.of(),
                manifests.stream()
                        .map(ApiTypes::fault)
                        .flatMap(Optional::stream)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void an_overlay_holds_every_rule(Overlay overlay) {
        Installation installation = overlay.render();

        assertEquals(
                List.of(),
                Arrays.stream(Rule.values())
                        .flatMap(rule -> rule.violations(installation).stream())
                        .toList());
    }

    @Test
    void a_field_that_the_api_does_not_know_is_found() {
        Manifest relay = Overlay.PRODUCTION
                .render()
                .find("Deployment", "game-relay-service")
                .orElseThrow();
        ((ObjectNode) relay.podSpec()).put("terminationGracePeriod", 40);

        assertTrue(ApiTypes.fault(relay).orElseThrow().contains("terminationGracePeriod"));
    }

    @Test
    void a_field_that_an_operator_of_others_does_not_know_is_found() {
        Manifest scaler = Overlay.PRODUCTION
                .render()
                .find("ScaledObject", "game-relay-service")
                .orElseThrow();
        scaler.tree().withObject("/spec").put("maxReplicas", 40);

        assertTrue(ApiTypes.fault(scaler).orElseThrow().contains("maxReplicas"));
    }

    @Test
    void the_bootstrap_of_the_database_is_that_of_the_bus() {
        assertEquals(
                Yaml.text(Overlay.CHECKOUT.resolve("pg-bus/src/main/resources/db/bootstrap.sql")),
                Yaml.text(Overlay.CHECKOUT.resolve("k8s/base/bootstrap.sql")));
    }
}
