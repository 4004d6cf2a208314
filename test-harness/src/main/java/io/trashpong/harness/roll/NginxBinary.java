package io.trashpong.harness.roll;

import io.trashpong.harness.stack.Progress;
import io.trashpong.harness.stack.StackFailure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** An nginx to run: that of {@code NGINX_BIN} or of the usual folders; where there is none, Debian's is installed when that is allowed. */
final class NginxBinary {
    /** Its package starts it as a server of the whole machine where there is systemd; nobody asked for that. */
    private static final String INSTALL = "apt-get update -qq && apt-get install -y -qq --no-install-recommends nginx"
            + " && { [ ! -d /run/systemd/system ] || systemctl disable -q --now nginx; }";

    private NginxBinary() {}

    /** @throws StackFailure when there is none and none can be installed */
    static Path find(Progress progress) {
        return found().or(() -> installed(progress))
                .orElseThrow(() -> new StackFailure(
                        "There is no nginx here. Install it (Debian: apt install nginx) or name it by NGINX_BIN."));
    }

    private static Optional<Path> found() {
        Stream<Path> named = Stream.ofNullable(System.getenv("NGINX_BIN")).map(Path::of);
        Stream<Path> usual = Stream.of((System.getenv("PATH") + ":/usr/sbin:/usr/local/sbin").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "nginx"));
        return Stream.concat(named, usual).filter(Files::isExecutable).findFirst();
    }

    private static Optional<Path> installed(Progress progress) {
        if (!isRoot() || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            return Optional.empty();
        }
        progress.line("no nginx here; installing Debian's: apt-get install -y nginx");
        try {
            var install = new ProcessBuilder("/bin/sh", "-c", INSTALL)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return install.waitFor() == 0 ? found() : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }
}
