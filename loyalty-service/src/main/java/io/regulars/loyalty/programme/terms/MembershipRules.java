package io.regulars.loyalty.programme.terms;

import io.regulars.loyalty.points.life.Holdings;
import io.regulars.loyalty.points.life.Holdings.Step;
import io.regulars.loyalty.points.life.Movement;
import io.regulars.loyalty.points.life.Movement.Place;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.MembershipPolicy;
import io.regulars.loyalty.programme.document.MembershipPolicy.CountsFrom;
import io.regulars.loyalty.programme.document.MembershipPolicy.Leaving;
import io.regulars.loyalty.programme.document.MembershipPolicy.May;
import io.regulars.loyalty.programme.document.MembershipPolicy.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What joining, leaving and coming back mean under a version. */
public final class MembershipRules {

    private MembershipRules() {}

    /** From when on receipts count: the opt-in, or the first minute of its day where the programme is. */
    public static Instant countsFrom(Instant enrolledAt, ProgrammeVersion programme) {
        if (policy(programme).countsFrom() == CountsFrom.ENROLMENT) return enrolledAt;
        return enrolledAt
                .atZone(programme.zone())
                .toLocalDate()
                .atStartOfDay(programme.zone())
                .toInstant();
    }

    /** Who is active is new until a purchase has counted. */
    public static Status status(Status kept, long purchases) {
        return kept == Status.ACTIVE && purchases == 0 ? Status.NEW : kept;
    }

    /** What somebody of that status may do; who has left and whose points are kept may go on spending them. */
    public static May may(Status status, boolean left, ProgrammeVersion programme) {
        May may = policy(programme).may(status);
        if (!left) return may;
        boolean kept = policy(programme).onLeaving() == Leaving.KEPT;
        return new May(false, kept && may.spend(), false);
    }

    /** What leaving does to points: forfeited ones are gone, what is set aside is decided by whoever set it aside. */
    public static List<Step> leaving(Holdings holdings, ProgrammeVersion programme) {
        List<Step> steps = new ArrayList<>();
        if (policy(programme).onLeaving() != Leaving.FORFEITED) return steps;
        long pending = holdings.in(Place.PENDING);
        long active = holdings.in(Place.ACTIVE);
        if (pending > 0) steps.add(new Step(Movement.PENDING_CANCELLED, pending));
        if (active > 0) steps.add(new Step(Movement.FORFEITED, active));
        return steps;
    }

    /** Joining sets off what is given for signing up; coming back only where the programme says so. */
    public static boolean isSignUp(boolean memberBefore, ProgrammeVersion programme) {
        return !memberBefore || policy(programme).rejoiningIsSignUp();
    }

    private static MembershipPolicy policy(ProgrammeVersion programme) {
        return programme.document().membership();
    }
}
