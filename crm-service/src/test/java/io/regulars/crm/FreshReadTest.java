package io.regulars.crm;

import static io.regulars.crm.Doors.asGateway;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.events.CustomerRef;
import io.regulars.events.Intake.PurchasePosted;
import io.regulars.events.Topic;
import io.regulars.platform.json.Json;
import io.regulars.platform.marks.Marks;
import io.regulars.platform.testing.Speaker;
import io.regulars.platform.testing.SuiteResource;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;

/** What was posted is seen at once by who asks for it to be. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class FreshReadTest {

    @Test
    void a_receipt_is_there_and_on_its_timeline_when_the_read_asks_to_be_as_fresh() {
        CustomerRef ana = Till.newCard();
        for (int purchases = 1; purchases <= 10; purchases++) {
            UUID id = UUID.randomUUID();
            Marks posted = marksOf(id, ana);

            String said = asGateway()
                    .header(Marks.HEADER, posted.toString())
                    .get("/internal/marks")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            asGateway()
                    .header(Marks.HEADER, posted.toString())
                    .get("/internal/receipts/{id}", id)
                    .then()
                    .statusCode(200);
            int shown = asGateway()
                    .header(Marks.HEADER, said)
                    .get("/v1/customers/{id}", "card:" + ana.card())
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("purchases");
            assertEquals(purchases, shown);
        }
    }

    @Test
    void a_read_that_cannot_be_as_fresh_in_time_is_told_to_come_again() {
        asGateway()
                .header(Marks.HEADER, "intake/0/1000000")
                .get("/internal/marks")
                .then()
                .statusCode(503)
                .header("Retry-After", "1");
    }

    private static Marks marksOf(UUID id, CustomerRef customer) {
        PurchasePosted posted = new PurchasePosted(id, Till.purchase(customer, 12_99, Till.NOON), false, Instant.now());
        RecordMetadata place = Speaker.send(
                Topic.INTAKE, Speaker.envelope(Topic.INTAKE, posted, Instant.now(), 0, null, null), Json.bytes(posted));
        return new Marks(List.of(new Marks.Mark(Topic.INTAKE, place.partition(), place.offset())));
    }
}
