package io.trashpong.harness.operators;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The fields that we use of types which operators of others add to a cluster, by their published schemas. */
final class CustomTypes {
    private static final Map<String, Class<?>> TYPES =
            Map.of("keda.sh/v1alpha1/ScaledObject", ScaledObject.class, "postgresql.cnpg.io/v1/Cluster", Cluster.class);
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private CustomTypes() {}

    record Metadata(String name, String namespace) {}

    /** KEDA's {@code keda.sh/v1alpha1}. */
    record ScaledObject(String apiVersion, String kind, Metadata metadata, ScaledObject.Spec spec) {
        record Spec(
                Map<String, String> scaleTargetRef,
                int minReplicaCount,
                int maxReplicaCount,
                int pollingInterval,
                Fallback fallback,
                Advanced advanced,
                List<Trigger> triggers) {}

        record Fallback(int failureThreshold, int replicas, String behavior) {}

        record Advanced(AutoscalerConfig horizontalPodAutoscalerConfig) {}

        record AutoscalerConfig(JsonNode behavior) {}

        record Trigger(String type, String metricType, Map<String, String> metadata) {}
    }

    /** CloudNativePG's {@code postgresql.cnpg.io/v1}. */
    record Cluster(String apiVersion, String kind, Metadata metadata, Cluster.Spec spec) {
        record Spec(
                int instances,
                Map<String, String> imageCatalogRef,
                String primaryUpdateStrategy,
                Map<String, String> storage,
                Postgresql postgresql,
                Bootstrap bootstrap,
                Managed managed,
                Map<String, String> affinity,
                Map<String, Map<String, String>> resources) {}

        record Postgresql(Map<String, String> parameters, Synchronous synchronous) {}

        record Synchronous(String method, int number, String dataDurability) {}

        record Bootstrap(InitDb initdb) {}

        record InitDb(
                String database, String owner, Map<String, List<Map<String, String>>> postInitApplicationSQLRefs) {}

        record Managed(List<Role> roles) {}

        record Role(String name, boolean login, List<String> inRoles, Map<String, String> passwordSecret) {}
    }

    static Set<String> known() {
        return TYPES.keySet();
    }

    static Optional<String> fault(Manifest manifest) {
        try {
            var _ = STRICT.treeToValue(manifest.tree(), TYPES.get(manifest.type()));
            return Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.of(manifest + ": " + e.getOriginalMessage());
        }
    }
}
