package io.trashpong.harness;

import io.trashpong.harness.bot.BotCommand;
import io.trashpong.harness.bot.FairnessCommand;
import io.trashpong.harness.client.UnreachableException;
import io.trashpong.harness.faults.FaultsCommand;
import io.trashpong.harness.load.LoadCommand;
import io.trashpong.harness.roll.RollCommand;
import io.trashpong.harness.stack.StackFailure;
import io.trashpong.harness.stack.UpCommand;
import io.trashpong.harness.terminal.PlayCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What {@code ./trashpong} starts once everything is built. */
@Command(
        name = "trashpong",
        description = "Real-time Pong in the browser on plain Postgres.",
        mixinStandardHelpOptions = true,
        subcommands = {
            UpCommand.class,
            PlayCommand.class,
            BotCommand.class,
            FairnessCommand.class,
            FaultsCommand.class,
            LoadCommand.class,
            RollCommand.class
        })
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        // The embedded Postgres logs through slf4j; without a provider, which is meant, slf4j would say so on every
        // start.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.exit(new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Main::explain)
                .execute(arguments));
    }

    /** A failure with a sentence is shown as that sentence; anything else is a bug and keeps its trace. */
    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        if (failure instanceof StackFailure || failure instanceof UnreachableException) {
            command.getErr().println(failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw failure;
    }
}
