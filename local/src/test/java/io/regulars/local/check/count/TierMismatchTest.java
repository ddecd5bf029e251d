package io.regulars.local.check.count;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.local.check.column.Ids;
import io.regulars.local.check.evidence.Evidence;
import io.regulars.local.check.evidence.Facts;
import io.regulars.local.check.evidence.Loyalty;
import io.regulars.local.check.evidence.Micros;
import io.regulars.local.check.evidence.Terms;
import io.regulars.local.check.evidence.Terms.Level;
import io.regulars.local.check.evidence.Terms.Shape;
import io.regulars.local.check.evidence.Versions;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Memberships without tiers, with tiers that a version brought, and of one customer in two programmes. */
class TierMismatchTest {
    private static final int ANN = 1;

    private Evidence evidence = of(List.of(new Level("bronze", 0), new Level("silver", 500)));

    private static Evidence of(List<Level> levels) {
        Ids ids = new Ids();
        ids.of(new UUID(0, ANN));
        Shape shape = new Shape(true, !levels.isEmpty(), false, false);
        return new Evidence(
                ids,
                Versions.of(new Terms("p", "points", shape, 100, Period.ofYears(1), levels, ZoneOffset.UTC, "USD")));
    }

    private void isIn(String programme, String tier) {
        evidence.loyalty.members.add(
                new Loyalty.Member(ANN, programme, 0, 0, tier, 0, 0, "", Micros.NEVER, Micros.NEVER, 0));
    }

    private void kept(String programme, long from, String tier) {
        evidence.loyalty.tierHistory.add(new Loyalty.TierFrom(ANN, programme, from, tier));
    }

    private void moves(String programme, String from, String to, long spend) {
        evidence.facts.tierMoves.add(new Facts.TierMove(ANN, ANN, programme, from, to, spend));
    }

    private void enrols(String programme, String tier) {
        evidence.facts.enrolments.add(new Facts.Enrolment(ANN, ANN, programme, 0, 0, 0, tier));
    }

    /** Somebody acted on her by hand, so nothing is reckoned: only what is told and kept is compared. */
    private void finds(int wrong) {
        evidence.loyalty.byHand.add(ANN);
        assertEquals(wrong, TierMismatch.find(evidence).count());
    }

    @Test
    void without_tiers_nobody_has_a_history() {
        evidence = of(List.of());
        isIn("p", "");
        finds(0);
    }

    @Test
    void what_a_version_brought_or_took_away_was_told_to_nobody() {
        evidence = of(List.of());
        enrols("p", "");
        kept("p", 7, "bronze");
        isIn("p", "bronze");
        finds(0);
    }

    @Test
    void a_tier_that_is_not_the_last_one_kept_is_found_without_tiers_too() {
        evidence = of(List.of());
        kept("p", 7, "bronze");
        isIn("p", "");
        finds(1);
    }

    @Test
    void two_memberships_of_one_customer_have_tiers_of_their_own() {
        enrols("p", "bronze");
        kept("p", 0, "bronze");
        isIn("p", "bronze");
        kept("q", 7, "silver");
        isIn("q", "silver");
        finds(0);
        moves("p", "bronze", "silver", 500);
        finds(1);
    }
}
