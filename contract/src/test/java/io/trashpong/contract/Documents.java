package io.trashpong.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The documents of the checkout. */
final class Documents {
    /** Tests run in their module's folder. */
    static final Path FOLDER = Path.of("../docs");

    private static final YAMLMapper YAML = new YAMLMapper();

    private Documents() {}

    static JsonNode read(Path file) {
        try {
            return YAML.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("no document " + file, e);
        }
    }

    /** A key as a part of a JSON pointer (RFC 6901). */
    static String escape(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
