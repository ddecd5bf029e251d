package io.regulars.loyalty.points.life;

import static io.regulars.loyalty.earning.evaluation.Scene.basket;
import static io.regulars.loyalty.earning.evaluation.Scene.evaluate;
import static io.regulars.loyalty.earning.evaluation.Scene.line;
import static io.regulars.loyalty.earning.evaluation.Scene.member;
import static io.regulars.loyalty.points.life.ExpiryTest.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.loyalty.earning.evaluation.Award;
import io.regulars.loyalty.earning.evaluation.Evaluation;
import io.regulars.loyalty.earning.evaluation.Scene;
import io.regulars.loyalty.points.life.OpeningRules.NewLot;
import io.regulars.loyalty.points.life.OpeningRules.Opening;
import io.regulars.loyalty.programme.Cafe;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.Lapse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpeningTest {

    private static final ProgrammeVersion CAFE = Cafe.version();
    private static final Instant EARNED = at("2026-03-10T12:00");

    @Test
    void what_starts_and_ends_together_is_one_lot() {
        Evaluation evaluation =
                evaluate(basket(line(1, "A", 10_00), line(2, "B", 5_00)), member("friend", null, 9, 9, false), CAFE);
        List<NewLot> lots = OpeningRules.lots(evaluation.awards(), CAFE, "friend", EARNED);
        Instant starts = at("2026-03-24T12:00");
        assertEquals(
                List.of(
                        new Opening("beans", starts, null, at("2027-04-01T00:00"), null),
                        new Opening("stars", EARNED, null, at("2027-01-01T00:00"), null),
                        new Opening("beans", starts, null, at("2026-04-25T00:00"), null)),
                lots.stream().map(NewLot::opening).toList());
        assertEquals(List.of(90L, 15L, 100L), lots.stream().map(NewLot::points).toList());
    }

    @Test
    void the_tier_may_keep_points_for_ever_and_what_was_refused_opens_nothing() {
        List<Award> awards = List.of(
                new Award(1, "base", 7, "beans", 10, 10, null), new Award(2, "base", 7, "beans", 10, 0, "the cap"));
        List<NewLot> lots = OpeningRules.lots(awards, CAFE, "family", EARNED);
        assertEquals(1, lots.size());
        assertEquals(10, lots.get(0).points());
        assertEquals(null, lots.get(0).opening().expiresAt());
    }

    @Test
    void what_waits_for_an_event_has_no_end_yet() {
        List<Award> awards = List.of(new Award(0, "big-basket", 7, "beans", 200, 200, null));
        Opening opening =
                OpeningRules.lots(awards, CAFE, "guest", EARNED).get(0).opening();
        LaterDates later = new LaterDates(Lapse.of("P14D"), CAFE.wallet("beans").expiry());
        assertEquals(new Opening("beans", null, at("2026-06-08T12:00"), null, "custom.delivered", later), opening);
    }

    @Test
    void what_was_delivered_before_its_purchase_arrived_starts_as_if_it_had_come_after() {
        Instant delivered = at("2026-03-09T09:00");
        Earlier.Event heardBefore = new Earlier.Event(delivered, at("2026-03-09T10:00"));
        Opening opening = waiting(heardBefore);
        assertEquals(at("2026-03-23T09:00"), opening.startsAt());
        assertEquals(at("2027-04-01T00:00"), opening.expiresAt());
        assertNull(opening.givenUpAt());
        assertEquals("custom.delivered", opening.event());
    }

    @Test
    void what_is_heard_of_when_they_are_given_up_or_is_something_else_starts_nothing() {
        Instant givenUp = at("2026-06-08T12:00");
        Instant delivered = at("2026-03-12T09:00");
        assertNull(waiting(new Earlier.Event(delivered, givenUp)).startsAt());
        assertEquals(
                at("2026-03-26T09:00"),
                waiting(new Earlier.Event(delivered, givenUp.minusMillis(1))).startsAt());
        Earlier other = new Earlier(Map.of(), Map.of("custom.sent", new Earlier.Event(EARNED, EARNED)));
        assertNull(open(other, "big-basket").startsAt());
        Earlier delivery = new Earlier(Map.of(), Map.of("custom.delivered", new Earlier.Event(EARNED, EARNED)));
        assertEquals(at("2026-03-24T12:00"), open(delivery, "base").startsAt());
    }

    @Test
    void of_two_records_of_one_event_the_earlier_recorded_one_counts() {
        Earlier.Event one = new Earlier.Event(at("2026-03-05T00:00"), at("2026-03-10T00:00"));
        Earlier.Event sooner = new Earlier.Event(at("2026-03-07T00:00"), at("2026-03-09T23:59"));
        Earlier.Event same = new Earlier.Event(at("2026-03-01T00:00"), at("2026-03-10T00:00"));
        assertEquals(sooner, Earlier.Event.first(one, sooner));
        assertEquals(sooner, Earlier.Event.first(sooner, one));
        assertEquals(one, Earlier.Event.first(one, same));
    }

    @Test
    void an_end_that_inactivity_brings_counts_from_the_last_sign_of_life() {
        ProgrammeVersion idle = Scene.document(
                "wallets: [{ id: points, expiry: { kind: inactivity, after: P6M, activities: [purchase, checkIn] } }]",
                "",
                "- { id: base, gives: { points: 1, per: 1 } }");
        List<Award> awards = List.of(new Award(1, "base", 7, "points", 10, 10, null));
        Map<String, Instant> signs = Map.of(
                "checkIn",
                at("2026-05-05T12:00"),
                "purchase",
                at("2026-04-01T12:00"),
                "survey",
                at("2026-08-01T00:00"));
        Opening opening = OpeningRules.lots(awards, idle, null, EARNED, new Earlier(signs, Map.of()))
                .get(0)
                .opening();
        assertEquals(at("2026-11-06T00:00"), opening.expiresAt());
        assertTrue(opening.later().endsWithInactivity());
        Opening without = OpeningRules.lots(awards, idle, null, EARNED).get(0).opening();
        assertEquals(at("2026-09-11T00:00"), without.expiresAt());
    }

    private static Opening waiting(Earlier.Event delivered) {
        return open(new Earlier(Map.of(), Map.of("custom.delivered", delivered)), "big-basket");
    }

    private static Opening open(Earlier earlier, String rule) {
        List<Award> awards = List.of(new Award(0, rule, 7, "beans", 200, 200, null));
        return OpeningRules.lots(awards, CAFE, "guest", EARNED, earlier).get(0).opening();
    }
}
