package io.regulars.loyalty.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.regulars.loyalty.programme.ProgrammeVersions.Stored;
import io.regulars.loyalty.programme.text.DocumentText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ConditionTimesTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CompiledVersions versions = new CompiledVersions("USD", ZoneOffset.UTC, new ConditionTimes(meters));

    @Test
    void what_is_published_is_watched_over_all_versions_of_a_rule() {
        ask(published(1, "basket.total > 5"), 3);
        ask(published(2, "basket.total > 6"), 4);
        ask(published(2, "basket.total > 6"), 1);

        FunctionTimer spent = timer("picky");
        assertEquals(8, spent.count());
        assertTrue(spent.totalTime(TimeUnit.NANOSECONDS) > 0);
    }

    @Test
    void a_rule_without_conditions_has_nothing_to_watch_and_a_draft_is_not_watched() {
        published(1, "basket.total > 5");
        versions.of(DocumentText.read(document("drafted", "basket.total > 5")), 1);

        assertNull(timer("base"));
        assertNull(meters.find("regulars.loyalty.conditions")
                .tag("programme", "drafted")
                .functionTimer());
    }

    private ProgrammeVersion published(int number, String condition) {
        return versions.of(new Stored("watched", number, document("watched", condition), Instant.EPOCH));
    }

    private static String document(String id, String condition) {
        return """
            format: 1
            id: %s
            wallets:
              - { id: points }
            earning:
              rules:
                - { id: base, gives: { points: 1, per: 1 } }
                - { id: picky, gives: { fixed: 5 }, when: "%s" }
            """.formatted(id, condition);
    }

    private static void ask(ProgrammeVersion version, int times) {
        for (int i = 0; i < times; i++)
            version.rule("picky").orElseThrow().when().ask(Map.of());
    }

    private FunctionTimer timer(String rule) {
        return meters.find("regulars.loyalty.conditions")
                .tag("programme", "watched")
                .tag("rule", rule)
                .functionTimer();
    }
}
