package io.regulars.loyalty.membership;

import io.regulars.loyalty.points.life.Calendar;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.platform.journal.Cause;
import java.time.Instant;

/** A member did something that puts off the end of points. What comes late shortens nothing. */
public final class SignsOfLife {

    private SignsOfLife() {}

    /** What had ended by the time it was heard of stays so: whoever calls has let the member reach that moment. */
    public static void show(Member member, String activity, Instant at, Rulebook rules, Cause cause) {
        Calendar calendar = Calendar.of(rules.at(member.owner().programme(), at));
        member.experienced(member.experience().alive(activity, at));
        member.passbook().putOff(activity, at, calendar, cause);
    }
}
