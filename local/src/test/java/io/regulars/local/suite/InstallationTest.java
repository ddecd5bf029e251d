package io.regulars.local.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.local.Console;
import io.regulars.local.check.CheckOptions;
import io.regulars.local.process.NotStarted;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class InstallationTest {
    @TempDir
    Path data;

    @Test
    void what_was_chosen_first_holds_for_whoever_comes_next() {
        SuiteOptions first = options("--currency", "EUR", "--zone", "Europe/Berlin", "--partitions", "6");
        first.installation().keepIn(data);

        CheckOptions checked = CheckOptions.of(options());

        assertEquals("EUR", checked.currency());
        assertEquals("Europe/Berlin", checked.zone());
        assertEquals(6, options().partitions());
        assertEquals("Asia/Tokyo", options("--zone", "Asia/Tokyo").zone());
    }

    @Test
    void what_is_usual_holds_where_nothing_was_chosen() {
        assertEquals(new Installation(12, "USD", "UTC"), options().installation());
    }

    @Test
    void another_choice_is_refused_and_starts_nothing() {
        options("--currency", "EUR").installation().keepIn(data);
        options("--currency", "EUR", "--zone", "UTC").installation().keepIn(data);
        Suite other = new Suite(options("--currency", "GBP").on(Ports.free()), Console.silent());

        NotStarted refused = assertThrows(NotStarted.class, other::startInfrastructure);

        assertTrue(refused.getMessage().contains("was made with --currency EUR"), refused.getMessage());
        assertTrue(RunningSuite.in(data).isEmpty());
    }

    @Test
    void what_does_not_exist_is_refused_and_not_kept() {
        assertThrows(
                NotStarted.class,
                () -> options("--zone", "Mars/Base").installation().keepIn(data));
        assertThrows(
                NotStarted.class,
                () -> options("--currency", "XYZZY").installation().keepIn(data));
        assertFalse(Files.exists(data.resolve("installation.properties")));
    }

    private SuiteOptions options(String... words) {
        return CommandLine.populateCommand(SuiteOptions.in(data), words);
    }
}
