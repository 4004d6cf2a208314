package io.trashpong.games.tictactoe;

import io.trashpong.games.GoldenFile;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The committed golden files are what these rules compute. */
class GoldenVectorsTest {
    @Test
    void games_go_as_written() throws IOException {
        new GoldenFile("tictactoe-games.json").check(GoldenVectors.games());
    }

    @Test
    void all_positions_have_the_checksums_written() throws IOException {
        new GoldenFile("tictactoe-positions.json").check(GoldenVectors.positions());
    }
}
