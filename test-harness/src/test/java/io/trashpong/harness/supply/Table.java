package io.trashpong.harness.supply;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A table of one of our documents. */
final class Table {
    private Table() {}

    /** The cells of each row under the heading {@code heading}, the head and its line left out; code marks removed. */
    static List<List<String>> rows(Path document, String heading) {
        try {
            return Files.readAllLines(document).stream()
                    .dropWhile(line -> !line.equals(heading))
                    .skip(1)
                    .takeWhile(line -> !line.startsWith("#"))
                    .filter(line -> line.startsWith("|"))
                    .skip(2)
                    .map(line -> line.substring(1, line.length() - 1))
                    .map(line -> Arrays.stream(line.split("\\|", -1))
                            .map(cell -> cell.replace("`", "").strip())
                            .toList())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
