package io.trashpong.harness.stack;

import io.trashpong.harness.gateway.RelayChooser;
import java.nio.file.Path;
import java.util.List;

/**
 * What a stack is to be.
 *
 * @param checkout the folder with the built modules and the web client
 * @param folder what is kept from run to run
 * @param port of the gateway; 0 lets the operating system choose
 * @param relays replicas of the relay, 1 to {@value #MOST_RELAYS}
 * @param fresh begin with an empty database
 * @param origins further origins that browsers may come from, besides localhost
 * @param chooser which relay a room's connection goes to
 * @param profile how the services' JVMs are set up
 * @param recording whether its stop may take some seconds more to keep what makes the next start quicker
 * @param layout what stands where
 */
public record StackOptions(
        Path checkout,
        Path folder,
        int port,
        int relays,
        boolean fresh,
        List<String> origins,
        RelayChooser chooser,
        JvmProfile profile,
        boolean recording,
        Layout layout) {
    public static final int MOST_RELAYS = 16;

    /** With JVMs that share a small machine, and a prompt stop. */
    public StackOptions(
            Path checkout,
            Path folder,
            int port,
            int relays,
            boolean fresh,
            List<String> origins,
            RelayChooser chooser) {
        this(checkout, folder, port, relays, fresh, origins, chooser, JvmProfile.SHARED, false);
    }

    /** As {@code trashpong up} lays it out. */
    public StackOptions(
            Path checkout,
            Path folder,
            int port,
            int relays,
            boolean fresh,
            List<String> origins,
            RelayChooser chooser,
            JvmProfile profile,
            boolean recording) {
        this(checkout, folder, port, relays, fresh, origins, chooser, profile, recording, Layout.STANDARD);
    }

    public StackOptions {
        origins = List.copyOf(origins);
        if (port < 0 || port > 65_535) {
            throw new StackFailure("--port must be a port, 1 to 65535.");
        }
        if (relays < 1 || relays > MOST_RELAYS) {
            throw new StackFailure("--relays must be 1 to " + MOST_RELAYS + ".");
        }
    }
}
