package io.trashpong.protocol.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** The environment of one service, held against what the service reads, before anything is started. */
public final class Environment {
    /** {@code EX_CONFIG} of sysexits.h: how a service ends whose environment is not as it must be. */
    public static final int EXIT_CONFIG = 78;

    private static final String OURS = "TRASHPONG_";
    /** {@code NAME_FILE} names the file with the value of {@code NAME}; the image's start reads it. */
    private static final String FILE = "_FILE";
    /** Read by the image's start. */
    private static final String OF_THE_IMAGE = "TRASHPONG_AOT";

    private final Map<String, String> variables;
    private final Function<String, Optional<String>> property;

    /** @param property of that name, which stands in for a variable: {@code trashpong.db.url} */
    Environment(Map<String, String> variables, Function<String, Optional<String>> property) {
        this.variables = new TreeMap<>(variables);
        this.property = property;
    }

    /** Of this process. */
    public static Environment ofProcess() {
        return new Environment(System.getenv(), name -> Optional.ofNullable(System.getProperty(name)));
    }

    /** A sentence for each variable that is missing or wrong; empty when the service can start. */
    public List<String> faults(Variable.Reader reader) {
        return Stream.of(Variable.values())
                .filter(variable -> variable.isReadBy(reader))
                .flatMap(variable -> variable.fault(find(variable)).stream())
                .toList();
    }

    /** A sentence for each name that looks like ours and is none, most often for a slip of the pen; the service can start. */
    public List<String> strangers() {
        var strangers = new ArrayList<String>();
        for (String name : variables.keySet()) {
            if (name.startsWith(OURS) && !isKnown(name)) {
                strangers.add(name + " is set, and no service reads it.");
            }
        }
        return strangers;
    }

    /** What is set, by the variable or by its property. */
    private Optional<String> find(Variable variable) {
        return Optional.ofNullable(variables.get(variable.name()))
                .or(() ->
                        property.apply(variable.name().toLowerCase(Locale.ROOT).replace('_', '.')));
    }

    /** @throws IllegalStateException when it is not set, of which {@link #faults} has told */
    public String get(Variable variable) {
        return find(variable).orElseThrow(() -> new IllegalStateException(variable + " is not set"));
    }

    private static boolean isKnown(String name) {
        return name.equals(OF_THE_IMAGE)
                || Stream.of(Variable.values())
                        .map(Enum::name)
                        .anyMatch(known -> known.equals(name) || name.equals(known + FILE));
    }
}
