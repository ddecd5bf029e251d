package io.regulars.loyalty.tier.standing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.loyalty.tier.standing.BasisRules.Counted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The outlook looks only at days on which something may change; whoever looks at every day sees the same. */
class DayByDayTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind: rolling, length: P1M",
                "kind: rolling, length: P6M",
                "kind: rolling, length: P1M10D",
                "kind: calendar, unit: month",
                "kind: calendar, unit: half",
                "kind: anniversary"
            })
    void the_drop_and_the_level_in_a_year_are_those_of_a_look_at_every_day(String window) {
        Random random = new Random(8);
        for (String downgrade : List.of("full", "oneLevel", "never")) {
            TierPlan plan = Tiers.plan(window, "downgrade: " + downgrade);
            for (int round = 0; round < 12; round++) {
                LocalDate joined = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(400));
                LocalDate today = LocalDate.of(2025, 6, 1).plusDays(random.nextInt(400));
                List<Counted> counted = counted(random, today);
                TierOutlook outlook =
                        new TierOutlookRules(plan, joined, counted, 0).on(today, TierStanding.newcomer(plan, joined));
                assertEquals(
                        seenDayByDay(plan, joined, today, counted),
                        Arrays.asList(outlook.keptUntil(), outlook.dropsTo(), outlook.projected()),
                        () -> downgrade + " joined " + joined + " today " + today + " " + counted);
            }
        }
    }

    private static List<Object> seenDayByDay(TierPlan plan, LocalDate joined, LocalDate today, List<Counted> counted) {
        TierMoveRules moves = new TierMoveRules(plan, joined);
        TierOutlookRules rules = new TierOutlookRules(plan, joined, counted, 0);
        TierStanding then = moves.on(today, rules.valueOn(today), TierStanding.newcomer(plan, joined));
        Object first = then.earned();
        Object keptUntil = null;
        Object dropsTo = null;
        Object inAYear = first;
        for (LocalDate day = today.plusDays(1); !day.isAfter(today.plusYears(2)); day = day.plusDays(1)) {
            then = moves.on(day, rules.valueOn(day), then);
            if (dropsTo == null && !then.earned().equals(first)) {
                keptUntil = day.minusDays(1);
                dropsTo = then.earned();
            }
            if (!day.isAfter(today.plusYears(1))) inAYear = then.earned();
        }
        return Arrays.asList(keptUntil, dropsTo, inAYear);
    }

    private static List<Counted> counted(Random random, LocalDate today) {
        List<Counted> counted = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(5); i++) {
            counted.add(new Counted(today.minusDays(random.nextInt(420)), 0, random.nextInt(1_200), 0));
        }
        return counted;
    }
}
