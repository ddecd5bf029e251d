package io.regulars.engagement.shopper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.engagement.shopper.Shopper.Membership;
import io.regulars.events.MembershipEvent.MemberEnrolled;
import io.regulars.events.MembershipEvent.MemberStatus;
import io.regulars.events.MembershipEvent.MemberStatusChanged;
import io.regulars.events.MembershipEvent.Outcome;
import io.regulars.events.MembershipEvent.Points;
import io.regulars.events.MembershipEvent.PointsEarned;
import io.regulars.events.MembershipEvent.PointsReversed;
import io.regulars.events.MembershipEvent.PurchaseAssessed;
import io.regulars.events.MembershipEvent.TierChanged;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ShopperBookTest {

    private static final Instant MORNING = Instant.parse("2026-11-21T09:00:00Z");
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final UUID ana = UUID.randomUUID();
    private final Membership membership = new Membership(ana, "regulars");
    private final ShopperBook book = new ShopperBook(Map.of());

    @Test
    void a_batch_about_one_member_is_one_row() {
        book.note(new MemberEnrolled(ana, "regulars", MORNING, MORNING, null, "1", "bronze", MORNING));
        book.note(assessed(Outcome.EARNED, 25, "bronze", NOON));
        book.note(new PointsEarned(ana, "regulars", UUID.randomUUID(), List.of(), new Points(5, 0, 30), NOON));
        book.note(new PointsReversed(
                ana, "regulars", UUID.randomUUID(), UUID.randomUUID(), List.of(), new Points(-10, 0, 20), NOON));

        assertEquals(
                List.of(new Shopper(membership, "bronze", 0L, 20L, MORNING, NOON, true)), List.copyOf(book.news()));
    }

    @Test
    void points_given_by_hand_change_the_balance_and_nothing_else() {
        book.note(ana, "regulars", new Points(50, 0, 75));
        book.note(ana, "regulars", null);

        assertEquals(List.of(new Shopper(membership, null, null, 75L, null, null, null)), List.copyOf(book.news()));
    }

    @Test
    void whether_anything_may_be_sent_is_what_was_said_last() {
        assertFalse(beSent(blocked(false)));
        assertTrue(beSent(blocked(true)));
        assertFalse(beSent(blocked(null)), "as it was before facts told it");
        assertTrue(beSent(
                new MemberStatusChanged(ana, "regulars", MemberStatus.BLOCKED, MemberStatus.ACTIVE, null, NOON)));
        book.note(blocked(false));
        book.note(assessed(Outcome.EARNED, 25, "bronze", NOON));
        assertFalse(book.news().iterator().next().beSent(), "a receipt says nothing of it");
        book.noteRise(new TierChanged(ana, "regulars", "bronze", "silver", 50_000, "reached", NOON).told(false));
        assertFalse(book.news().iterator().next().beSent());
        book.note(new MemberEnrolled(ana, "regulars", MORNING, MORNING, null, "1", "bronze", MORNING));
        assertTrue(book.news().iterator().next().beSent());
    }

    private boolean beSent(MemberStatusChanged changed) {
        book.note(changed);
        return book.news().iterator().next().beSent();
    }

    private MemberStatusChanged blocked(Boolean beSent) {
        return new MemberStatusChanged(ana, "regulars", MemberStatus.ACTIVE, MemberStatus.BLOCKED, beSent, NOON);
    }

    @Test
    void receipts_of_nobody_and_of_no_member_are_not_looked_at() {
        UUID receipt = UUID.randomUUID();
        book.note(new PurchaseAssessed(receipt, null, Outcome.ANONYMOUS, null, List.of(), null, null, NOON));
        book.note(new PurchaseAssessed(receipt, ana, Outcome.NOT_MEMBER, null, List.of(), null, null, NOON));
        book.note(new PurchaseAssessed(receipt, ana, Outcome.TRAINING, "regulars", List.of(), null, null, NOON));

        assertTrue(book.news().isEmpty());
    }

    @Test
    void a_refund_changes_the_balance_and_is_no_purchase() {
        book.note(assessed(Outcome.EARNED, 25, "bronze", MORNING));
        book.note(assessed(Outcome.REVERSED, 5, "bronze", NOON));

        assertEquals(
                List.of(new Shopper(membership, "bronze", null, 5L, null, MORNING, null)), List.copyOf(book.news()));
    }

    @Test
    void more_spent_than_on_entering_the_tier_before_is_a_rise() {
        ShopperBook known = new ShopperBook(Map.of(membership, 50_000L));

        assertTrue(known.noteRise(moved("silver", "gold", 100_100)));
        assertFalse(known.noteRise(moved("gold", "silver", 60_000)), "the rise in the same batch counts");
        assertTrue(known.noteRise(moved("silver", "gold", 100_000)));
    }

    @Test
    void a_tier_that_was_given_is_a_rise_whatever_was_spent() {
        ShopperBook known = new ShopperBook(Map.of(membership, 50_000L));

        assertTrue(known.noteRise(new TierChanged(ana, "regulars", "silver", "gold", 50_000, "given", NOON)));
        assertFalse(known.noteRise(new TierChanged(ana, "regulars", "gold", "silver", 60_000, "ended", NOON)));
    }

    @Test
    void whoever_just_joined_can_only_rise() {
        book.note(new MemberEnrolled(ana, "regulars", MORNING, MORNING, null, "1", "bronze", MORNING));

        assertTrue(book.noteRise(moved("bronze", "silver", 50_000)));
    }

    @Test
    void every_walk_through_the_tiers_is_told_right() {
        var random = new java.util.Random(7);
        long[] thresholds = {0, 50_000, 100_000};
        ShopperBook walk = new ShopperBook(Map.of());
        int tier = 0;
        for (int step = 0; step < 1_000; step++) {
            long spend = random.nextLong(150_000);
            int next = spend >= thresholds[2] ? 2 : spend >= thresholds[1] ? 1 : 0;
            if (next == tier) continue;
            assertEquals(next > tier, walk.noteRise(moved("t" + tier, "t" + next, spend)), "spend " + spend);
            tier = next;
        }
    }

    private PurchaseAssessed assessed(Outcome outcome, long balance, String tier, Instant at) {
        Points points = new Points(0, 0, balance);
        return new PurchaseAssessed(UUID.randomUUID(), ana, outcome, "regulars", List.of(), points, tier, at);
    }

    private TierChanged moved(String from, String to, long spend) {
        return new TierChanged(ana, "regulars", from, to, spend, null, NOON);
    }
}
