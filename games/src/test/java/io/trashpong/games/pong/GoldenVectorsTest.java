package io.trashpong.games.pong;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.trashpong.games.GoldenFile;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The committed golden files are what these rules compute. */
class GoldenVectorsTest {
    private static final int BLOCKS_WRITTEN = 100;
    private static final int RALLIES = Integer.getInteger("trashpong.rallies", 100_000);

    @Test
    void legs_are_as_written() throws IOException {
        new GoldenFile("legs.json").check(GoldenVectors.legs());
    }

    @Test
    void paddles_are_as_written() throws IOException {
        new GoldenFile("paddles.json").check(GoldenVectors.paddles());
    }

    @Test
    void verdicts_are_as_written() throws IOException {
        new GoldenFile("verdicts.json").check(GoldenVectors.verdicts());
    }

    @Test
    void serves_are_as_written() throws IOException {
        new GoldenFile("serves.json").check(GoldenVectors.serves());
    }

    @Test
    void matches_go_as_written() throws IOException {
        new GoldenFile("matches.json").check(GoldenVectors.matches());
    }

    @Test
    void random_rallies_have_the_checksums_written() throws IOException {
        var file = new GoldenFile("rallies.json");
        if (GoldenFile.isToBeWritten()) {
            file.write(GoldenVectors.rallies(BLOCKS_WRITTEN) + "\n");
        }
        JsonNode written = file.read().get("checksums");
        int blocks = Math.ceilDiv(RALLIES, RandomRallies.RALLIES_PER_BLOCK);
        for (int block = 0; block < blocks; block++) {
            assertEquals(written.path(block).asInt(), RandomRallies.checksumOf(block), "block " + block);
        }
    }
}
