package io.regulars.local.check.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.local.check.evidence.Versions.Version;
import io.regulars.local.check.history.History;
import java.util.List;
import org.junit.jupiter.api.Test;

class VersionsTest {
    private static final Terms TERMS = History.TERMS;

    private final Versions versions =
            new Versions(List.of(new Version(2, 200, 150, TERMS), new Version(1, 100, 100, TERMS)));

    @Test
    void the_latest_version_that_was_in_force_judges_and_before_the_first_the_first_does() {
        assertEquals(1, versions.at(50).number());
        assertEquals(1, versions.at(199).number());
        assertEquals(2, versions.at(200).number());
    }

    @Test
    void a_version_that_nobody_could_know_yet_need_not_have_judged() {
        assertTrue(versions.judges(2, 200, 300));
        assertTrue(versions.judges(1, 250, 140));
        assertFalse(versions.judges(1, 250, 150));
        assertFalse(versions.judges(2, 199, 300));
        assertFalse(versions.judges(3, 250, 300));
    }

    @Test
    void tiers_are_known_where_all_versions_have_the_same() {
        Terms others = new Terms(
                TERMS.programme(),
                TERMS.wallet(),
                TERMS.shape(),
                100,
                TERMS.window(),
                List.of(new Terms.Level("bronze", 0)),
                TERMS.zone(),
                TERMS.currency());

        assertTrue(versions.tiers().isPresent());
        assertTrue(new Versions(List.of(new Version(1, 0, 0, TERMS), new Version(2, 1, 1, others)))
                .tiers()
                .isEmpty());
    }
}
