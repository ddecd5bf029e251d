package io.regulars.loyalty.assessment.late;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.loyalty.earning.evaluation.Award;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a receipt is given more because another one is known to have come before it, and never what is not missing. */
class DifferenceRulesTest {

    @Test
    void what_is_new_is_given_where_it_is_new() {
        List<Award> given = List.of(award(1, "base", "beans", 10));
        List<Award> with = List.of(award(1, "base", "beans", 20), award(1, "tier:gold", "beans", 10));
        assertEquals(
                List.of(award(1, "base", "beans", 10), award(1, "tier:gold", "beans", 10)),
                DifferenceRules.more(given, given, with));
    }

    @Test
    void what_it_would_bring_anyway_was_not_brought_by_the_late_one() {
        List<Award> given = List.of(award(1, "base", "beans", 10));
        List<Award> without = List.of(award(1, "base", "beans", 25));
        List<Award> with = List.of(award(1, "base", "beans", 20), award(1, "tier:gold", "beans", 10));
        assertEquals(List.of(award(1, "base", "beans", 5)), DifferenceRules.more(given, without, with));
        assertEquals(List.of(), DifferenceRules.more(given, with, with));
    }

    @Test
    void what_was_announced_is_never_taken_back_and_makes_up_for_what_is_new() {
        List<Award> given = List.of(award(1, "first", "beans", 30), award(1, "base", "beans", 10));
        List<Award> with = List.of(award(1, "base", "beans", 20), award(2, "base", "beans", 25));
        assertEquals(
                List.of(award(2, "base", "beans", 5)),
                DifferenceRules.more(
                        given, List.of(), List.of(award(1, "base", "beans", 10), award(2, "base", "beans", 35))));
        assertEquals(List.of(award(1, "base", "beans", 5)), DifferenceRules.more(given, List.of(), with));
        assertEquals(List.of(), DifferenceRules.more(given, List.of(), List.of(award(1, "base", "beans", 20))));
    }

    @Test
    void each_wallet_is_made_good_by_itself() {
        List<Award> given = List.of(award(1, "base", "beans", 10), award(1, "stars", "stars", 50));
        List<Award> with = List.of(award(1, "base", "beans", 15), award(1, "stars", "stars", 40));
        assertEquals(List.of(award(1, "base", "beans", 5)), DifferenceRules.more(given, given, with));
        assertEquals(Map.of("beans", 10L, "stars", 50L), DifferenceRules.byWallet(given));
        assertEquals(Map.of("beans", 20L), DifferenceRules.byWallet(List.of(given.get(0), given.get(0))));
    }

    private static Award award(int line, String rule, String wallet, long points) {
        return new Award(line, rule, 7, wallet, points, points, null);
    }
}
