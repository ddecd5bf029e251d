package io.regulars.local.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.local.check.evidence.Evidence;
import io.regulars.local.check.history.Histories;
import io.regulars.local.check.history.History;
import io.regulars.local.check.history.LoadOnce;
import io.regulars.local.check.history.Stored;
import io.regulars.local.check.table.LoyaltyReader;
import io.regulars.local.check.table.Pages;
import io.regulars.local.infrastructure.PostgresServer;
import io.regulars.local.infrastructure.SharedInfrastructure;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MigratedHistoryTest {
    private final PostgresServer postgres = SharedInfrastructure.postgres();

    @Test
    void what_was_right_before_programmes_had_versions_is_right_after_the_migration() throws Exception {
        Stored stored = new Stored(postgres);
        History history = Histories.beforeVersions(5, 60);
        List<Path> later = stored.migrateToTheFirst("loyalty");
        new LoadOnce(history).into(stored);
        stored.run("loyalty", later);

        Evidence evidence = history.withoutLoyalty().evidence();
        try (Pages pages = new Pages(postgres.host(), postgres.port(), "loyalty", PostgresServer.PASSWORD)) {
            new LoyaltyReader(pages, evidence).read();
        }

        assertTrue(evidence.loyalty.assessments.size() > 5 && evidence.loyalty.countedDays.size() > 5);
        assertEquals(
                List.of(),
                Check.count(evidence).stream().filter(line -> line.count() > 0).toList());
    }
}
