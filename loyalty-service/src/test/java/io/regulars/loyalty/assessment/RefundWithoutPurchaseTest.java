package io.regulars.loyalty.assessment;

import static io.regulars.loyalty.Club.back;
import static io.regulars.loyalty.Club.id;
import static io.regulars.loyalty.Club.line;
import static io.regulars.loyalty.Club.purchase;
import static io.regulars.loyalty.Club.recorded;
import static io.regulars.loyalty.Club.refund;
import static io.regulars.loyalty.Club.refunded;
import static io.regulars.loyalty.Club.told;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.events.Refund;
import io.regulars.loyalty.PaperStore;
import io.regulars.loyalty.programme.CompileProgramme;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.programme.text.DocumentText;
import io.regulars.platform.journal.Cause;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Goods come back and nobody knows what receipt they were on. */
class RefundWithoutPurchaseTest {

    private static final Instant NOON = Instant.parse("2023-02-03T12:00:00Z");

    private final PaperStore store = new PaperStore(Rulebook.of(CompileProgramme.from(
            DocumentText.read("format: 1\nid: club\nearning: { rules: [{ id: base, gives: { points: 1, per: 1 } }] }"),
            1,
            Currency.getInstance("USD"),
            ZoneOffset.UTC)));

    @BeforeEach
    void ana_bought_something() {
        enrols(NOON.minus(Duration.ofDays(9)));
        Instant before = NOON.minus(Duration.ofDays(5));
        store.apply(List.of(told(recorded("p", "ana", purchase(before, false, line(1, "A", 100_00))), before)));
    }

    @Test
    void it_is_taken_once_though_its_clock_was_ahead_and_the_member_left_and_came_back_before_that() {
        bringsBack(NOON, NOON.minusSeconds(7_200));
        assertEquals(90, active());
        leaves(NOON.minusSeconds(3_600));
        enrols(NOON.minusSeconds(1_800));
        assertEquals(90, active());
    }

    @Test
    void what_came_while_nobody_was_a_member_and_says_it_happened_since_is_taken() {
        leaves(NOON.minusSeconds(7_200));
        bringsBack(NOON, NOON.minusSeconds(3_600));
        assertEquals(100, active());
        enrols(NOON.minusSeconds(1_800));
        assertEquals(90, active());
    }

    private void bringsBack(Instant saidToBeAt, Instant arrived) {
        Refund goods = refund(saidToBeAt, back(1, "A", 10_00));
        store.apply(List.of(told(refunded("undo", null, "ana", goods), arrived)));
    }

    private void leaves(Instant at) {
        store.leave(id("ana"), Cause.command(id("leaves"), at));
    }

    private void enrols(Instant at) {
        store.enrol(id("ana"), at, Cause.command(id("joins " + at), at));
    }

    private long active() {
        return store.wallet(id("ana")).active();
    }
}
