package io.regulars.loyalty.tier;

import static io.regulars.loyalty.Club.PROGRAMME;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.loyalty.points.life.Calendar;
import io.regulars.loyalty.tier.CountedDays.CountedDay;
import io.regulars.loyalty.tier.standing.Days;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final UUID ANA = new UUID(1, 1);
    private static final Calendar CALENDAR = Calendar.of(PROGRAMME);
    private static final Instant START = Instant.parse("2023-02-20T10:00:00Z");
    private static final LocalDate DAY = CALENDAR.dayOf(START);

    @Test
    void a_tier_begins_at_its_threshold() {
        assertEquals("bronze", after(499_99));
        assertEquals("silver", after(500_00));
        assertEquals("gold", after(2000_00));
        assertEquals("bronze", after(-1));
    }

    private static String after(long spend) {
        Progress progress = newcomer();
        progress.count(DAY, spend, 0, null);
        progress.settle(ANA, START);
        return progress.tier();
    }

    @Test
    void spend_counts_to_the_day_before_it_is_a_year_old_and_not_on_that_day() {
        Progress progress = newcomer();
        progress.count(DAY, 600_00, 0, null);
        assertEquals("silver", progress.settle(ANA, START).orElseThrow().to());

        Instant firstMomentWithout = CALENDAR.startOf(DAY.plusYears(1));
        progress.reach(firstMomentWithout.minusSeconds(1));
        assertTrue(progress.settle(ANA, firstMomentWithout).isEmpty());
        progress.reach(firstMomentWithout);
        assertEquals(
                "bronze", progress.settle(ANA, firstMomentWithout).orElseThrow().to());
    }

    @Test
    void a_receipt_ahead_of_its_time_counts_once_its_day_has_come() {
        Progress progress = newcomer();
        progress.count(DAY.plusDays(1), 600_00, 0, null);
        assertTrue(progress.settle(ANA, START).isEmpty());
        progress.reach(CALENDAR.startOf(DAY.plusDays(1)));
        assertEquals("silver", progress.settle(ANA, START).orElseThrow().to());
    }

    @Test
    void the_days_that_are_loaded_are_enough_to_know_the_spend() {
        Random random = new Random(5);
        for (int round = 0; round < 400; round++) followOneMember(random);
    }

    /** Reopens the progress with no more than it needs again and again, and sums everything up beside it. */
    private static void followOneMember(Random random) {
        Map<LocalDate, CountedDay> all = new TreeMap<>();
        Standing standing = newcomer().standing();
        for (int batch = 0; batch < 25; batch++) {
            List<Instant> heard = new ArrayList<>();
            Instant at = standing.asOf();
            for (int i = random.nextInt(4); i >= 0; i--) {
                at = at.plus(
                        Duration.ofMinutes(random.nextInt(5) == 0 ? random.nextInt(500_000) : random.nextInt(3_000)));
                heard.add(at);
            }
            List<Days> needed = NeededDays.of(standing, START, at, PROGRAMME);
            Progress progress = progress(standing, within(all, needed));
            for (Instant instant : heard) {
                progress.reach(instant);
                LocalDate day = CALENDAR.dayOf(instant).minusDays(random.nextInt(3) == 0 ? random.nextInt(400) : 0);
                progress.count(day, random.nextLong(-500, 1_000), 0, null);
            }
            progress.days().added().forEach(day -> all.merge(day.counted().day(), day, CountedDay::and));
            standing = progress.standing();
            assertEquals(spend(all, standing.window()), standing.value());
        }
    }

    private static Collection<CountedDay> within(Map<LocalDate, CountedDay> all, List<Days> spans) {
        return all.values().stream()
                .filter(day ->
                        spans.stream().anyMatch(span -> span.hold(day.counted().day())))
                .toList();
    }

    private static long spend(Map<LocalDate, CountedDay> all, Days window) {
        LocalDate first = window.last().minusYears(1).plusDays(1);
        return all.values().stream()
                .filter(day -> !day.counted().day().isBefore(first)
                        && !day.counted().day().isAfter(window.last()))
                .mapToLong(day -> day.counted().spend())
                .sum();
    }

    private static Progress newcomer() {
        return progress(Standing.newcomer(START), List.of());
    }

    private static Progress progress(Standing standing, Collection<CountedDay> days) {
        return new Progress(standing, START, new CountedDays(days), wallet -> 0, at -> PROGRAMME);
    }
}
