package io.regulars.loyalty.tier;

import static io.regulars.loyalty.Club.back;
import static io.regulars.loyalty.Club.id;
import static io.regulars.loyalty.Club.line;
import static io.regulars.loyalty.Club.purchase;
import static io.regulars.loyalty.Club.recorded;
import static io.regulars.loyalty.Club.refund;
import static io.regulars.loyalty.Club.refunded;
import static io.regulars.loyalty.Club.told;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.loyalty.PaperStore;
import io.regulars.loyalty.programme.CompileProgramme;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.programme.Rulebook.InForce;
import io.regulars.loyalty.programme.Rulebook.Programme;
import io.regulars.loyalty.programme.Rulebook.Stopped;
import io.regulars.loyalty.programme.text.DocumentText;
import io.regulars.platform.journal.Cause;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which tier is left once goods have come back, and once a version looks at something else. */
class ReturnsAndTiersTest {

    private static final String HELD =
            tiers("netSpend", "window: { kind: calendar, unit: month }, hold: { until: endOfNextPeriod }");
    private static final String NEXT = tiers(
            "netSpend", "window: { kind: calendar, unit: month }, hold: { until: endOfPeriod }, upgrade: nextPeriod");

    private PaperStore store;

    private static String tiers(String basis, String policies) {
        return "earning: { rules: [{ id: base, gives: { points: 1, per: 1 } }] }\ntiers: { basis: " + basis + ", "
                + policies + ", levels: [{ id: low, threshold: 0 }, { id: mid, threshold: 100 }, "
                + "{ id: high, threshold: 200 }] }\n";
    }

    @Test
    void a_tier_is_left_by_the_last_cent_of_what_it_takes_and_lost_by_the_first_below_it() {
        begin(HELD);
        buys("p", "02-01", 110_00);
        brings("p", "02-02", 10_00);
        assertEquals("mid", tier());
        brings("p", "02-03", 1);
        assertEquals("low", tier());
    }

    @Test
    void goods_of_a_time_that_did_not_bring_the_tier_do_not_take_it() {
        begin(HELD);
        buys("old", "01-10", 50_00);
        buys("new", "02-01", 100_00);
        brings("old", "02-02", 50_00);
        assertEquals("mid", tier());
    }

    @Test
    void from_the_highest_it_goes_to_what_would_have_been_reached() {
        begin(HELD);
        buys("p", "02-01", 150_00);
        buys("q", "02-02", 60_00);
        brings("q", "03-05", 60_00);
        assertEquals("mid", tier());
        brings("p", "03-06", 60_00);
        assertEquals("low", tier());
    }

    @Test
    void what_was_lost_is_there_again_once_it_is_reached_again() {
        begin(HELD);
        buys("p", "02-01", 100_00);
        brings("p", "02-02", 40_00);
        buys("q", "02-03", 40_00);
        assertEquals("mid", tier());
        brings("p", "02-04", 1_00);
        assertEquals("low", tier());
    }

    @Test
    void a_programme_may_leave_the_tier_and_then_its_hold_ends_it() {
        begin("refunds: { takesBackTier: false }\n" + HELD);
        buys("p", "02-01", 100_00);
        brings("p", "02-02", 100_00);
        assertEquals("mid", tier());
        store.tick(id("ana"), noon("03-31"));
        assertEquals("mid", tier());
        store.tick(id("ana"), noon("04-01"));
        assertEquals("low", tier());
    }

    @Test
    void a_late_receipt_is_judged_by_the_tier_between_its_loss_and_its_return() {
        begin(HELD.replace("threshold: 100 }", "threshold: 100, multiply: 2 }"));
        buys("p", "02-01", 100_00);
        brings("p", "02-03", 100_00);
        buys("q", "02-05", 100_00);
        buys("between", "02-04", "02-06", 1_00);
        buys("while lost to the second", "02-03", "02-06", 1_00);
        buys("while held", "02-02", "02-06", 1_00);
        assertEquals("low", store.judged(id("between")).orElseThrow().tier());
        assertEquals(
                "low",
                store.judged(id("while lost to the second")).orElseThrow().tier());
        assertEquals("mid", store.judged(id("while held")).orElseThrow().tier());
    }

    @Test
    void a_tier_that_has_begun_is_lost_with_its_goods_however_they_come_back() {
        begin(NEXT);
        buys("p", "02-01", 100_00);
        store.tick(id("ana"), noon("03-01"));
        assertEquals("mid", tier());
        brings("p", "03-05", 1_00);
        assertEquals("low", tier());

        begin(NEXT);
        buys("p", "02-01", 100_00);
        brings("p", "03-05", 1_00);
        assertEquals("low", tier());
        brings("p", "03-06", 1_00);
        assertEquals("low", tier());
    }

    @Test
    void a_tier_that_has_begun_is_not_lost_with_goods_that_did_not_bring_it() {
        begin(NEXT);
        buys("p", "02-01", 110_00);
        store.tick(id("ana"), noon("03-01"));
        buys("q", "03-02", 5_00);
        brings("q", "03-05", 5_00);
        assertEquals("mid", tier());
        brings("p", "03-06", 10_00);
        assertEquals("mid", tier());
        brings("p", "03-07", 1_00);
        assertEquals("low", tier());
    }

    @Test
    void a_version_that_looks_at_something_else_takes_nobody_down_before_the_hold_ends() {
        String rolling = "window: { kind: rolling, length: P6M }, hold: { until: endOfPeriod }";
        begin(tiers("points", rolling).replace("points: 1", "points: 2"), "03-01", tiers("netSpend", rolling));
        buys("p", "02-01", 50_00);
        assertEquals("mid", tier());
        buys("q", "03-02", 1_00);
        assertEquals("mid", tier());
        brings("p", "03-03", 50_00);
        assertEquals("mid", tier());
        store.tick(id("ana"), noon("07-31"));
        assertEquals("mid", tier());
        store.tick(id("ana"), noon("08-01"));
        assertEquals("low", tier());
    }

    private void begin(String... documentAndOthers) {
        List<InForce> versions = new ArrayList<>();
        versions.add(new InForce(Instant.EPOCH, version(documentAndOthers[0], 1)));
        for (int i = 1; i < documentAndOthers.length; i += 2) {
            versions.add(
                    new InForce(noon(documentAndOthers[i]), version(documentAndOthers[i + 1], versions.size() + 1)));
        }
        store = new PaperStore(new Rulebook(1, Map.of("club", new Programme(versions, Stopped.NOTHING))));
        store.enrol(id("ana"), noon("01-01"), Cause.command(id("ana joins"), noon("01-01")));
    }

    private static ProgrammeVersion version(String document, int number) {
        return CompileProgramme.from(
                DocumentText.read("format: 1\nid: club\n" + document),
                number,
                Currency.getInstance("USD"),
                ZoneOffset.UTC);
    }

    private static Instant noon(String day) {
        return Instant.parse("2023-" + day + "T12:00:00Z");
    }

    private void buys(String name, String on, long amount) {
        buys(name, on, on, amount);
    }

    private void buys(String name, String on, String recorded, long amount) {
        store.apply(List.of(told(
                recorded(name, "ana", purchase(noon(on), false, line(1, "A", amount))), noon(recorded))));
    }

    private void brings(String purchase, String on, long amount) {
        store.apply(List.of(told(
                refunded("undo " + purchase + on, purchase, null, refund(noon(on), back(1, "A", amount))), noon(on))));
    }

    private String tier() {
        return store.member(id("ana")).standing().tier();
    }
}
