package io.trashpong.harness.operators;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reading YAML strictly: a key that stands twice is an error. */
final class Yaml {
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Yaml() {}

    /** The documents of a file. */
    static List<JsonNode> read(Path file) {
        return parse(text(file), file.toString());
    }

    /** @param source named when it can't be parsed */
    static List<JsonNode> parse(String yaml, String source) {
        try (var parser = MAPPER.createParser(yaml);
                var documents = MAPPER.readValues(parser, JsonNode.class)) {
            return documents.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(source + ": " + e.getMessage(), e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
