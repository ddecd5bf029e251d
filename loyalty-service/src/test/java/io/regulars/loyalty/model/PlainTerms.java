package io.regulars.loyalty.model;

import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.Cadence;
import io.regulars.loyalty.programme.document.ExpiryPolicy;
import io.regulars.loyalty.programme.document.ExpiryPolicy.Kind;
import io.regulars.loyalty.programme.document.ExpiryPolicy.RoundedTo;
import io.regulars.loyalty.programme.document.Lapse;
import io.regulars.loyalty.programme.document.YearDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * When points start and end, as it was promised when they were earned.
 *
 * @param event they wait for, or null; they are given up then, or never (null)
 */
record PlainTerms(ExpiryPolicy expiry, String event, Lapse cancellation, Instant givenUpAt, ProgrammeVersion version) {

    Instant start(Instant happened) {
        return cancellation == null ? happened : cancellation.after(happened, version.zone());
    }

    boolean isPutOffBy(String activity) {
        return expiry.kind() == Kind.INACTIVITY && expiry.activities().contains(activity);
    }

    /** @param signs when the member last did what */
    Instant end(Instant start, Map<String, Instant> signs) {
        return switch (expiry.kind()) {
            case NEVER -> null;
            case ROLLING -> rolled(start);
            case DATES -> {
                LocalDate from = PlainPoints.day(start, version).plus(expiry.atLeast());
                yield PlainPoints.midnight(YearDay.firstOf(expiry.dates(), from).plusDays(1), version);
            }
            case INACTIVITY -> {
                Instant last = start;
                for (var sign : signs.entrySet()) {
                    boolean counts =
                            isPutOffBy(sign.getKey()) && sign.getValue().isAfter(last);
                    if (counts) last = sign.getValue();
                }
                yield rolled(last);
            }
        };
    }

    private Instant rolled(Instant from) {
        if (expiry.until() == RoundedTo.INSTANT) {
            return from.atZone(version.zone()).plus(expiry.after()).toInstant();
        }
        LocalDate last = PlainPoints.day(from, version).plus(expiry.after());
        Cadence rounded = Cadence.valueOf(expiry.until().name());
        return PlainPoints.midnight(rounded.nextAfter(last, version.document().weekStart()), version);
    }
}
