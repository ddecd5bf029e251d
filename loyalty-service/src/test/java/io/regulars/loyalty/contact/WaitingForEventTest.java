package io.regulars.loyalty.contact;

import static io.regulars.loyalty.contact.Diary.at;
import static io.regulars.loyalty.contact.Diary.bought;
import static io.regulars.loyalty.contact.Diary.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.events.MembershipEvent.Points;
import io.regulars.events.MembershipEvent.PointsActivated;
import io.regulars.events.TouchpointEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Points that start once their event has happened and can no longer be cancelled. */
class WaitingForEventTest {

    private static final String DELIVERED = """
            wallets:
              - id: points
                pending: { kind: event, event: custom.delivered, cancellation: P14D, givenUpAfter: P60D }
                expiry: { kind: rolling, after: P1M }
            earning: { rules: [{ id: base, gives: { points: 1, per: 1 } }] }
            """;
    private static final TouchpointEvent ARRIVED = done("custom.delivered", "2026-03-05T10:00", "shoes", null);

    @Test
    void they_start_after_the_cancellation_period_and_end_counted_from_there() {
        Diary ana = member(DELIVERED).buys("shoes", 80, "2026-03-02T10:00");
        assertEquals(List.of("80: - to -"), ana.lots());
        assertEquals(at("2026-05-01T10:00"), ana.due());

        ana.hears(ARRIVED, "2026-03-05T10:00");
        assertEquals(List.of("80: 2026-03-19T10:00 to 2026-04-20T00:00"), ana.lots());
        assertEquals(at("2026-03-19T10:00"), ana.due());
        assertEquals(80, ana.pending());
        ana.night("2026-03-20T00:05");
        assertEquals(80, ana.active());
        assertEquals(
                at("2026-03-19T10:00"), ana.said(PointsActivated.class).get(0).occurredAt());
        ana.night("2026-04-20T00:05");
        assertEquals(0, ana.active());
    }

    @Test
    void it_does_not_matter_what_is_heard_of_first() {
        Diary ana = member(DELIVERED).hears(ARRIVED, "2026-03-05T10:00");
        ana.buys("shoes", 80, "2026-03-02T10:00", "2026-03-05T11:00");
        assertEquals(List.of("80: 2026-03-19T10:00 to 2026-04-20T00:00"), ana.lots());

        TouchpointEvent sold = bought("shoes", 80, "2026-03-02T10:00");
        for (List<TouchpointEvent> order : List.of(List.of(ARRIVED, sold), List.of(sold, ARRIVED))) {
            Diary together = member(DELIVERED).hears(order, "2026-03-05T11:00");
            assertEquals(ana.lots(), together.lots());
        }
    }

    @Test
    void an_event_of_no_purchase_starts_all_that_was_earned_before_it() {
        Diary ana = member(DELIVERED)
                .buys("shoes", 80, "2026-03-02T10:00")
                .buys("hat", 20, "2026-03-03T10:00")
                .does("custom.delivered", "2026-03-05T10:00")
                .buys("coat", 300, "2026-03-06T10:00")
                .buys("scarf", 5, "2026-03-04T10:00", "2026-03-06T11:00");
        assertEquals(
                List.of(
                        "80: 2026-03-19T10:00 to 2026-04-20T00:00",
                        "20: 2026-03-19T10:00 to 2026-04-20T00:00",
                        "300: - to -",
                        "5: 2026-03-19T10:00 to 2026-04-20T00:00"),
                ana.lots());
    }

    @Test
    void the_event_of_one_purchase_starts_no_other_and_the_first_one_decides() {
        Diary ana = member(DELIVERED).buys("hat", 20, "2026-03-03T10:00").hears(ARRIVED, "2026-03-05T10:00");
        assertEquals(List.of("20: - to -"), ana.lots());

        ana.hears(done("custom.delivered", "2026-03-06T10:00", "hat", null), "2026-03-06T10:00");
        ana.hears(done("custom.delivered", "2026-03-09T10:00", "hat", null), "2026-03-09T10:00");
        assertEquals(List.of("20: 2026-03-20T10:00 to 2026-04-21T00:00"), ana.lots());
    }

    @Test
    void what_comes_back_in_the_cancellation_period_never_starts() {
        Diary ana = member(DELIVERED)
                .buys("shoes", 80, "2026-03-02T10:00")
                .hears(ARRIVED, "2026-03-05T10:00")
                .brings("too-small", "shoes", 60, "2026-03-10T10:00");
        assertEquals(List.of("20: 2026-03-19T10:00 to 2026-04-20T00:00"), ana.lots());
        ana.night("2026-03-20T00:05");
        assertEquals(20, ana.active());
    }

    @Test
    void what_was_given_up_when_the_event_is_heard_of_stays_so() {
        TouchpointEvent lost = done("custom.delivered", "2026-04-30T10:00", "shoes", null);
        Diary ana = member(DELIVERED).buys("shoes", 80, "2026-03-02T10:00");
        ana.hears(lost, "2026-05-02T10:00");
        assertEquals(List.of(), ana.lots());
        assertEquals(0, ana.pending());

        Diary looked = member(DELIVERED).buys("shoes", 80, "2026-03-02T10:00").night("2026-05-02T00:05");
        assertEquals(List.of(), looked.hears(lost, "2026-05-02T10:00").lots());
    }

    @Test
    void without_a_cancellation_period_they_start_with_the_event_and_count_for_the_tier() {
        Diary ana = member("""
                wallets: [{ id: points, pending: { kind: event, event: visit } }]
                earning: { rules: [{ id: base, gives: { points: 1, per: 1 } }] }
                tiers:
                  basis: points
                  window: { kind: rolling, length: P12M }
                  levels: [{ id: low, threshold: 0 }, { id: high, threshold: 50 }]
                """).buys("online", 80, "2026-03-02T10:00");
        assertEquals("low", ana.tier());
        ana.does("visit", "2026-03-04T10:00");
        assertEquals(80, ana.active());
        assertEquals("high", ana.tier());
        assertEquals(80, ana.said(PointsActivated.class).get(0).amount());
        assertEquals(null, ana.due());
    }

    @Test
    void each_start_tells_what_still_waits_after_it() {
        Diary ana = member("""
                wallets: [{ id: points, pending: { kind: event, event: visit } }]
                earning: { rules: [{ id: base, gives: { points: 1, per: 1 } }] }
                """);
        ana.buys("hat", 20, "2026-03-02T10:00")
                .buys("tie", 5, "2026-03-03T10:00")
                .does("visit", "2026-03-04T10:00");
        assertEquals(
                List.of(new Points(0, 5, 20), new Points(0, 0, 25)),
                ana.said(PointsActivated.class).stream()
                        .map(PointsActivated::points)
                        .toList());
    }

    @Test
    void each_rule_keeps_its_own_cancellation_period_and_end() {
        Diary ana = member("""
                earning:
                  rules:
                    - id: soon
                      gives: { fixed: 10 }
                      pending: { kind: event, event: custom.delivered, cancellation: P1D }
                    - id: later
                      gives: { fixed: 20 }
                      pending: { kind: event, event: custom.delivered, cancellation: P2D }
                      expiry: { kind: dates, dates: ["12-31"] }
                """).buys("shoes", 80, "2026-03-02T10:00").hears(ARRIVED, "2026-03-05T10:00");
        assertEquals(List.of("10: 2026-03-06T10:00 to -", "20: 2026-03-07T10:00 to 2027-01-01T00:00"), ana.lots());
        assertTrue(ana.said(PointsActivated.class).isEmpty());
    }

    private static Diary member(String programme) {
        return Diary.of(programme).joins("2026-03-01T09:00");
    }
}
