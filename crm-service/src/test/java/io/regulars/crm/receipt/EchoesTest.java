package io.regulars.crm.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.platform.clock.Clock;
import io.regulars.platform.database.Database;
import io.regulars.platform.testing.SuiteResource;
import io.regulars.platform.trimming.RemoveOutlived;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class EchoesTest {

    private static final String RECEIPT = """
            insert into receipt (receipt_id, kind, status, recorded_at, repeats, conflicts)
            values ($1, 'purchase', 'awaited', clock_timestamp(), 0, 0)
            """;

    @Inject
    RemoveOutlived removeOutlived;

    @Inject
    Database database;

    @Inject
    Echoes echoes;

    @Inject
    Clock clock;

    @Test
    void a_record_that_can_no_longer_be_read_again_is_forgotten() {
        UUID receipt = UUID.randomUUID();
        UUID old = UUID.randomUUID();
        UUID young = UUID.randomUUID();
        database.inTransaction(tx -> {
            tx.rows(RECEIPT, receipt);
            echoes.add(tx, List.of(echo(old, receipt, 36), echo(young, receipt, 34)));
            return null;
        });

        removeOutlived.all();

        assertEquals(Set.of(young), database.inTransaction(tx -> echoes.heardAmong(tx, List.of(old, young))));
    }

    private ReceiptBook.Echo echo(UUID eventId, UUID receiptId, int daysAgo) {
        return new ReceiptBook.Echo(eventId, receiptId, clock.now().minus(Duration.ofDays(daysAgo)));
    }
}
