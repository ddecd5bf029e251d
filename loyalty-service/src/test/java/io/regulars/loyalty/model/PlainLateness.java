package io.regulars.loyalty.model;

import io.regulars.loyalty.model.PlainClub.Bought;
import io.regulars.loyalty.programme.ProgrammeVersion;
import java.time.Duration;
import java.time.Instant;

/** What comes more than a day after it happened is late. */
final class PlainLateness {

    private PlainLateness() {}

    static boolean isLate(Bought bought) {
        return isLate(bought.receipt().occurredAt(), bought.recordedAt());
    }

    static boolean isLate(Instant happened, Instant recordedAt) {
        return recordedAt.isAfter(happened.plus(Duration.ofDays(1)));
    }

    static boolean isGraceOver(Bought bought, ProgrammeVersion version) {
        return isGraceOver(bought.receipt().occurredAt(), bought.recordedAt(), version);
    }

    static boolean isGraceOver(Instant happened, Instant recordedAt, ProgrammeVersion version) {
        Instant grace = happened.atZone(version.zone())
                .plus(version.document().earning().lateGrace())
                .toInstant();
        return isLate(happened, recordedAt) && recordedAt.isAfter(grace);
    }
}
