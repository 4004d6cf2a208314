package io.trashpong.harness.terminal;

import io.trashpong.harness.client.Site;
import io.trashpong.harness.client.Trust;
import io.trashpong.harness.terminal.command.Word;
import io.trashpong.harness.terminal.scene.Completion;
import io.trashpong.harness.terminal.scene.Scene;
import io.trashpong.harness.terminal.view.Line;
import io.trashpong.harness.terminal.view.PlainText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.DumbTerminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code trashpong play}: accounts, invitations and tic-tac-toe in lines of text. */
@Command(
        name = "play",
        mixinStandardHelpOptions = true,
        description = "Play at this terminal. Commands may be piped in, one a line, passwords on lines of their own.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything went well",
            "1:nothing answers there, or a command that was piped in was refused",
            "2:an option is wrong"
        })
public final class PlayCommand implements Callable<Integer> {
    @Option(
            names = "--url",
            defaultValue = "http://localhost:8080",
            description = "Where Trashpong is, http or https (default: ${DEFAULT-VALUE}).")
    private URI url = URI.create("http://localhost:8080");

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "For https: the certificates (PEM) to believe instead of this machine's.")
    private @Nullable Path authorities;

    @Option(
            names = "--history",
            paramLabel = "FILE",
            defaultValue = ".trashpong/play-history",
            description = "Where typed commands are kept, passwords never (default: ${DEFAULT-VALUE}).")
    private Path history = Path.of(".trashpong", "play-history");

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!("http".equals(url.getScheme()) || "https".equals(url.getScheme())) || url.getHost() == null) {
            throw new CommandLine.ParameterException(
                    spec().commandLine(), "--url must be an address such as https://trashpong.example");
        }
        var trust = new Trust(authorities);
        try {
            Site.demand(url, trust);
        } catch (UncheckedIOException e) {
            spec().commandLine().getErr().println(e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        Scenery scenery = new Scenery();
        try (Console console = open(scenery);
                Stage stage = new Stage(url, trust, console)) {
            scenery.stage = stage;
            if (console.isInteractive()) {
                console.say(Line.news("Trashpong at " + url + ". 'adduser NAME' makes an account, 'login NAME' logs in,"
                        + " 'guest NAME' plays at once; 'help' lists the rest."));
            }
            boolean everythingDone = new Shell(stage, console).run();
            return everythingDone || console.isInteractive() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        }
    }

    private CommandLine.Model.CommandSpec spec() {
        return Objects.requireNonNull(spec);
    }

    private Console open(Supplier<Optional<Scene>> scene) throws IOException {
        Terminal terminal = TerminalBuilder.builder()
                .system(true)
                .dumb(true)
                .encoding(StandardCharsets.UTF_8)
                .build();
        if (terminal instanceof DumbTerminal) {
            return new PipedConsole(
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                    new PrintStream(System.out, true, StandardCharsets.UTF_8));
        }
        return new TerminalConsole(terminal, history, completer(scene), System.getenv("NO_COLOR") == null);
    }

    private static Completer completer(Supplier<Optional<Scene>> scene) {
        return (_, line, candidates) -> {
            List<String> words = line.wordIndex() == 0
                    ? Completion.words()
                    : Word.find(line.words().getFirst())
                            .map(word -> Completion.argumentsOf(word, scene.get()))
                            .orElse(List.of());
            words.forEach(word -> candidates.add(new Candidate(PlainText.of(word))));
        };
    }

    /** The stage needs the console, and the console's completion what is on the stage. */
    private static final class Scenery implements Supplier<Optional<Scene>> {
        private volatile @Nullable Stage stage;

        @Override
        public Optional<Scene> get() {
            Stage now = stage;
            return now == null ? Optional.empty() : now.scene();
        }
    }
}
