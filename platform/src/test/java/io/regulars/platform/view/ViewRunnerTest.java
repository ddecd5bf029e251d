package io.regulars.platform.view;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.events.MembershipEvent.TierChanged;
import io.regulars.events.Topic;
import io.regulars.platform.database.Database;
import io.regulars.platform.json.Json;
import io.regulars.platform.testing.Speaker;
import io.regulars.platform.testing.SuiteResource;
import io.regulars.platform.wire.Envelope;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class ViewRunnerTest {

    @Inject
    Database database;

    @Inject
    NotingView view;

    @Inject
    ReplayParked replay;

    @Test
    void facts_of_a_subject_are_applied_once_and_in_order() {
        UUID ana = UUID.randomUUID();
        List<Long> said = new ArrayList<>();
        for (int i = 0; i < 20; i++) said.add(Speaker.say(Topic.MEMBERSHIPS, tier(ana, "t" + i)).seq());

        await().untilAsserted(() -> assertEquals(said, noted(ana)));
    }

    @Test
    void a_fact_told_twice_has_one_effect() {
        UUID ana = UUID.randomUUID();
        TierChanged fact = tier(ana, "silver");
        Envelope first = Speaker.say(Topic.MEMBERSHIPS, fact);
        Speaker.send(Topic.MEMBERSHIPS, first, Json.bytes(fact));
        Envelope next = Speaker.say(Topic.MEMBERSHIPS, tier(ana, "gold"));

        await().untilAsserted(() -> assertEquals(List.of(first.seq(), next.seq()), noted(ana)));
    }

    @Test
    void a_rule_that_throws_parks_the_record_and_all_later_ones_of_its_subject_until_replayed() {
        UUID bea = UUID.randomUUID();
        UUID carl = UUID.randomUUID();
        view.chokesOn().add(bea);
        List<Long> ofBea = List.of(
                Speaker.say(Topic.MEMBERSHIPS, tier(bea, "a")).seq(),
                Speaker.say(Topic.MEMBERSHIPS, tier(bea, "b")).seq());
        long ofCarl = Speaker.say(Topic.MEMBERSHIPS, tier(carl, "c")).seq();

        await().untilAsserted(() -> assertEquals(List.of(ofCarl), noted(carl)));
        await().untilAsserted(() -> assertEquals(2, parked(bea)));
        assertEquals(List.of(), noted(bea));

        assertEquals(0, replay.replay("noting", bea.toString()).applied());
        view.chokesOn().remove(bea);
        assertNull(replay.replay("noting", bea.toString()).error());
        assertEquals(ofBea, noted(bea));
        assertEquals(0, parked(bea));
    }

    @Test
    void poison_bytes_are_parked_and_everybody_else_goes_on() {
        UUID dora = UUID.randomUUID();
        UUID emil = UUID.randomUUID();
        TierChanged fact = tier(dora, "x");
        Envelope envelope = Speaker.envelope(
                Topic.MEMBERSHIPS, fact, Instant.now(), Speaker.nextSeq(Topic.MEMBERSHIPS, fact), null, null);
        Speaker.send(Topic.MEMBERSHIPS, envelope, "{\"customerId\": tru".getBytes(StandardCharsets.UTF_8));
        long seq = Speaker.say(Topic.MEMBERSHIPS, tier(emil, "y")).seq();

        await().untilAsserted(() -> assertEquals(1, parked(dora)));
        await().untilAsserted(() -> assertEquals(List.of(seq), noted(emil)));
    }

    private static TierChanged tier(UUID customer, String from) {
        return new TierChanged(customer, "regulars", from, "gold", 0, Instant.parse("2026-01-01T00:00:00Z"));
    }

    private List<Long> noted(UUID subject) {
        return database.read(sql -> {
            List<Long> seqs = new ArrayList<>();
            for (Row row : sql.rows("select seq from noted where subject = $1 order by ordinal", subject)) {
                seqs.add(row.getLong(0));
            }
            return seqs;
        });
    }

    private long parked(UUID subject) {
        return database.read(sql -> sql.rows("select count(*) from parked where subject = $1", subject.toString())
                .iterator()
                .next()
                .getLong(0));
    }
}
