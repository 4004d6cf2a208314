package io.trashpong.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The schemas within one document, by JSON Schema 2020-12 as OpenAPI 3.1 has it too, each found by its JSON pointer. */
final class Schemas {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BASE = "urn:trashpong:document";

    private final SchemaRegistry registry;
    private final Map<String, Schema> byPointer = new ConcurrentHashMap<>();

    Schemas(JsonNode document) {
        registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(BASE, document.toString())));
    }

    /** What is wrong with {@code value} by the schema at {@code pointer}; nothing when all is well. */
    List<String> faults(String pointer, JsonNode value) {
        return byPointer
                .computeIfAbsent(pointer, at -> registry.getSchema(SchemaLocation.of(BASE + "#" + at)))
                .validate(value)
                .stream()
                .map(Error::toString)
                .toList();
    }

    /** As {@link #faults(String, JsonNode)} of a JSON text. */
    List<String> faults(String pointer, String json) {
        try {
            JsonNode value = JSON.readTree(json);
            return value.isMissingNode() ? List.of("no JSON, but nothing") : faults(pointer, value);
        } catch (JsonProcessingException e) {
            return List.of("no JSON");
        }
    }
}
