package io.regulars.loyalty.model;

import static io.regulars.loyalty.Club.id;
import static io.regulars.loyalty.Club.line;
import static io.regulars.loyalty.Club.purchase;
import static io.regulars.loyalty.Club.recorded;
import static io.regulars.loyalty.Club.told;
import static io.regulars.loyalty.Club.voided;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.events.TouchpointEvent.TouchpointRecorded;
import io.regulars.loyalty.PaperStore;
import io.regulars.loyalty.points.Wallet;
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

/** Where thousands of cases were needed until engine and model disagreed and the engine was wrong. */
class FoundByLongRunsTest {

    private static final String BASE = "earning: { rules: [{ id: base, gives: { points: 1, per: 1 } }] }";
    private static final String TIERS = "\ntiers: { basis: points, window: { kind: calendar, unit: month }, levels: "
            + "[{ id: low, threshold: 0 }, { id: mid, threshold: 10, multiply: 3 }] }";

    private final List<InForce> versions = new ArrayList<>();
    private PaperStore store;

    @Test
    void what_was_waited_for_in_vain_before_its_receipt_came_is_given_up_at_once() {
        publish(
                "1970-01-01",
                "wallets: [{ id: points, pending: { kind: event, event: review, givenUpAfter: P10D } }]\n" + BASE);
        joins("2023-01-01");
        buys("late", "2023-02-01", "2023-02-20", 10_00);
        assertEquals(0, store.wallet(id("ana")).pending());
    }

    @Test
    void a_tier_that_ended_with_a_version_without_tiers_judges_no_late_receipt() {
        publish("1970-01-01", BASE + TIERS);
        joins("2023-01-01");
        buys("first", "2023-01-02", "2023-01-02", 10_00);
        assertEquals("mid", store.member(id("ana")).standing().tier());
        publish("2023-03-01", BASE);
        store.tick(id("ana"), noon("2023-03-02"));
        publish("2023-05-01", BASE + TIERS);
        buys("late", "2023-05-03", "2023-05-06", 10_00);
        assertEquals(20, active());
    }

    @Test
    void a_tier_that_ended_with_a_version_without_tiers_judges_nobody_who_came_back_to_begin_anew() {
        String anew = BASE + "\nmembership: { rejoiningRestoresTier: false }";
        publish("1970-01-01", anew + TIERS);
        joins("2023-01-01");
        buys("first", "2023-01-02", "2023-01-02", 10_00);
        store.leave(id("ana"), Cause.command(id("ana leaves"), noon("2023-01-05")));
        publish("2023-03-01", anew);
        joins("2023-03-02");
        publish("2023-05-01", anew + TIERS);
        buys("late", "2023-04-03", "2023-05-06", 10_00);
        buys("later", "2023-05-03", "2023-05-06", 10_00);
        assertEquals(30, active());
    }

    @Test
    void a_limit_that_a_voided_receipt_used_is_used_from_its_own_moment_on_and_not_before() {
        publish(
                "1970-01-01",
                "earning: { rules: [{ id: base, gives: { points: 1, per: 1 }, limits: { coolDown: P1M } }] }");
        joins("2023-01-01");
        buys("later", "2023-01-16", "2023-01-16", 10_00);
        store.apply(List.of(told(voided("later", "ana", noon("2023-01-17")), noon("2023-01-17"))));
        buys("late", "2023-01-10", "2023-01-18", 10_00);
        assertEquals(10, active());
        buys("next", "2023-01-19", "2023-01-19", 10_00);
        assertEquals(10, active());
    }

    @Test
    void what_was_done_before_the_opt_in_does_not_count_when_it_is_told_once_more() {
        publish("1970-01-01", "earning: { rules: [{ id: kind-words, trigger: review, gives: { fixed: 5 } }] }");
        does("review", "2023-01-05", "2023-01-05");
        joins("2023-01-10", "2023-01-01");
        does("review", "2023-01-05", "2023-01-05");
        assertEquals(0, active());
    }

    @Test
    void points_of_something_that_is_heard_of_late_start_with_what_they_wait_for_in_any_order() {
        publish("1970-01-01", """
                wallets: [{ id: points, pending: { kind: event, event: custom.delivered } }]
                earning: { rules: [{ id: kind-words, trigger: review, gives: { fixed: 5 } }] }
                """);
        joins("2023-01-01");
        does("custom.delivered", "2023-01-06", "2023-01-06");
        does("review", "2023-01-05", "2023-01-07");
        assertEquals(5, active());
    }

    private void publish(String from, String document) {
        int number = versions.size() + 1;
        ProgrammeVersion version = CompileProgramme.from(
                DocumentText.read("format: 1\nid: club\n" + document),
                number,
                Currency.getInstance("USD"),
                ZoneOffset.UTC);
        versions.add(new InForce(Instant.parse(from + "T00:00:00Z"), version));
        Programme programme = new Programme(List.copyOf(versions), Stopped.NOTHING);
        Rulebook rules = new Rulebook(number, Map.of("club", programme));
        if (store == null) store = new PaperStore(rules);
        else store.publish(rules);
    }

    private void joins(String day) {
        joins(day, day);
    }

    private void joins(String day, String asOf) {
        store.enrol(id("ana"), noon(asOf), Cause.command(id("ana joins"), noon(day)));
    }

    private void does(String type, String on, String recorded) {
        TouchpointRecorded done =
                new TouchpointRecorded(id(type + on), id("ana"), null, type, "app", null, null, null, noon(on));
        store.apply(List.of(told(done, noon(recorded))));
    }

    private void buys(String name, String on, String recorded, long cents) {
        store.apply(List.of(told(
                recorded(name, "ana", purchase(noon(on), false, line(1, "A", cents))), noon(recorded))));
    }

    private static Instant noon(String day) {
        return Instant.parse(day + "T12:00:00Z");
    }

    private long active() {
        return store.wallets(id("ana")).stream().mapToLong(Wallet::active).sum();
    }
}
