package io.regulars.loyalty.contact;

import static io.regulars.loyalty.contact.Diary.at;
import static io.regulars.loyalty.contact.Diary.done;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.events.MembershipEvent.PointsExpired;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Points that last as long as the member shows signs of life. */
class InactivityTest {

    private static final String IDLE = """
            wallets:
              - id: points
                expiry: { kind: inactivity, after: P6M, activities: [purchase, visit] }
            earning:
              rules:
                - { id: base, gives: { points: 1, per: 1 } }
                - { id: review, trigger: review, gives: { fixed: 7 } }
            """;

    @Test
    void every_sign_of_life_that_counts_puts_the_end_of_all_off() {
        Diary ana = member(IDLE).buys("hat", 20, "2026-03-02T10:00");
        assertEquals(List.of("20: 2026-03-02T10:00 to 2026-09-03T00:00"), ana.lots());

        ana.buys("coat", 300, "2026-05-04T10:00");
        assertEquals(
                List.of("20: 2026-03-02T10:00 to 2026-11-05T00:00", "300: 2026-05-04T10:00 to 2026-11-05T00:00"),
                ana.lots());
        ana.does("visit", "2026-06-01T10:00").does("survey", "2026-07-01T10:00").does("review", "2026-07-01T11:00");
        assertEquals(
                List.of(
                        "20: 2026-03-02T10:00 to 2026-12-02T00:00",
                        "300: 2026-05-04T10:00 to 2026-12-02T00:00",
                        "7: 2026-07-01T11:00 to 2027-01-02T00:00"),
                ana.lots());
        assertEquals(at("2026-12-02T00:00"), ana.due());
        ana.night("2026-12-01T00:05");
        assertEquals(327, ana.active());
        ana.night("2026-12-02T00:05");
        assertEquals(7, ana.active());
    }

    @Test
    void a_sign_that_is_heard_of_late_shortens_nothing_and_counts_for_what_comes_late() {
        Diary ana = member(IDLE).buys("hat", 20, "2026-05-04T10:00");
        ana.hears(done("visit", "2026-04-01T10:00", null, null), "2026-05-05T10:00");
        assertEquals(List.of("20: 2026-05-04T10:00 to 2026-11-05T00:00"), ana.lots());

        ana.buys("coat", 300, "2026-04-28T10:00", "2026-05-06T10:00");
        assertEquals("300: 2026-04-28T10:00 to 2026-11-05T00:00", ana.lots().get(1));
    }

    @Test
    void what_has_ended_stays_so_whether_or_not_anybody_has_posted_it() {
        for (boolean posted : List.of(true, false)) {
            Diary ana = member(IDLE).buys("hat", 20, "2026-03-02T10:00");
            if (posted) ana.night("2026-09-03T00:05");
            ana.hears(done("visit", "2026-09-02T10:00", null, null), "2026-09-03T10:00");
            assertEquals(0, ana.active());
            assertEquals(
                    at("2026-09-03T00:00"), ana.said(PointsExpired.class).get(0).occurredAt());
        }
    }

    @Test
    void at_the_instant_of_the_end_a_purchase_is_too_late_and_a_moment_before_it_is_not() {
        Diary early = member(IDLE).buys("hat", 20, "2026-03-02T10:00").buys("tie", 5, "2026-09-02T23:59");
        assertEquals(25, early.active());
        Diary late = member(IDLE).buys("hat", 20, "2026-03-02T10:00").buys("tie", 5, "2026-09-03T00:00");
        assertEquals(5, late.active());
    }

    @Test
    void what_is_spent_first_goes_by_the_end_of_the_moment() {
        Diary ana = member("""
                wallets: [{ id: points, expiry: { kind: inactivity, after: P1M } }]
                earning:
                  rules:
                    - { id: base, gives: { points: 1, per: 1 } }
                    - id: short
                      place: { weekdays: [tuesday] }
                      gives: { fixed: 10 }
                      expiry: { kind: rolling, after: P45D }
                """);
        ana.buys("tuesday", 20, "2026-03-03T10:00").brings("returned-1", null, 1, "2026-03-10T10:00");
        assertEquals(
                List.of("19: 2026-03-03T10:00 to 2026-04-04T00:00", "10: 2026-03-03T10:00 to 2026-04-18T00:00"),
                ana.lots());
        ana.buys("wednesday", 1, "2026-04-01T10:00").brings("returned-2", null, 1, "2026-04-02T10:00");
        assertEquals(
                List.of(
                        "19: 2026-03-03T10:00 to 2026-05-02T00:00",
                        "9: 2026-03-03T10:00 to 2026-04-18T00:00",
                        "1: 2026-04-01T10:00 to 2026-05-02T00:00"),
                ana.lots());
    }

    @Test
    void a_rule_and_a_tier_may_let_their_points_last_as_long_as_somebody_is_there() {
        Diary ana = member("""
                earning:
                  rules:
                    - { id: base, gives: { points: 1, per: 1 } }
                    - { id: extra, gives: { fixed: 10 }, expiry: { kind: inactivity, after: P1M, until: month } }
                tiers:
                  basis: visits
                  window: { kind: rolling, length: P12M }
                  levels: [{ id: all, threshold: 0, expiry: { kind: inactivity, after: P2M } }]
                """).buys("hat", 20, "2026-03-02T10:00").buys("tie", 5, "2026-03-20T10:00");
        assertEquals(
                List.of(
                        "20: 2026-03-02T10:00 to 2026-05-21T00:00",
                        "10: 2026-03-02T10:00 to 2026-05-01T00:00",
                        "5: 2026-03-20T10:00 to 2026-05-21T00:00",
                        "10: 2026-03-20T10:00 to 2026-05-01T00:00"),
                ana.lots());
    }

    @Test
    void what_waits_for_its_start_lasts_as_long_from_there() {
        Diary ana = member("""
                wallets:
                  - id: points
                    pending: { kind: event, event: custom.delivered, cancellation: P14D }
                    expiry: { kind: inactivity, after: P1M, activities: [purchase] }
                earning: { rules: [{ id: base, gives: { points: 1, per: 1 } }] }
                """).buys("hat", 20, "2026-03-02T10:00");
        ana.hears(done("custom.delivered", "2026-03-03T10:00", "hat", null), "2026-03-03T10:00");
        assertEquals(List.of("20: 2026-03-17T10:00 to 2026-04-18T00:00"), ana.lots());
        ana.buys("tie", 5, "2026-03-10T10:00").buys("coat", 9, "2026-03-30T10:00");
        assertEquals("20: 2026-03-17T10:00 to 2026-05-01T00:00", ana.lots().get(0));
    }

    private static Diary member(String programme) {
        return Diary.of(programme).joins("2026-03-01T09:00");
    }
}
