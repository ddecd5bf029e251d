package io.regulars.loyalty;

import static io.regulars.loyalty.Club.PROGRAMME;
import static io.regulars.loyalty.Club.id;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.events.MembershipEvent;
import io.regulars.events.MembershipEvent.PointsEarned;
import io.regulars.events.MembershipEvent.PointsReversed;
import io.regulars.events.MembershipEvent.PurchaseAssessed;
import io.regulars.loyalty.Story.Step;
import io.regulars.loyalty.membership.Memberships.Stored;
import io.regulars.loyalty.points.Account;
import io.regulars.loyalty.points.Lot;
import io.regulars.loyalty.points.Transfer;
import io.regulars.loyalty.points.Wallet;
import io.regulars.loyalty.tier.Progress.Counted;
import io.regulars.loyalty.tier.TierRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
                assertEquals(remaining(one, name), remaining(thousand, name), "seed " + seed);
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
        assertEquals(first.standing(), second.standing(), "seed " + seed);
        assertEquals(first.wallet().active(), second.wallet().active(), "seed " + seed);
        assertEquals(first.wallet().debt(), second.wallet().debt(), "seed " + seed);
    }

    private static void assertBooksBalance(PaperStore store, String name, int seed) {
        Stored member = store.member(id(name));
        Wallet wallet = member.wallet();
        Map<Account, Long> balances = new HashMap<>();
        for (Transfer each : store.transfers(id(name))) {
            balances.merge(each.credit(), each.amount(), Long::sum);
            balances.merge(each.debit(), -each.amount(), Long::sum);
        }
        assertEquals(0, balances.values().stream().mapToLong(Long::longValue).sum());
        assertEquals(wallet.active(), balances.getOrDefault(Account.ACTIVE, 0L), "seed " + seed);
        assertEquals(-wallet.debt(), balances.getOrDefault(Account.DEBT, 0L), "seed " + seed);
        assertEquals(
                wallet.active(),
                remaining(store, name).values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
        assertEquals(wallet.transfers(), store.transfers(id(name)).size());
        assertEquals(
                wallet.balance(),
                store.saidOf(id(name)).stream()
                        .mapToLong(OrderOfArrivalTest::earned)
                        .sum());
        var window = member.standing()
                .asOf()
                .atZone(PROGRAMME.zone())
                .minusMonths(12)
                .toInstant();
        long spend = store.counted(member.membership())
                .filter(each -> each.occurredAt().isAfter(window)
                        && !each.occurredAt().isAfter(member.standing().asOf()))
                .mapToLong(Counted::amount)
                .sum();
        assertEquals(spend, member.standing().spend(), "seed " + seed);
        assertEquals(TierRules.tierFor(spend, PROGRAMME), member.standing().tier(), "seed " + seed);
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
        PaperStore store = new PaperStore(PROGRAMME);
        Story.tell(steps, batchSize, store);
        return store;
    }
}
