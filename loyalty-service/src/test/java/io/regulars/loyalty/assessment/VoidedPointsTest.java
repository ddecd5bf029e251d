package io.regulars.loyalty.assessment;

import static io.regulars.loyalty.Club.back;
import static io.regulars.loyalty.Club.id;
import static io.regulars.loyalty.Club.line;
import static io.regulars.loyalty.Club.purchase;
import static io.regulars.loyalty.Club.recorded;
import static io.regulars.loyalty.Club.refund;
import static io.regulars.loyalty.Club.refunded;
import static io.regulars.loyalty.Club.told;
import static io.regulars.loyalty.Club.voided;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.events.TouchpointEvent;
import io.regulars.loyalty.PaperStore;
import io.regulars.loyalty.membership.Experience;
import io.regulars.loyalty.programme.CompileProgramme;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.programme.text.DocumentText;
import io.regulars.platform.journal.Cause;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Points of a voided receipt count for the tier on no day, on whichever they did. */
class VoidedPointsTest {

    private static final String CLUB = """
            wallets: [{ id: points, pending: { kind: after, after: P14D } }]
            earning: { rules: [{ id: base, gives: { points: 1, per: 1 } }] }
            tiers:
              basis: points
              window: { kind: calendar, unit: month }
              hold: { until: endOfNextPeriod }
              levels: [{ id: low, threshold: 0 }, { id: mid, threshold: 100 }]
            """;

    private PaperStore store;

    @Test
    void points_that_became_active_in_another_month_than_they_were_bought_in_leave_with_the_tier_they_brought() {
        begin(CLUB);
        hear(recorded("p", "ana", purchase(noon("01-25"), false, line(1, "A", 100_00))), noon("01-25"));
        store.tick(id("ana"), noon("02-09"));
        assertEquals("mid", tier());
        hear(voided("p", null, noon("02-10")), noon("02-10"));
        assertEquals("low", tier());
        assertNothingCounts();
    }

    @Test
    void a_refund_takes_the_tier_that_its_goods_brought_once_they_were_active() {
        begin(CLUB);
        hear(recorded("p", "ana", purchase(noon("01-25"), false, line(1, "A", 100_00))), noon("01-25"));
        store.tick(id("ana"), noon("02-09"));
        hear(refunded("r", "p", null, refund(noon("02-10"), back(1, "A", 1_00))), noon("02-10"));
        assertEquals("low", tier());
    }

    @Test
    void what_a_refund_took_in_the_next_month_is_given_back_there() {
        begin(CLUB.replace("P14D", "P1D"));
        hear(recorded("p", "ana", purchase(noon("01-20"), false, line(1, "A", 100_00))), noon("01-20"));
        hear(refunded("r", "p", null, refund(noon("02-05"), back(1, "A", 40_00))), noon("02-05"));
        hear(voided("p", null, noon("02-06")), noon("02-06"));
        assertEquals(0, store.member(id("ana")).standing().value());
        assertNothingCounts();
    }

    @Test
    void points_that_the_programme_leaves_to_the_member_count_no_longer_either() {
        begin("refunds: { whenSpent: onlyPending }\n" + CLUB.replace("P14D", "P1D"));
        hear(recorded("p", "ana", purchase(noon("01-20"), false, line(1, "A", 100_00))), noon("01-20"));
        hear(voided("p", null, noon("01-25")), noon("01-25"));
        assertEquals(100, store.wallet(id("ana")).balance());
        assertEquals("low", tier());
        assertNothingCounts();
    }

    @Test
    void a_purchase_of_a_membership_that_is_over_is_none_any_more_either() {
        begin("membership: { rejoiningRestoresTier: false }\n" + CLUB);
        hear(recorded("p", "ana", purchase(noon("01-20"), false, line(1, "A", 100_00))), noon("01-20"));
        store.leave(id("ana"), Cause.command(id("leave"), noon("01-21")));
        store.enrol(id("ana"), noon("01-22"), Cause.command(id("again"), noon("01-22")));
        assertEquals(1, store.member(id("ana")).experience().purchases());
        hear(voided("p", null, noon("01-25")), noon("01-25"));
        assertEquals(Experience.NONE, store.member(id("ana")).experience());
        assertNothingCounts();
    }

    private void assertNothingCounts() {
        store.days(id("ana")).forEach((day, counted) -> {
            assertEquals(0, counted.counted().points(), "points on " + day);
            assertEquals(0, counted.counted().spend(), "spend on " + day);
        });
    }

    private void begin(String document) {
        store = new PaperStore(Rulebook.of(CompileProgramme.from(
                DocumentText.read("format: 1\nid: club\n" + document),
                1,
                Currency.getInstance("USD"),
                ZoneOffset.UTC)));
        store.enrol(id("ana"), noon("01-01"), Cause.command(id("join"), noon("01-01")));
    }

    private void hear(TouchpointEvent event, Instant at) {
        store.apply(List.of(told(event, at)));
    }

    private String tier() {
        return store.member(id("ana")).standing().tier();
    }

    private static Instant noon(String day) {
        return Instant.parse("2026-" + day + "T12:00:00Z");
    }
}
