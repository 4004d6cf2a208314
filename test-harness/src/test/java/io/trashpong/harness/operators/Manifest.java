package io.trashpong.harness.operators;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One object for the cluster, as a tree that patches change. */
record Manifest(ObjectNode tree) {
    private static final Set<String> WORKLOADS = Set.of("Deployment", "StatefulSet", "Job");

    String kind() {
        return tree.path("kind").asText();
    }

    String name() {
        return tree.at("/metadata/name").asText();
    }

    /** Of whose type it is: {@code apps/v1/Deployment}. */
    String type() {
        return tree.path("apiVersion").asText() + "/" + kind();
    }

    JsonNode at(String pointer) {
        return tree.at(JsonPointer.compile(pointer));
    }

    /** Whether it makes pods by a template of its own. */
    boolean isWorkload() {
        return WORKLOADS.contains(kind());
    }

    JsonNode podSpec() {
        return at("/spec/template/spec");
    }

    List<JsonNode> containers() {
        return list(podSpec().path("containers"));
    }

    /** The labels of the pods it makes. A Postgres cluster's are made by its operator. */
    Map<String, String> podLabels() {
        return kind().equals("Cluster")
                ? Map.of("cnpg.io/cluster", name())
                : strings(at("/spec/template/metadata/labels"));
    }

    static List<JsonNode> list(JsonNode node) {
        var list = new ArrayList<JsonNode>();
        node.forEach(list::add);
        return list;
    }

    static Map<String, String> strings(JsonNode node) {
        var strings = new TreeMap<String, String>();
        node.properties()
                .forEach(entry -> strings.put(entry.getKey(), entry.getValue().asText()));
        return strings;
    }

    @Override
    public String toString() {
        return kind() + " " + name();
    }
}
