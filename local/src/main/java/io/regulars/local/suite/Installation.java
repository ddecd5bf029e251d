package io.regulars.local.suite;

import io.regulars.local.process.NotStarted;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Properties;
import java.util.TreeSet;

/** What holds for everything in a data directory: chosen when it is first used, and kept there for whoever comes next. */
record Installation(int partitions, String currency, String zone) {
    private static final Installation USUAL = new Installation(12, "USD", "UTC");

    /** What was kept, or what is usual where nothing was yet. */
    static Installation in(Path data) {
        Properties kept = new Properties();
        try (Reader reader = Files.newBufferedReader(file(data))) {
            kept.load(reader);
        } catch (NoSuchFileException nothingYet) {
            return USUAL;
        } catch (IOException unreadable) {
            throw new NotStarted("The installation's settings cannot be read: " + unreadable.getMessage());
        }
        return new Installation(
                Integer.parseInt(kept.getProperty("partitions")),
                kept.getProperty("currency"),
                kept.getProperty("zone"));
    }

    /** The first choice is kept; another one is refused, for what is stored was reckoned with the first. */
    void keepIn(Path data) {
        if (Files.exists(file(data))) refuseOtherThan(in(data), data);
        else write(data);
    }

    private void refuseOtherThan(Installation kept, Path data) {
        Properties ours = told();
        Properties theirs = kept.told();
        for (String name : new TreeSet<>(ours.stringPropertyNames())) {
            if (ours.get(name).equals(theirs.get(name))) continue;
            throw new NotStarted("The installation in %s was made with --%s %s, which is fixed; choose another folder "
                            .formatted(data, name, theirs.get(name))
                    + "with --data for --%s %s.".formatted(name, ours.get(name)));
        }
    }

    private void write(Path data) {
        refuseUnknown();
        try {
            Files.createDirectories(data);
            try (Writer writer = Files.newBufferedWriter(file(data))) {
                told().store(writer, null);
            }
        } catch (IOException refused) {
            throw new NotStarted("Nothing can be written to " + data + "; choose another folder with --data.");
        }
    }

    private void refuseUnknown() {
        try {
            Currency.getInstance(currency);
            ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw new NotStarted(zone + " is no time zone; one is written like Europe/London.");
        } catch (IllegalArgumentException unknown) {
            throw new NotStarted(currency + " is no currency; one is written like EUR (ISO 4217).");
        }
    }

    private Properties told() {
        Properties told = new Properties();
        told.setProperty("partitions", "" + partitions);
        told.setProperty("currency", currency);
        told.setProperty("zone", zone);
        return told;
    }

    private static Path file(Path data) {
        return data.resolve("installation.properties");
    }
}
