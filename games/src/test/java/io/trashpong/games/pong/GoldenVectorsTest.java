package io.trashpong.games.pong;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * The committed golden files are what these rules compute. After a wanted change of the rules {@code -Dgolden.write=true}
 * writes them anew; games/golden/README.md has the command.
 */
class GoldenVectorsTest {
    private static final Path GOLDEN = Path.of("golden");
    private static final int BLOCKS_WRITTEN = 100;
    private static final int RALLIES = Integer.getInteger("trashpong.rallies", 100_000);

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void legs_are_as_written() throws IOException {
        check("legs.json", GoldenVectors.legs());
    }

    @Test
    void paddles_are_as_written() throws IOException {
        check("paddles.json", GoldenVectors.paddles());
    }

    @Test
    void verdicts_are_as_written() throws IOException {
        check("verdicts.json", GoldenVectors.verdicts());
    }

    @Test
    void serves_are_as_written() throws IOException {
        check("serves.json", GoldenVectors.serves());
    }

    @Test
    void matches_go_as_written() throws IOException {
        check("matches.json", GoldenVectors.matches());
    }

    @Test
    void random_rallies_have_the_checksums_written() throws IOException {
        Path file = GOLDEN.resolve("rallies.json");
        if (Boolean.getBoolean("golden.write")) {
            ObjectNode all = GoldenVectors.rallies(BLOCKS_WRITTEN);
            Files.writeString(file, json.writeValueAsString(all) + "\n");
        }
        JsonNode written = json.readTree(file.toFile()).get("checksums");
        int blocks = Math.ceilDiv(RALLIES, RandomRallies.RALLIES_PER_BLOCK);
        for (int block = 0; block < blocks; block++) {
            assertEquals(written.path(block).asInt(), RandomRallies.checksumOf(block), "block " + block);
        }
    }

    private void check(String name, ArrayNode computed) throws IOException {
        Path file = GOLDEN.resolve(name);
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(file, oneEntryALine(computed));
        }
        assertEquals(json.readTree(file.toFile()), json.readTree(computed.toString()));
    }

    private static String oneEntryALine(ArrayNode entries) {
        return StreamSupport.stream(entries.spliterator(), false)
                .map(JsonNode::toString)
                .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }
}
