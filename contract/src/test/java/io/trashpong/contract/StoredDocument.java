package io.trashpong.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * The document of a service as it is stored, {@code docs/openapi/<service>.yaml}, beside the one that the service was built
 * with. With {@value #WRITE} it is written anew; a difference in version control is then a change of the API.
 */
public final class StoredDocument {
    private static final String WRITE = "openapi.write";
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();
    /** Sets, whose order says nothing and is that of the class files. */
    private static final Set<String> UNORDERED = Set.of("required", "tags");

    private StoredDocument() {}

    /** @param built as JSON, from {@code /q/openapi?format=json} */
    public static void assertSame(String service, String built) {
        JsonNode now = sorted(parse(built));
        Path file = ExchangeCheck.file(service);
        if (Boolean.getBoolean(WRITE)) {
            write(file, now);
        }
        JsonNode stored = Files.exists(file) ? sorted(Documents.read(file)) : JsonNodeFactory.instance.objectNode();
        if (!stored.equals(now)) {
            throw new AssertionError(
                    file.normalize() + " is not what " + service + " does now: " + difference("", stored, now)
                            + ". If the change of the API is meant, write it anew and commit it: ./mvnw -pl " + service
                            + "-service -am test -Dtest=OpenApiTest -Dsurefire.failIfNoSpecifiedTests=false -D" + WRITE
                            + "=true");
        }
    }

    private static void write(Path file, JsonNode document) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file,
                    "# Written by the build from the service's own code; see docs/operations.md. Not to be edited.\n"
                            + YAML.writeValueAsString(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the service's document is no JSON: " + json, e);
        }
    }

    /** Members by name, so that the same API is the same text whichever way its classes were found. */
    private static JsonNode sorted(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                var sorted = JsonNodeFactory.instance.objectNode();
                object.properties().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .forEach(member -> sorted.set(member.getKey(), member(member.getKey(), member.getValue())));
                yield sorted;
            }
            case ArrayNode array -> {
                var sorted = JsonNodeFactory.instance.arrayNode();
                array.forEach(element -> sorted.add(sorted(element)));
                yield sorted;
            }
            default -> node;
        };
    }

    private static JsonNode member(String name, JsonNode value) {
        if (!UNORDERED.contains(name) || !(value instanceof ArrayNode names)) {
            return sorted(value);
        }
        List<JsonNode> ordered = StreamSupport.stream(names.spliterator(), false)
                .sorted(Comparator.comparing(JsonNode::toString))
                .toList();
        return JsonNodeFactory.instance.arrayNode().addAll(ordered);
    }

    /** The first place at which they differ. */
    private static String difference(String at, JsonNode stored, JsonNode now) {
        if (stored.isObject() && now.isObject()) {
            for (var member : now.properties()) {
                JsonNode before = stored.path(member.getKey());
                if (!before.equals(member.getValue())) {
                    return difference(at + "/" + member.getKey(), before, member.getValue());
                }
            }
            for (var member : stored.properties()) {
                if (!now.has(member.getKey())) {
                    return at + "/" + member.getKey() + " is gone";
                }
            }
        }
        return stored.isMissingNode() ? at + " is new" : at + " was " + stored + " and is " + now;
    }
}
