package io.regulars.loyalty.tier;

import static io.regulars.loyalty.Club.PROGRAMME;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.loyalty.tier.Progress.Counted;
import io.regulars.loyalty.tier.TierRules.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final UUID ANA = new UUID(1, 1);
    private static final Instant START = Instant.parse("2023-02-20T10:00:00Z");

    @Test
    void a_tier_begins_at_its_threshold() {
        assertEquals("bronze", TierRules.tierFor(499_99, PROGRAMME));
        assertEquals("silver", TierRules.tierFor(500_00, PROGRAMME));
        assertEquals("gold", TierRules.tierFor(2000_00, PROGRAMME));
        assertEquals("bronze", TierRules.tierFor(-1, PROGRAMME));
    }

    @Test
    void spend_counts_for_twelve_months_and_the_tier_moves_only_when_something_is_heard() {
        Progress progress = newcomer();
        progress.reach(START.plusSeconds(1));
        progress.count(START, 600_00);
        assertEquals("silver", progress.settle(ANA, START).orElseThrow().to());

        Instant lastMoment = START.atZone(PROGRAMME.zone()).plusMonths(12).toInstant();
        progress.reach(lastMoment.minusSeconds(1));
        assertTrue(progress.settle(ANA, lastMoment).isEmpty());
        progress.reach(lastMoment);
        assertEquals("bronze", progress.settle(ANA, lastMoment).orElseThrow().to());
    }

    @Test
    void a_receipt_ahead_of_its_time_counts_once_its_time_has_come() {
        Progress progress = newcomer();
        Instant ahead = START.plus(Duration.ofHours(20));
        progress.count(ahead, 600_00);
        assertTrue(progress.settle(ANA, START).isEmpty());
        progress.reach(ahead);
        assertEquals("silver", progress.settle(ANA, ahead).orElseThrow().to());
    }

    @Test
    void what_is_loaded_at_the_edges_is_enough_to_know_the_spend() {
        Random random = new Random(5);
        for (int round = 0; round < 400; round++) followOneMember(random);
    }

    /** Reopens the progress with no more than its edges again and again, and sums everything up beside it. */
    private static void followOneMember(Random random) {
        List<Counted> all = new ArrayList<>();
        Standing standing = newcomer().standing();
        for (int batch = 0; batch < 25; batch++) {
            List<Instant> heard = new ArrayList<>();
            Instant at = standing.asOf();
            for (int i = random.nextInt(4); i >= 0; i--) {
                at = at.plus(
                        Duration.ofMinutes(random.nextInt(5) == 0 ? random.nextInt(500_000) : random.nextInt(3_000)));
                heard.add(at);
            }
            List<Span> edges = TierRules.edges(standing, at, PROGRAMME);
            List<Counted> near = all.stream()
                    .filter(each -> edges.stream().anyMatch(span -> span.holds(each.occurredAt())))
                    .toList();
            Progress progress = new Progress(standing, near, PROGRAMME);
            for (Instant instant : heard) {
                Counted receipt = new Counted(occurred(random, instant), random.nextLong(-500, 1_000));
                progress.reach(instant);
                progress.count(receipt.occurredAt(), receipt.amount());
                all.add(receipt);
            }
            standing = progress.standing();
            assertEquals(spend(all, standing.asOf()), standing.spend());
        }
    }

    private static Instant occurred(Random random, Instant heard) {
        return switch (random.nextInt(4)) {
            case 0 -> heard.plus(Duration.ofMinutes(random.nextInt(1_440)));
            case 1 -> heard.minus(Duration.ofMinutes(random.nextInt(600_000)));
            default -> heard.minus(Duration.ofMinutes(random.nextInt(60)));
        };
    }

    private static long spend(List<Counted> all, Instant asOf) {
        Instant from = asOf.atZone(PROGRAMME.zone()).minusMonths(12).toInstant();
        return all.stream()
                .filter(each ->
                        each.occurredAt().isAfter(from) && !each.occurredAt().isAfter(asOf))
                .mapToLong(Counted::amount)
                .sum();
    }

    private static Progress newcomer() {
        return new Progress(Standing.newcomer(PROGRAMME.lowestTier(), START), List.of(), PROGRAMME);
    }
}
