package io.regulars.local.command;

import io.regulars.local.Console;
import io.regulars.local.infrastructure.Databases;
import io.regulars.local.infrastructure.Secrets;
import io.regulars.local.infrastructure.Topics;
import io.regulars.local.suite.ServiceName;
import io.regulars.local.suite.SuiteOptions;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** Prepares a PostgreSQL and a Kafka that run elsewhere: databases, topics and keys; doing it again changes nothing. */
@Command(name = "setup", description = "Makes databases, topics and keys on servers named by REGULARS_* variables.")
public final class SetupCommand implements Runnable {
    private final Console console;
    private final Map<String, String> environment = System.getenv();

    public SetupCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        secrets();
        String password = value("REGULARS_DB_PASSWORD", "regulars");
        new Databases(
                        value("REGULARS_DB_HOST", "localhost"),
                        number("REGULARS_DB_PORT", 5433),
                        value("REGULARS_DB_ADMIN_USER", "postgres"),
                        value("REGULARS_DB_ADMIN_PASSWORD", "regulars"),
                        new Databases.Passwords(password, value("REGULARS_DB_OWNER_PASSWORD", password)))
                .create();
        new Topics(number("REGULARS_PARTITIONS", 12), number("REGULARS_REPLICATION", 1))
                .create(value("REGULARS_KAFKA", "localhost:9093"));
        console.say("Databases, topics and keys are in place.");
    }

    private void secrets() {
        String usual = SuiteOptions.usualData().resolve("secrets").toString();
        Secrets secrets = new Secrets(Path.of(value("REGULARS_SECRETS", usual)));
        secrets.create();
        String keys = value("REGULARS_KEYS", "");
        List<String> services =
                Arrays.stream(ServiceName.values()).map(ServiceName::key).toList();
        if (!keys.isEmpty()) secrets.handOut(Path.of(keys), services);
    }

    private String value(String name, String otherwise) {
        String given = environment.get(name);
        return given == null || given.isBlank() ? otherwise : given;
    }

    private int number(String name, int otherwise) {
        return Integer.parseInt(value(name, Integer.toString(otherwise)));
    }
}
