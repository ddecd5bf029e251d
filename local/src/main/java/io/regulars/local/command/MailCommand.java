package io.regulars.local.command;

import io.regulars.local.Console;
import io.regulars.local.suite.MailCatcher;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the mail catcher by itself, for installations in containers. */
@Command(name = "mail", description = "Runs the mail catcher by itself.", sortOptions = false)
public final class MailCommand implements Runnable {
    private final Console console;

    @Option(names = "--host", defaultValue = "127.0.0.1", description = "Address to listen on (${DEFAULT-VALUE}).")
    private String host;

    @Option(names = "--smtp-port", defaultValue = "2525", description = "SMTP port (${DEFAULT-VALUE}).")
    private int smtpPort;

    @Option(names = "--mail-port", defaultValue = "8025", description = "Port of the page (${DEFAULT-VALUE}).")
    private int pagePort;

    public MailCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        try (MailCatcher catcher = new MailCatcher(host, smtpPort, pagePort)) {
            catcher.start();
            console.say("Catching mail on %s:%d, shown on port %d.", host, smtpPort, pagePort);
            new CountDownLatch(1).await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
