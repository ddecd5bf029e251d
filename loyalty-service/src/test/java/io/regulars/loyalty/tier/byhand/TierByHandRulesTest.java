package io.regulars.loyalty.tier.byhand;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.loyalty.programme.Cafe;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.tier.byhand.TierByHandRules.Given;
import io.regulars.loyalty.tier.byhand.TierByHandRules.Grant;
import io.regulars.loyalty.tier.byhand.TierByHandRules.Lock;
import io.regulars.platform.http.Refusal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TierByHandRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final ProgrammeVersion CAFE = Cafe.version();
    private static final String TIER = CAFE.levels().get(1).id();

    @Test
    void a_gift_says_why_and_a_match_ends_where_one_for_life_does_not() {
        assertDoesNotThrow(() -> TierByHandRules.check(new Grant(TIER, null, Given.GIVEN, "a good year")));
        assertDoesNotThrow(() -> TierByHandRules.check(new Grant(TIER, TODAY, Given.GIVEN, "a good year")));
        assertDoesNotThrow(() -> TierByHandRules.check(new Grant(TIER, TODAY, Given.STATUS_MATCH, "of the rival")));
        assertDoesNotThrow(() -> TierByHandRules.check(new Grant(TIER, null, Given.LIFETIME, "our first")));
        refused("/why", () -> TierByHandRules.check((Grant) null));
        refused("/why", () -> TierByHandRules.check(new Grant(TIER, null, null, "a good year")));
        refused("/until", () -> TierByHandRules.check(new Grant(TIER, null, Given.STATUS_MATCH, "of the rival")));
        refused("/until", () -> TierByHandRules.check(new Grant(TIER, TODAY, Given.LIFETIME, "our first")));
        refused("/reason", () -> TierByHandRules.check(new Grant(TIER, null, Given.GIVEN, null)));
    }

    @Test
    void a_reason_is_a_sentence_and_no_novel() {
        assertDoesNotThrow(() -> TierByHandRules.reason("x".repeat(500)));
        refused("/reason", () -> TierByHandRules.reason("x".repeat(501)));
        refused("/reason", () -> TierByHandRules.reason("  "));
        refused("/reason", () -> TierByHandRules.reason("\0 hidden"));
        refused("/reason", () -> TierByHandRules.reason("hidden \0"));
        refused("/reason", () -> TierByHandRules.check((Lock) null));
        refused("/reason", () -> TierByHandRules.check(new Lock(TIER, null, " ")));
        assertDoesNotThrow(() -> TierByHandRules.check(new Lock(TIER, null, "under review")));
    }

    @Test
    void there_is_such_a_tier_and_its_last_day_is_not_over() {
        assertDoesNotThrow(() -> TierByHandRules.check(TIER, null, CAFE, TODAY));
        assertDoesNotThrow(() -> TierByHandRules.check(TIER, TODAY, CAFE, TODAY));
        refused("/until", () -> TierByHandRules.check(TIER, TODAY.minusDays(1), CAFE, TODAY));
        refused("/tier", () -> TierByHandRules.check(null, null, CAFE, TODAY));
        refused("/tier", () -> TierByHandRules.check("of another club", null, CAFE, TODAY));
    }

    @Test
    void what_is_told_is_what_stands() {
        for (Given each : Given.values()) assertEquals(each.name(), each.why().name());
        assertEquals("statusMatch", Given.STATUS_MATCH.told());
    }

    private static void refused(String pointer, Runnable asked) {
        Refusal refusal = assertThrows(Refusal.class, asked::run);
        assertTrue(
                refusal.problem().errors().stream()
                        .anyMatch(each -> each.pointer().equals(pointer)),
                refusal::toString);
    }
}
