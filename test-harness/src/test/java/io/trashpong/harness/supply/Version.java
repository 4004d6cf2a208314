package io.trashpong.harness.supply;

import java.util.Arrays;
import java.util.List;

/** Numbers of a version, for comparing releases of one library; what follows the numbers ({@code .Final}) says nothing here. */
record Version(List<Integer> numbers) implements Comparable<Version> {
    Version {
        numbers = List.copyOf(numbers);
    }

    static Version parse(String text) {
        String digits = text.replaceFirst("[.-]?[A-Za-z].*", "");
        return new Version(
                Arrays.stream(digits.split("[.-]")).map(Integer::valueOf).toList());
    }

    @Override
    public int compareTo(Version other) {
        for (int i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
            int order = Integer.compare(at(i), other.at(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private int at(int index) {
        return index < numbers.size() ? numbers.get(index) : 0;
    }
}
