package io.regulars.loyalty.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.loyalty.earning.limit.Counters;
import io.regulars.loyalty.earning.limit.Counters.Tally;
import io.regulars.loyalty.programme.Cafe;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.Benefit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BenefitTest {

    private static final ProgrammeVersion CAFE = Cafe.version();
    private static final Benefit EARLY = CAFE.document().benefits().get(1);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    @Test
    void a_tier_has_its_benefits() {
        assertEquals(List.of(), BenefitRules.of("guest", CAFE));
        assertEquals(2, BenefitRules.of("family", CAFE).size());
        assertEquals(
                Optional.of("tier guest does not have Early access"),
                BenefitRules.whyNot(EARLY, "guest", Counters.NONE, CAFE, DAY));
    }

    @Test
    void a_benefit_is_used_so_often_a_period() {
        assertEquals(Optional.empty(), whyNot(1, DAY));
        assertEquals(Optional.of("Early access was used 2 times, which is the most per month"), whyNot(2, DAY));
        assertEquals(Optional.empty(), whyNot(2, DAY.plusMonths(1)));
    }

    private static Optional<String> whyNot(long used, LocalDate day) {
        Counters counters =
                new Counters(Map.of(BenefitRules.key(EARLY, CAFE, DAY), new Tally(used, 0, null)), Map.of(), Map.of());
        return BenefitRules.whyNot(EARLY, "family", counters, CAFE, day);
    }
}
