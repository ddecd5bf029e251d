package io.regulars.loyalty.programme.terms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.loyalty.programme.terms.VersionRules.Published;
import io.regulars.loyalty.programme.terms.VersionRules.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VersionTest {

    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
    private static final List<Published> VERSIONS = List.of(new Published(2, MARCH), new Published(1, JANUARY));

    @Test
    void a_fact_is_judged_by_the_version_in_force_when_it_happened() {
        assertEquals(Optional.empty(), VersionRules.inForce(VERSIONS, JANUARY.minusMillis(1)));
        assertEquals(1, numberAt(JANUARY));
        assertEquals(1, numberAt(MARCH.minusMillis(1)));
        assertEquals(2, numberAt(MARCH));
        assertEquals(2, numberAt(MAY));
    }

    @Test
    void a_version_is_a_draft_then_waits_is_in_force_and_is_superseded() {
        Instant february = Instant.parse("2026-02-01T00:00:00Z");
        assertEquals(State.PUBLISHED, VersionRules.stateOf(1, VERSIONS, february));
        assertEquals(State.SCHEDULED, VersionRules.stateOf(2, VERSIONS, february));
        assertEquals(State.SUPERSEDED, VersionRules.stateOf(1, VERSIONS, MARCH));
        assertEquals(State.DRAFT, VersionRules.stateOf(3, VERSIONS, MARCH));
    }

    @Test
    void a_second_person_publishes_once_from_now_on_and_not_when_another_one_begins() {
        assertEquals(Optional.empty(), whyNot(3, MAY, "ben"));
        assertTrue(whyNot(3, MAY, "ana").orElseThrow().contains("second person"));
        assertTrue(whyNot(3, JANUARY, "ben").orElseThrow().contains("from now on"));
        assertTrue(whyNot(2, MAY, "ben").orElseThrow().contains("is published"));
        assertTrue(whyNot(3, MARCH, "ben").orElseThrow().contains("from then on"));
    }

    @Test
    void what_is_scheduled_is_withdrawn_until_it_begins() {
        Instant february = Instant.parse("2026-02-01T00:00:00Z");
        assertEquals(Optional.empty(), VersionRules.whyNotWithdrawn(2, VERSIONS, february));
        assertTrue(
                VersionRules.whyNotWithdrawn(2, VERSIONS, MARCH).orElseThrow().contains("has begun"));
        assertTrue(
                VersionRules.whyNotWithdrawn(1, VERSIONS, MARCH).orElseThrow().contains("has begun"));
        assertTrue(VersionRules.whyNotWithdrawn(3, VERSIONS, february)
                .orElseThrow()
                .contains("not published"));
    }

    @Test
    void a_version_stands_between_the_one_before_it_and_the_one_after_it() {
        Instant february = Instant.parse("2026-02-01T00:00:00Z");
        assertEquals(1, VersionRules.before(VERSIONS, february).orElseThrow().number());
        assertEquals(2, VersionRules.after(VERSIONS, february).orElseThrow().number());
        assertEquals(1, VersionRules.before(VERSIONS, MARCH).orElseThrow().number());
        assertEquals(Optional.empty(), VersionRules.after(VERSIONS, MARCH));
        assertEquals(Optional.empty(), VersionRules.before(VERSIONS, JANUARY));
    }

    private static Optional<String> whyNot(int number, Instant from, String approver) {
        Instant february = Instant.parse("2026-02-01T00:00:00Z");
        return VersionRules.whyNot(number, from, "ana", approver, VERSIONS, february);
    }

    private static int numberAt(Instant at) {
        return VersionRules.inForce(VERSIONS, at).orElseThrow().number();
    }
}
