package io.regulars.loyalty.programme.check;

import io.regulars.loyalty.programme.document.Deeds;
import io.regulars.loyalty.programme.document.ExpiryPolicy;
import io.regulars.loyalty.programme.document.Lapse;
import io.regulars.loyalty.programme.document.PendingPolicy;
import java.time.Period;

/** When points start and stop to be good: each kind of policy needs what it speaks of, and nothing else. */
final class LifePolicyRules {

    private LifePolicyRules() {}

    static void pending(PendingPolicy pending, String pointer, Faults faults) {
        if (pending == null) return;
        boolean after = pending.kind() == PendingPolicy.Kind.AFTER;
        boolean dates = pending.kind() == PendingPolicy.Kind.DATES;
        boolean event = pending.kind() == PendingPolicy.Kind.EVENT;
        belongs(after, pending.after() != null, pointer + "/after", faults);
        belongs(dates, !pending.dates().isEmpty(), pointer + "/dates", faults);
        belongs(event, pending.event() != null, pointer + "/event", faults);
        faults.unless(
                pending.event() == null || Deeds.isEvent(pending.event()),
                pointer + "/event",
                "Nobody tells of " + pending.event() + "; there is " + Deeds.events() + ".");
        faults.unless(
                event || pending.cancellation() == null,
                pointer + "/cancellation",
                "Only what waits for an event can be cancelled after it.");
        faults.unless(
                event || pending.givenUpAfter() == null,
                pointer + "/givenUpAfter",
                "Only what waits for an event can wait in vain.");
        positive(pending.after(), pointer + "/after", faults);
        positive(pending.cancellation(), pointer + "/cancellation", faults);
        positive(pending.givenUpAfter(), pointer + "/givenUpAfter", faults);
    }

    static void expiry(ExpiryPolicy expiry, String pointer, Faults faults) {
        if (expiry == null) return;
        boolean lasts = expiry.kind() == ExpiryPolicy.Kind.ROLLING || expiry.kind() == ExpiryPolicy.Kind.INACTIVITY;
        boolean dates = expiry.kind() == ExpiryPolicy.Kind.DATES;
        belongs(lasts, expiry.after() != null, pointer + "/after", faults);
        belongs(dates, !expiry.dates().isEmpty(), pointer + "/dates", faults);
        Period after = expiry.after();
        faults.unless(
                after == null || !after.isNegative() && !after.isZero(),
                pointer + "/after",
                "Points last longer than nothing.");
        MeasureRules.period(after, pointer + "/after", faults);
        MeasureRules.period(expiry.atLeast(), pointer + "/atLeast", faults);
        faults.unless(!expiry.atLeast().isNegative(), pointer + "/atLeast", "Points do not last less than nothing.");
        faults.unless(
                expiry.kind() != ExpiryPolicy.Kind.INACTIVITY || expiry.until() != ExpiryPolicy.RoundedTo.INSTANT,
                pointer + "/until",
                "Inactivity is counted in days; it ends with a day or later.");
        for (int i = 0; i < expiry.activities().size(); i++) {
            String activity = expiry.activities().get(i);
            faults.unless(
                    Deeds.isActivity(activity),
                    pointer + "/activities/" + i,
                    activity + " is no sign of life; there is " + Deeds.activities() + ".");
        }
        faults.unless(!expiry.activities().isEmpty(), pointer + "/activities", "Nothing would put the end off.");
    }

    private static void positive(Lapse lapse, String pointer, Faults faults) {
        faults.unless(lapse == null || lapse.isPositive(), pointer, "It is longer than nothing.");
        MeasureRules.lapse(lapse, pointer, faults);
    }

    private static void belongs(boolean needed, boolean there, String pointer, Faults faults) {
        faults.unless(!needed || there, pointer, "This kind needs it.");
        faults.unless(needed || !there, pointer, "This kind has no use for it.");
    }
}
