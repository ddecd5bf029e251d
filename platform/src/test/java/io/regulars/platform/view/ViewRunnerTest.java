package io.regulars.platform.view;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.events.Intake.TouchpointPosted;
import io.regulars.events.MembershipEvent.TierChanged;
import io.regulars.events.Topic;
import io.regulars.platform.json.Json;
import io.regulars.platform.testing.Speaker;
import io.regulars.platform.testing.SuiteResource;
import io.regulars.platform.wire.Envelope;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class ViewRunnerTest {

    private static final String WAITS = "waits behind an earlier record of the same subject";

    @Inject
    Noted noted;

    @Inject
    NotingView view;

    @Inject
    ReplayParked replay;

    @Test
    void facts_of_a_subject_are_applied_once_and_in_order() {
        UUID ana = UUID.randomUUID();
        List<Long> said = new ArrayList<>();
        for (int i = 0; i < 20; i++) said.add(say(ana).seq());

        await().untilAsserted(() -> assertEquals(said, noted.of(ana)));
    }

    @Test
    void a_fact_told_twice_has_one_effect() {
        UUID ana = UUID.randomUUID();
        TierChanged fact = Noted.tier(ana, "silver");
        Envelope first = Speaker.say(Topic.MEMBERSHIPS, fact);
        Speaker.send(Topic.MEMBERSHIPS, first, Json.bytes(fact));
        Envelope next = say(ana);

        await().untilAsserted(() -> assertEquals(List.of(first.seq(), next.seq()), noted.of(ana)));
    }

    @Test
    void a_rule_that_throws_parks_the_record_and_all_later_ones_of_its_subject_until_replayed() {
        UUID bea = UUID.randomUUID();
        UUID carl = UUID.randomUUID();
        view.chokesOn().add(bea);
        List<Long> ofBea = List.of(say(bea).seq(), say(bea).seq());
        long ofCarl = say(carl).seq();

        await().untilAsserted(() -> assertEquals(List.of(ofCarl), noted.of(carl)));
        await().untilAsserted(() ->
                assertEquals(2, noted.parked("noting", bea.toString()).size()));
        assertEquals(WAITS, noted.parked("noting", bea.toString()).get(1));
        assertEquals(List.of(), noted.of(bea));

        assertEquals(0, replay.replay("noting", bea.toString()).applied());
        view.chokesOn().remove(bea);
        assertNull(replay.replay("noting", bea.toString()).error());
        assertEquals(ofBea, noted.of(bea));
        assertEquals(List.of(), noted.parked("noting", bea.toString()));
        long next = say(bea).seq();
        await().untilAsserted(() -> assertEquals(List.of(ofBea.get(0), ofBea.get(1), next), noted.of(bea)));
    }

    @Test
    void on_intake_the_bad_record_is_parked_alone() {
        TouchpointPosted visit = Noted.visit();
        view.chokesOn().add(visit.touchpointId());
        Speaker.say(Topic.INTAKE, visit);
        await().untilAsserted(() -> assertEquals(1, parked(visit).size()));

        view.chokesOn().remove(visit.touchpointId());
        Speaker.say(Topic.INTAKE, visit);
        await().untilAsserted(
                        () -> assertEquals(1, noted.of(visit.touchpointId()).size()));

        assertEquals(1, parked(visit).size());
        assertEquals(1, replay.replay("noting", visit.touchpointId().toString()).applied());
        assertEquals(2, noted.of(visit.touchpointId()).size());
    }

    private List<String> parked(TouchpointPosted visit) {
        return noted.parked("noting", visit.touchpointId().toString());
    }

    private static Envelope say(UUID customer) {
        return Speaker.say(Topic.MEMBERSHIPS, Noted.tier(customer, "silver"));
    }
}
