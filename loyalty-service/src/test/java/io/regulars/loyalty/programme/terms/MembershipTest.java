package io.regulars.loyalty.programme.terms;

import static io.regulars.loyalty.points.life.ExpiryTest.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.loyalty.points.life.Holdings;
import io.regulars.loyalty.points.life.Holdings.Step;
import io.regulars.loyalty.points.life.Movement;
import io.regulars.loyalty.points.life.Movement.Place;
import io.regulars.loyalty.programme.Cafe;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.MembershipPolicy.May;
import io.regulars.loyalty.programme.document.MembershipPolicy.Status;
import org.junit.jupiter.api.Test;

class MembershipTest {

    private static final ProgrammeVersion FROZEN = Cafe.version();

    @Test
    void who_is_active_is_new_until_a_purchase_has_counted() {
        assertEquals(Status.NEW, MembershipRules.status(Status.ACTIVE, 0));
        assertEquals(Status.ACTIVE, MembershipRules.status(Status.ACTIVE, 1));
        assertEquals(Status.BLOCKED, MembershipRules.status(Status.BLOCKED, 0));
    }

    @Test
    void receipts_count_from_the_day_of_the_opt_in_or_from_the_opt_in() {
        assertEquals(at("2026-03-10T00:00"), MembershipRules.countsFrom(at("2026-03-10T17:30"), FROZEN));
        ProgrammeVersion enrolment =
                Cafe.version(Cafe.changed("countsFrom: startOfBusinessDay", "countsFrom: enrolment"));
        assertEquals(at("2026-03-10T17:30"), MembershipRules.countsFrom(at("2026-03-10T17:30"), enrolment));
    }

    @Test
    void a_status_says_what_may_be_done_and_the_programme_may_differ() {
        assertEquals(May.ALL, MembershipRules.may(Status.NEW, false, FROZEN));
        assertEquals(new May(true, false, false), MembershipRules.may(Status.BLOCKED, false, FROZEN));
        assertEquals(May.NOTHING, MembershipRules.may(Status.DECEASED, false, FROZEN));
    }

    @Test
    void who_has_left_keeps_freezes_or_forfeits() {
        Holdings holdings = Holdings.NONE
                .after(Movement.EARNED, 100)
                .after(Movement.EARNED_PENDING, 30)
                .after(Movement.SET_ASIDE, 20);
        assertEquals(May.NOTHING, MembershipRules.may(Status.ACTIVE, true, FROZEN));
        assertTrue(MembershipRules.leaving(holdings, FROZEN).isEmpty());
        assertTrue(MembershipRules.may(Status.ACTIVE, true, policy("kept")).spend());
        Holdings after = holdings;
        for (Step step : MembershipRules.leaving(holdings, policy("forfeited"))) {
            after = after.after(step.movement(), step.points());
        }
        assertEquals(0, after.in(Place.ACTIVE) + after.in(Place.PENDING));
        assertEquals(20, after.in(Place.HELD));
        assertTrue(MembershipRules.leaving(Holdings.NONE, policy("forfeited")).isEmpty());
    }

    @Test
    void coming_back_is_no_signing_up_unless_the_programme_says_so() {
        assertTrue(MembershipRules.isSignUp(false, FROZEN));
        assertFalse(MembershipRules.isSignUp(true, FROZEN));
        String again = "rejoiningRestoresTier: true\n  rejoiningIsSignUp: true";
        assertTrue(MembershipRules.isSignUp(true, Cafe.version(Cafe.changed("rejoiningRestoresTier: true", again))));
    }

    private static ProgrammeVersion policy(String onLeaving) {
        return Cafe.version(Cafe.changed("onLeaving: frozen", "onLeaving: " + onLeaving));
    }
}
