package io.regulars.local;

import io.regulars.local.command.BenchCommand;
import io.regulars.local.command.ChaosCommand;
import io.regulars.local.command.CheckCommand;
import io.regulars.local.command.DemoCommand;
import io.regulars.local.command.DoctorCommand;
import io.regulars.local.command.MailCommand;
import io.regulars.local.command.ReplayCommand;
import io.regulars.local.command.SetupCommand;
import io.regulars.local.command.StopCommand;
import io.regulars.local.command.TokenCommand;
import io.regulars.local.command.UpCommand;
import io.regulars.local.process.NotStarted;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command line: {@code ./regulars <command>}. */
@Command(
        name = "regulars",
        description = "Customers, loyalty and engagement for a retailer, on this machine.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            BenchCommand.class,
            ReplayCommand.class,
            CheckCommand.class,
            ChaosCommand.class,
            StopCommand.class,
            DoctorCommand.class,
            TokenCommand.class,
            SetupCommand.class,
            MailCommand.class,
            HelpCommand.class
        })
public final class Regulars {
    private Regulars() {}

    public static void main(String[] arguments) {
        System.exit(run(Console.terminal(), arguments));
    }

    static int run(Console console, String... arguments) {
        CommandLine line = new CommandLine(new Regulars(), new WithConsole(console));
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (!(failure instanceof NotStarted)) throw failure;
            console.say(failure.getMessage());
            return 1;
        });
        return line.execute(arguments.length == 0 ? new String[] {"help"} : arguments);
    }
}
