package io.regulars.loyalty.model;

import static io.regulars.loyalty.Club.back;
import static io.regulars.loyalty.Club.id;
import static io.regulars.loyalty.Club.line;
import static io.regulars.loyalty.Club.purchase;
import static io.regulars.loyalty.Club.recorded;
import static io.regulars.loyalty.Club.refund;
import static io.regulars.loyalty.Club.refunded;
import static io.regulars.loyalty.Club.told;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.events.Purchase;
import io.regulars.events.Purchase.Kind;
import io.regulars.events.Refund;
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
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where engine and model disagreed and the engine was wrong, each at its smallest. */
class FoundByTheModelTest {

    private static final Instant JOINED = Instant.parse("2023-01-01T12:00:00Z");
    private static final String BASE = "earning: { rules: [{ id: base, gives: { points: 1, per: 1 } }] }";
    private static final String GIFT = "earning: { rules: [{ id: gift, gives: { fixed: 50 } }] }";
    private static final String MID = "levels: [{ id: low, threshold: 0 }, { id: mid, threshold: 100 }] }";

    private PaperStore store;

    @Test
    void a_line_that_came_back_takes_no_point_that_rounding_left() {
        begin("earning: { rounding: { spread: first }, rules: [{ id: base, gives: { points: 3, per: 0.99 } }] }");
        Purchase.Line returned =
                new Purchase.Line(1, Kind.RETURN, "B", null, null, null, null, null, null, null, 0, -4_55L);
        buys("p", "2023-02-01", "2023-02-01", returned, line(2, "C", 103_08), line(3, "B", 21_64));
        assertEquals(364, active());
    }

    @Test
    void what_came_after_the_grace_leaves_the_tier_alone_also_when_it_becomes_active() {
        begin("wallets: [{ id: points, pending: { kind: after, after: P1M } }]\n" + BASE
                + "\ntiers: { basis: points, window: { kind: ever }, " + MID);
        buys("p", "2023-02-01", "2023-02-20", line(1, "A", 150_00));
        store.tick(id("ana"), noon("2023-04-01"));
        assertEquals(150, active());
        assertEquals("low", tier());
    }

    @Test
    void a_receipt_on_which_nothing_was_paid_gives_back_what_it_brought_with_its_goods() {
        begin(GIFT);
        buys("p", "2023-02-01", "2023-02-01", line(1, "A", 0));
        brings("p", "2023-02-02", back(1, "A", 0));
        assertEquals(0, active());
    }

    @Test
    void a_held_tier_is_lost_with_the_goods_that_brought_it_also_within_its_period() {
        begin(BASE + "\ntiers: { basis: netSpend, window: { kind: calendar, unit: year }, hold: {}, " + MID);
        buys("p", "2023-02-01", "2023-02-01", line(1, "A", 100_00));
        assertEquals("mid", tier());
        brings("p", "2023-03-01", back(1, "A", 1_00));
        assertEquals("low", tier());
    }

    @Test
    void of_two_moves_at_one_moment_the_last_is_the_tier_a_late_receipt_is_judged_by() {
        begin(BASE);
        store = new PaperStore(rules(BASE + """

                tiers:
                  basis: netSpend
                  window: { kind: ever }
                  levels: [{ id: low, threshold: 0 }, { id: mid, threshold: 10 }, { id: high, threshold: 20, multiply: 2 }]
                """));
        buys("p", "2023-02-01", "2023-02-01", line(1, "A", 10_00));
        buys("q", "2023-02-02", "2023-02-02", line(1, "A", 10_00));
        store.enrol(id("ana"), JOINED, Cause.command(id("ana joins"), noon("2023-02-03")));
        buys("late", "2023-02-04", "2023-02-08", line(1, "A", 10_00));
        assertEquals(10 + 10 + 20, active());
    }

    @Test
    void goods_that_come_back_do_not_keep_a_tier_that_is_held_no_longer() {
        begin(BASE + "\nrefunds: { takesBackTier: false }"
                + "\ntiers: { basis: netSpend, window: { kind: calendar, unit: month }, hold: {}, " + MID);
        buys("p", "2023-02-01", "2023-02-01", line(1, "A", 100_00));
        brings("p", "2023-05-01", back(1, "A", 1_00));
        assertEquals("low", tier());
    }

    @Test
    void goods_paid_in_other_money_take_nothing_back_that_they_never_earned() {
        begin(BASE);
        Refund dollars = refund(noon("2023-02-01"), back(1, "A", 10_00)).in("EUR");
        store.apply(List.of(told(refunded("undo", null, "ana", dollars), noon("2023-02-01"))));
        assertEquals(0, store.wallet(id("ana")).debt());
    }

    @Test
    void a_till_whose_clock_is_ahead_is_judged_at_arrival() {
        begin("earning: { rules: [{ id: base, gives: { points: 1, per: 1 }, place: { untilDate: 2023-02-01 } }] }");
        buys("p", "2023-02-02", "2023-02-01", line(1, "A", 10_00));
        assertEquals(10, active());
    }

    @Test
    void a_tier_that_follows_what_is_at_hand_is_reached_when_points_start_also_if_nobody_looks() {
        begin("wallets: [{ id: points, pending: { kind: after, after: P1M }, expiry: { kind: rolling, after: P1M } }]\n"
                + BASE + "\ntiers: { basis: balance, window: { kind: ever }, downgrade: never, " + MID);
        buys("p", "2023-02-01", "2023-02-01", line(1, "A", 100_00));
        store.tick(id("ana"), noon("2023-12-01"));
        assertEquals(0, active());
        assertEquals("mid", tier());
    }

    @Test
    void who_comes_back_is_compared_with_the_tier_of_leaving_whoever_looked_meanwhile() {
        for (boolean looked : new boolean[] {false, true}) {
            begin(BASE + """

                    tiers:
                      basis: netSpend
                      window: { kind: calendar, unit: year }
                      hold: {}
                      downgrade: oneLevel
                      levels: [{ id: low, threshold: 0 }, { id: mid, threshold: 10 }, { id: high, threshold: 20 }]
                    """);
            buys("p", "2023-02-01", "2023-02-01", line(1, "A", 20_00));
            store.leave(id("ana"), Cause.command(id("leaves"), noon("2023-03-01")));
            if (looked) store.tick(id("ana"), noon("2024-02-01"));
            store.enrol(id("ana"), noon("2024-03-01"), Cause.command(id("back"), noon("2024-03-01")));
            assertEquals("low", tier());
        }
    }

    @Test
    void a_tier_that_follows_what_is_at_hand_looks_into_the_wallet_of_its_own_version() {
        String earning = "\nearning: { rules: [{ id: base, gives: { points: 1, per: 1 } }] }";
        String tiers = "\ntiers: { basis: balance, wallet: second, window: { kind: ever }, " + MID;
        begin("wallets: [{ id: first }]" + earning);
        InForce before = new InForce(Instant.EPOCH, version(1, "wallets: [{ id: first }]" + earning));
        InForce after = new InForce(
                noon("2023-03-01"), version(2, "wallets: [{ id: first }, { id: second }]" + earning + tiers));
        buys("p", "2023-02-01", "2023-02-01", line(1, "A", 100_00));
        store.publish(new Rulebook(2, Map.of("club", new Programme(List.of(before, after), Stopped.NOTHING))));
        store.tick(id("ana"), noon("2023-03-02"));
        assertEquals("low", tier());
        assertEquals(0, store.member(id("ana")).standing().value());
    }

    private void begin(String document) {
        store = new PaperStore(rules(document));
        store.enrol(id("ana"), JOINED, Cause.command(id("ana joins"), JOINED));
    }

    private static Rulebook rules(String document) {
        return Rulebook.of(version(1, document));
    }

    private static ProgrammeVersion version(int number, String document) {
        return CompileProgramme.from(
                DocumentText.read("format: 1\nid: club\n" + document),
                number,
                Currency.getInstance("USD"),
                ZoneOffset.UTC);
    }

    private static Instant noon(String day) {
        return Instant.parse(day + "T12:00:00Z");
    }

    private void buys(String name, String on, String recorded, Purchase.Line... lines) {
        store.apply(List.of(told(recorded(name, "ana", purchase(noon(on), false, lines)), noon(recorded))));
    }

    private void brings(String purchase, String on, Refund.Line... goods) {
        store.apply(List.of(told(refunded("undo " + on, purchase, null, refund(noon(on), goods)), noon(on))));
    }

    private long active() {
        return store.wallet(id("ana")).active();
    }

    private String tier() {
        return store.member(id("ana")).standing().tier();
    }
}
