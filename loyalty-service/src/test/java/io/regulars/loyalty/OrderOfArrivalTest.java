package io.regulars.loyalty;

import static io.regulars.loyalty.Club.PROGRAMME;
import static io.regulars.loyalty.Club.RULES;
import static io.regulars.loyalty.Club.id;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.events.MembershipEvent;
import io.regulars.events.MembershipEvent.PointsEarned;
import io.regulars.events.MembershipEvent.PointsReversed;
import io.regulars.events.MembershipEvent.PurchaseAssessed;
import io.regulars.loyalty.Story.Step;
import io.regulars.loyalty.earning.late.LatenessRules;
import io.regulars.loyalty.membership.Memberships.Stored;
import io.regulars.loyalty.points.Lot;
import io.regulars.loyalty.points.Transfer;
import io.regulars.loyalty.points.Wallet;
import io.regulars.loyalty.points.life.Movement.Place;
import io.regulars.loyalty.receipt.KeptRefund.State;
import io.regulars.loyalty.tier.standing.BasisRules;
import io.regulars.loyalty.tier.standing.Days;
import io.regulars.loyalty.tier.standing.TierPlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whatever arrives first, twice, together or alone: the same club in the end. */
class OrderOfArrivalTest {

    private static final int STORIES = 400;
    private static final String[] FAMILY = {"ana", "bea"};

    @Test
    void any_order_ends_in_the_same_wallets_and_tiers() {
        for (int seed = 0; seed < STORIES; seed++) {
            Random random = new Random(seed);
            List<Step> steps = Story.of(random, FAMILY).steps();
            PaperStore inOrder = told(steps, 1);
            for (int shuffle = 0; shuffle < 4; shuffle++) {
                List<Step> shuffled = new ArrayList<>(steps);
                Collections.shuffle(shuffled, random);
                PaperStore another = told(shuffled, 1 + random.nextInt(6));
                for (String name : FAMILY) assertSameEnd(inOrder, another, name, seed);
            }
        }
    }

    @Test
    void the_size_of_a_batch_changes_nothing_that_is_said_or_posted() {
        for (int seed = 0; seed < STORIES; seed++) {
            List<Step> steps = Story.of(new Random(seed), FAMILY).steps();
            PaperStore one = told(steps, 1);
            PaperStore thousand = told(steps, 1_000);
            assertEquals(one.said(), thousand.said(), "seed " + seed);
            for (String name : FAMILY) {
                assertEquals(one.member(id(name)), thousand.member(id(name)), "seed " + seed);
                assertEquals(one.transfers(id(name)), thousand.transfers(id(name)), "seed " + seed);
                assertEquals(one.lots(id(name)), thousand.lots(id(name)), "seed " + seed);
                assertEquals(one.days(id(name)), thousand.days(id(name)), "seed " + seed);
            }
        }
    }

    @Test
    void strangers_do_not_disturb_each_other() {
        for (int seed = 0; seed < STORIES; seed++) {
            Random random = new Random(seed);
            List<Step> ana = Story.of(random, "ana").steps();
            List<Step> bea = Story.of(random, "bea").steps();
            PaperStore together = told(interleaved(ana, bea, random), 1 + random.nextInt(9));
            assertEquals(told(ana, 1).saidOf(id("ana")), together.saidOf(id("ana")), "seed " + seed);
            assertEquals(told(bea, 1).saidOf(id("bea")), together.saidOf(id("bea")), "seed " + seed);
        }
    }

    @Test
    void points_are_conserved_and_every_receipt_is_answered_once() {
        for (int seed = 0; seed < STORIES; seed++) {
            List<Step> steps = Story.of(new Random(seed), FAMILY).steps();
            PaperStore store = told(steps, 7);
            for (String name : FAMILY) if (store.member(id(name)) != null) assertBooksBalance(store, name, seed);
            long receipts = steps.stream()
                    .filter(each -> each.heard() != null)
                    .map(each -> each.heard().eventId())
                    .distinct()
                    .count();
            List<UUID> answered = store.said().stream()
                    .filter(PurchaseAssessed.class::isInstance)
                    .map(each -> ((PurchaseAssessed) each).receiptId())
                    .toList();
            assertEquals(receipts, answered.size(), "seed " + seed);
            assertEquals(receipts, answered.stream().distinct().count(), "seed " + seed);
        }
    }

    private static void assertSameEnd(PaperStore one, PaperStore other, String name, int seed) {
        Stored first = one.member(id(name));
        Stored second = other.member(id(name));
        assertEquals(first == null, second == null);
        if (first == null) return;
        assertEquals(first.standing().tier(), second.standing().tier(), "seed " + seed);
        assertEquals(first.standing().value(), second.standing().value(), "seed " + seed);
        assertEquals(first.standing().window(), second.standing().window(), "seed " + seed);
        assertEquals(spendByDay(one, name), spendByDay(other, name), "seed " + seed);
        assertEquals(first.experience(), second.experience(), "seed " + seed);
        Wallet wallet = one.wallet(id(name));
        assertEquals(wallet.active(), other.wallet(id(name)).active(), "seed " + seed);
        assertEquals(wallet.debt(), other.wallet(id(name)).debt(), "seed " + seed);
    }

    private static void assertBooksBalance(PaperStore store, String name, int seed) {
        Stored member = store.member(id(name));
        Wallet wallet = store.wallet(id(name));
        Map<Place, Long> balances = new HashMap<>();
        for (Transfer each : store.transfers(id(name))) {
            balances.merge(each.way().to(), each.amount(), Long::sum);
            balances.merge(each.way().from(), -each.amount(), Long::sum);
        }
        assertEquals(0, balances.values().stream().mapToLong(Long::longValue).sum());
        assertEquals(wallet.active(), balances.getOrDefault(Place.ACTIVE, 0L), "seed " + seed);
        assertEquals(-wallet.debt(), balances.getOrDefault(Place.DEBT, 0L), "seed " + seed);
        assertEquals(
                wallet.active(),
                remaining(store, name).values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
        assertEquals(member.transfers(), store.transfers(id(name)).size());
        assertEquals(
                wallet.balance(),
                store.saidOf(id(name)).stream()
                        .mapToLong(OrderOfArrivalTest::earned)
                        .sum());
        Days window = member.standing().window();
        long spend = BasisRules.value(
                PROGRAMME.document().tiers().basis(),
                store.days(id(name)).values().stream().map(day -> day.counted()).toList(),
                window,
                0);
        assertEquals(spend, member.standing().value(), "seed " + seed);
        assertEquals(
                TierPlan.of(PROGRAMME).reached(spend).id(), member.standing().tier(), "seed " + seed);
        assertEquals(
                counted(store, member),
                store.days(id(name)).values().stream()
                        .mapToLong(day -> day.counted().spend())
                        .sum());
    }

    /** Straight from the receipts: what counts and did not come after the grace, less all that came back of it. */
    private static long counted(PaperStore store, Stored member) {
        Map<UUID, Boolean> counts = new HashMap<>();
        long sum = 0;
        for (var each : store.purchases()) {
            boolean in = member.owner().customerId().equals(each.customerId())
                    && member.membership().counts(each.occurredAt())
                    && LatenessRules.of(each.occurredAt(), each.recordedAt(), PROGRAMME)
                            .countsForTier();
            in = in && !isVoided(store, each.purchaseId());
            counts.put(each.purchaseId(), in);
            if (in) sum += each.total(PROGRAMME);
        }
        for (var each : store.refunds()) {
            boolean ofMember = member.owner().customerId().equals(each.customerId()) && each.state() == State.COUNTED;
            boolean in = ofMember && (each.originalId() == null || counts.get(each.originalId()));
            if (in) sum -= each.total(PROGRAMME);
        }
        return sum;
    }

    private static boolean isVoided(PaperStore store, UUID purchase) {
        return store.refunds().stream().anyMatch(back -> back.whole() && purchase.equals(back.originalId()));
    }

    /** On which day a part of a point went back depends on which of two refunds came first; all other things do not. */
    private static Map<LocalDate, Long> spendByDay(PaperStore store, String name) {
        Map<LocalDate, Long> spend = new TreeMap<>();
        store.days(id(name))
                .forEach((day, counted) -> spend.put(day, counted.counted().spend()));
        spend.values().removeIf(nothing -> nothing == 0);
        return spend;
    }

    private static long earned(MembershipEvent said) {
        if (said instanceof PurchaseAssessed answer)
            return answer.points() == null ? 0 : answer.points().earned();
        if (said instanceof PointsEarned later) return later.points().earned();
        return said instanceof PointsReversed later ? later.points().earned() : 0;
    }

    private static Map<Long, Long> remaining(PaperStore store, String name) {
        Map<Long, Long> remaining = new HashMap<>();
        for (Lot lot : store.lots(id(name))) remaining.put(lot.number(), lot.remaining());
        return remaining;
    }

    private static List<Step> interleaved(List<Step> one, List<Step> other, Random random) {
        List<Step> all = new ArrayList<>();
        int a = 0;
        int b = 0;
        while (a < one.size() || b < other.size()) {
            boolean first = b == other.size() || (a < one.size() && random.nextBoolean());
            all.add(first ? one.get(a++) : other.get(b++));
        }
        return all;
    }

    private static PaperStore told(List<Step> steps, int batchSize) {
        PaperStore store = new PaperStore(RULES);
        Story.tell(steps, batchSize, store);
        return store;
    }
}
