package io.regulars.local.check.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.local.check.evidence.Terms;
import io.regulars.local.process.ProjectRoot;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownShapeTest {
    private final ProgrammeReader reader = new ProgrammeReader("EUR", "Europe/Vienna");
    private String builtIn;

    @BeforeEach
    void read() throws IOException {
        builtIn = Files.readString(
                ProjectRoot.find().resolve("loyalty-service/src/main/resources/programme/default.yaml"));
    }

    private Terms with(String said, String instead) {
        assertTrue(builtIn.contains(said), said);
        return reader.read(builtIn.replace(said, instead));
    }

    @Test
    void the_programme_that_is_built_in_is_known_whole() {
        assertEquals(Terms.Shape.KNOWN, reader.read(builtIn).shape());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "points: 1, per: 1        | points: 2, per: 1",
                "of: receipt              | of: lines",
                "scope: receipt           | scope: line",
                "mode: floor              | mode: halfUp",
                "- id: base               | - { id: more, gives: { fixed: 5 } }\\n    - id: base",
                "- id: base               | - id: base\\n      when: 'basket.total > 500'",
                "- id: base               | - id: base\\n      limits: { perReceipt: 100 }",
                "- id: points             | - id: points\\n    expiry: { kind: rolling, after: P1Y }",
                "- id: points             | - id: points\\n    pending: { kind: after, after: P14D }",
                "- id: points             | - id: points\\n    maxBalance: 1000",
                "- id: points             | - id: points\\n  - id: stamps",
                "threshold: 500.00        | threshold: 500.00, multiply: 1.5",
                "format: 1                | format: 1\\nrefunds: { takenFrom: receipt }",
                "format: 1                | format: 1\\nrefunds: { whenSpent: withinBalance }"
            })
    void what_changes_how_points_are_earned_is_not(String said, String instead) {
        assertFalse(with(said, instead.replace("\\n", "\n")).shape().earning());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "basis: netSpend | basis: visits",
                "kind: rolling   | kind: calendar",
                "downgrade: full | downgrade: never",
                "downgrade: full | upgrade: nextPeriod",
                "downgrade: full | hold: { until: endOfPeriod }"
            })
    void what_changes_how_tiers_move_is_not(String said, String instead) {
        assertFalse(with(said, instead).shape().tiers());
        assertTrue(with(said, instead).shape().earning());
    }

    @Test
    void its_own_zone_and_currency_come_before_the_installations() {
        Terms terms = with("format: 1", "format: 1\nzone: America/New_York\ncurrency: JPY");

        assertEquals("America/New_York", terms.zone().getId());
        assertEquals("JPY", terms.currency());
        assertEquals(1, terms.onePointPer());
    }
}
