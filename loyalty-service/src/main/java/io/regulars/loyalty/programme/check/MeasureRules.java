package io.regulars.loyalty.programme.check;

import io.regulars.loyalty.programme.document.Lapse;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;

/** How large what a document says may be: what is larger is a slip, and could not be reckoned with. */
final class MeasureRules {

    static final long MOST_POINTS = 1_000_000_000_000_000L;

    private static final BigDecimal MOST_TIMES = BigDecimal.valueOf(1_000);
    private static final int MOST_DIGITS = 12;
    private static final int SMALLEST_PART = 6;
    private static final int MOST_YEARS = 100;
    private static final int MOST_DAYS = MOST_YEARS * 366;

    private MeasureRules() {}

    static void points(Long points, long most, String pointer, Faults faults) {
        faults.unless(points == null || points <= most, pointer, "It is at most " + most + ".");
    }

    /** Looks at how many digits there are before anybody writes them out. */
    static void money(BigDecimal amount, String pointer, Faults faults) {
        faults.unless(
                amount == null || digits(amount) <= MOST_DIGITS && amount.scale() <= MOST_DIGITS,
                pointer,
                "It has at most " + MOST_DIGITS + " digits before the point and as many after it.");
    }

    static void times(BigDecimal factor, String pointer, Faults faults) {
        boolean written = factor == null || digits(factor) <= MOST_DIGITS && factor.scale() <= SMALLEST_PART;
        faults.unless(
                written && (factor == null || factor.compareTo(MOST_TIMES) <= 0),
                pointer,
                "It is at most " + MOST_TIMES + ", with at most " + SMALLEST_PART + " digits after the point.");
    }

    static void period(Period period, String pointer, Faults faults) {
        faults.unless(period == null || fits(period), pointer, "It is at most " + MOST_YEARS + " years.");
    }

    static void lapse(Lapse lapse, String pointer, Faults faults) {
        boolean fits = lapse == null || fits(lapse.days()) && lapse.time().compareTo(Duration.ofDays(MOST_DAYS)) <= 0;
        faults.unless(fits, pointer, "It is at most " + MOST_YEARS + " years.");
    }

    private static boolean fits(Period period) {
        return period.toTotalMonths() <= 12L * MOST_YEARS && period.getDays() <= MOST_DAYS;
    }

    private static long digits(BigDecimal number) {
        return (long) number.precision() - number.scale();
    }
}
