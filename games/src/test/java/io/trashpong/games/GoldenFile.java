package io.trashpong.games;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A file of {@code games/golden}. After a wanted change of the rules {@code -Dgolden.write=true} writes them anew; the README
 * there has the command.
 */
public record GoldenFile(String name) {
    private static final Path FOLDER = Path.of("golden");
    private static final ObjectMapper JSON = new ObjectMapper();

    public static boolean isToBeWritten() {
        return Boolean.getBoolean("golden.write");
    }

    /** Fails unless the rules compute what is written here. */
    public void check(ArrayNode computed) throws IOException {
        if (isToBeWritten()) {
            write(oneEntryALine(computed));
        }
        assertEquals(read(), JSON.readTree(computed.toString()));
    }

    public void write(String text) throws IOException {
        Files.writeString(FOLDER.resolve(name), text);
    }

    public JsonNode read() throws IOException {
        return JSON.readTree(FOLDER.resolve(name).toFile());
    }

    private static String oneEntryALine(ArrayNode entries) {
        return StreamSupport.stream(entries.spliterator(), false)
                .map(JsonNode::toString)
                .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }
}
