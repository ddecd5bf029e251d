package io.regulars.loyalty.assessment;

import static io.regulars.loyalty.Club.NOON;
import static io.regulars.loyalty.Club.RULES;
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
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.events.MembershipEvent.Outcome;
import io.regulars.events.MembershipEvent.PurchaseAssessed;
import io.regulars.events.Purchase;
import io.regulars.events.Refund;
import io.regulars.events.Voiding;
import io.regulars.loyalty.PaperStore;
import io.regulars.loyalty.membership.Experience;
import io.regulars.platform.journal.Cause;
import io.regulars.platform.view.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A whole receipt is undone: nothing of it stands, whatever came back of it before or after. */
class VoidTest {

    private static final Instant VOIDED = NOON.plusSeconds(300);

    private final PaperStore store = new PaperStore(RULES);

    @Test
    void a_voided_receipt_leaves_nothing_behind() {
        anaJoins();
        hear(bought("p", NOON, line(1, "A", 12_99)), undone("p"));

        assertEquals(12, answerTo(id("p")).points().earned());
        assertEquals(-12, answerTo(voidOf("p")).points().earned());
        assertEquals(Outcome.REVERSED, answerTo(voidOf("p")).outcome());
        assertNothingStands(2);
    }

    @Test
    void a_void_takes_what_refunds_left_and_a_refund_after_it_nothing() {
        anaJoins();
        hear(bought("p", NOON, line(1, "A", 10_00), line(2, "B", 5_00)));
        hear(told(refunded("r", "p", null, refund(NOON, back(1, "A", 3_50))), NOON));
        hear(undone("p"));
        hear(told(refunded("late", "p", null, refund(NOON, back(2, "B", 5_00))), NOON));

        assertEquals(-3, answerTo(id("r")).points().earned());
        assertEquals(-12, answerTo(voidOf("p")).points().earned());
        assertEquals(Outcome.NOTHING_TO_REVERSE, answerTo(id("late")).outcome());
        assertNothingStands(4);
    }

    @Test
    void any_split_of_refunds_and_a_void_in_any_order_ends_at_nothing() {
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            VoidTest one = new VoidTest();
            List<Told> facts = aReceiptTornApart(random);
            Collections.shuffle(facts, random);
            int joins = random.nextInt(facts.size() + 1);
            for (int i = 0; i < facts.size(); i++) {
                if (i == joins) one.anaJoins();
                one.hear(facts.get(i));
                if (random.nextInt(4) == 0) one.hear(facts.get(random.nextInt(i + 1)));
                if (i >= joins) assertTrue(one.store.wallet(id("ana")).balance() >= 0, "seed " + seed);
            }
            if (joins == facts.size()) one.anaJoins();
            one.assertNothingStands(facts.size());
        }
    }

    /** A purchase, refunds of it, a void of it. */
    private static List<Told> aReceiptTornApart(Random random) {
        Purchase.Line[] lines = new Purchase.Line[random.nextInt(4)];
        for (int i = 0; i < lines.length; i++) lines[i] = line(i + 1, "sku" + i % 2, random.nextLong(0, 9_999));
        List<Told> facts = new ArrayList<>();
        facts.add(bought("p", NOON, lines));
        facts.add(undone("p"));
        int refunds = random.nextInt(4);
        for (int i = 0; i < refunds; i++) {
            Integer number = random.nextBoolean() ? 1 + random.nextInt(lines.length + 1) : null;
            Refund.Line line = back(number, "sku" + random.nextInt(2), random.nextLong(1, 4_000));
            Instant at = NOON.plusSeconds(86_400L * random.nextInt(3) + i);
            facts.add(told(refunded("r" + i, "p", null, refund(at, line)), at));
        }
        return facts;
    }

    @Test
    void a_receipt_voided_before_the_opt_in_is_not_judged_again() {
        hear(bought("p", NOON, line(1, "A", 12_99)), undone("p"));
        anaJoins();

        assertTrue(store.judged(id("p")).isEmpty());
        assertEquals(0, store.transfers(id("ana")).size());
        assertNothingStands(2);
    }

    @Test
    void a_void_that_comes_first_is_answered_and_undoes_its_purchase() {
        anaJoins();
        hear(undone("p"));
        hear(bought("p", NOON, line(1, "A", 12_99)));

        assertEquals(Outcome.WAITING, answerTo(voidOf("p")).outcome());
        assertEquals(12, answerTo(id("p")).points().earned());
        assertNothingStands(2);
    }

    @Test
    void voids_of_nobodys_and_of_training_receipts_say_so() {
        hear(told(recorded("anonymous", null, purchase(NOON, false, line(1, "A", 5_00))), NOON));
        hear(told(recorded("training", "ana", purchase(NOON, true, line(1, "A", 5_00))), NOON));
        hear(undone("anonymous"), undone("training"));

        assertEquals(Outcome.ANONYMOUS, answerTo(voidOf("anonymous")).outcome());
        assertEquals(Outcome.TRAINING, answerTo(voidOf("training")).outcome());
    }

    @Test
    void a_visit_stands_as_long_as_one_receipt_of_that_store_and_day_does() {
        anaJoins();
        hear(bought("p", NOON, line(1, "A", 5_00)));
        hear(bought("q", NOON.plusSeconds(60), line(1, "A", 5_00)));

        hear(undone("p"));
        assertEquals(new Experience(1, 1, Map.of()), store.member(id("ana")).experience());
        hear(undone("q"));
        assertEquals(new Experience(0, 0, Map.of()), store.member(id("ana")).experience());
        hear(bought("s", NOON.plusSeconds(120), line(1, "A", 5_00)));
        assertEquals(new Experience(1, 1, Map.of()), store.member(id("ana")).experience());
    }

    private void assertNothingStands(int receipts) {
        assertEquals(0, store.wallet(id("ana")).balance());
        assertEquals(0, store.wallet(id("ana")).debt());
        assertEquals(0, store.member(id("ana")).standing().value());
        assertEquals(Experience.NONE, store.member(id("ana")).experience());
        store.days(id("ana"))
                .values()
                .forEach(day -> assertEquals(0, day.counted().spend()));
        store.days(id("ana"))
                .values()
                .forEach(day -> assertEquals(0, day.counted().visits()));
        store.days(id("ana"))
                .values()
                .forEach(day -> assertEquals(0, day.counted().points()));
        assertEquals(receipts, answers().size());
    }

    private void anaJoins() {
        store.enrol(id("ana"), NOON.minusSeconds(86_400), Cause.command(id("join"), NOON));
    }

    private static Told bought(String name, Instant at, Purchase.Line... lines) {
        return told(recorded(name, "ana", purchase(at, false, lines)), at);
    }

    private static Told undone(String purchase) {
        return told(voided(purchase, null, VOIDED), VOIDED);
    }

    private void hear(Told... batch) {
        store.apply(List.of(batch));
    }

    private static UUID voidOf(String purchase) {
        return Voiding.of(id(purchase));
    }

    private List<PurchaseAssessed> answers() {
        return store.said().stream()
                .filter(PurchaseAssessed.class::isInstance)
                .map(PurchaseAssessed.class::cast)
                .toList();
    }

    private PurchaseAssessed answerTo(UUID receipt) {
        return answers().stream()
                .filter(each -> each.receiptId().equals(receipt))
                .findFirst()
                .orElseThrow();
    }
}
