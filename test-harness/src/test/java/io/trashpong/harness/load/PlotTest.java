package io.trashpong.harness.load;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlotTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void a_run_becomes_one_svg_and_each_state_is_drawn() throws IOException {
        String without = draw(List.of());
        String with = draw(List.of(new Recorder.State("idle", 0)));

        assertTrue(without.contains("<svg"));
        assertTrue(with.length() > without.length());
    }

    private String draw(List<Recorder.State> states) throws IOException {
        Path file = folder.resolve("run.svg");
        Plot.write(file, List.of(mark(0), mark(1), mark(2)), states);
        return Files.readString(file);
    }

    private static Mark mark(int second) {
        return new Mark(second * 1_000_000_000L, second * 1_000L, second, second, 1_024, 2_048, second, second, 0);
    }
}
