package io.regulars.local.command;

import io.regulars.local.Console;
import io.regulars.local.infrastructure.Secrets;
import io.regulars.local.suite.SuiteOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Mints a token for a person of the staff or for a system. */
@Command(name = "token", description = "Mints a token for staff or for a system.", sortOptions = false)
public final class TokenCommand implements Runnable {
    private final Console console;

    @Option(
            names = "--role",
            required = true,
            split = ",",
            paramLabel = "ROLE",
            description = "support, support-adjust, marketing, analyst, dpo, ops, admin, service; several with commas.")
    private List<String> roles;

    @Option(names = "--subject", paramLabel = "NAME", description = "Who it is for (${DEFAULT-VALUE}).")
    private String subject = System.getProperty("user.name");

    @Option(
            names = "--ttl",
            defaultValue = "PT8H",
            paramLabel = "DURATION",
            description = "How long it holds (${DEFAULT-VALUE}).")
    private Duration ttl;

    @Option(names = "--data", paramLabel = "DIR", description = "The installation's data directory (~/.regulars).")
    private Path data = SuiteOptions.usualData();

    public TokenCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        Secrets secrets = new Secrets(SuiteOptions.in(data).secrets());
        secrets.create();
        console.say(OperatorToken.signedWith(secrets).mint(subject, roles, ttl));
    }
}
