package io.trashpong.harness.stack;

import java.util.List;

/** How a service's JVM is set up. */
public enum JvmProfile {
    /** Many share a small machine: little memory each, no collector threads, and no time spent on optimising. */
    SHARED,
    /** As operators run it on a machine of its own: with both compilers, still one collector thread. */
    DEDICATED;

    List<String> options() {
        return switch (this) {
            case SHARED -> List.of("-Xms24m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
            case DEDICATED -> List.of("-Xms64m", "-Xmx512m", "-XX:+UseSerialGC");
        };
    }
}
