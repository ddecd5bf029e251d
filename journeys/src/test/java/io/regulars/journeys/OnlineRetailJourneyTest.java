package io.regulars.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.regulars.local.Console;
import io.regulars.local.process.ProjectRoot;
import io.regulars.local.replay.RetailReplay;
import io.regulars.local.suite.Ports;
import io.regulars.local.suite.Suite;
import io.regulars.local.suite.SuiteOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A slice of a year of real till lines; afterwards everybody's net value and points are those of the file. */
@ResourceLock(TheSuite.MACHINE)
class OnlineRetailJourneyTest {

    private static final long LINES = 25_000;

    @TempDir
    Path data;

    @Test
    void what_the_services_hold_is_what_the_file_says() {
        Path file = ProjectRoot.find().resolve("../shared/data/online_retail/online_retail.csv.gz");
        assumeTrue(Files.exists(file), "the Online Retail data is not here; nothing was replayed");
        SuiteOptions options =
                SuiteOptions.in(data).on(Ports.free()).withClock("topic").dealingIn("GBP", "Europe/London");

        try (Suite suite = new Suite(options, Console.terminal()).start()) {
            RetailReplay.Outcome outcome = new RetailReplay(suite, Console.terminal(), file, LINES).run();

            outcome.report().sayTo(Console.terminal());
            assertEquals(List.of(), outcome.differences());
            assertTrue(outcome.receipts() > 500);
            assertTrue(outcome.report().clean());
        }
    }
}
