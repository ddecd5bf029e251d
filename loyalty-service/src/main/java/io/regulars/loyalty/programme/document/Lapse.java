package io.regulars.loyalty.programme.document;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;

/** A length of time as ISO 8601 has it: P14D keeps the local time of day, PT48H counts hours, P1DT12H does both. */
public record Lapse(Period days, Duration time) {

    @JsonCreator
    public static Lapse of(String text) {
        int split = text.indexOf('T');
        Period days = split == 1 ? Period.ZERO : Period.parse(split < 0 ? text : text.substring(0, split));
        return new Lapse(days, split < 0 ? Duration.ZERO : Duration.parse("P" + text.substring(split)));
    }

    public Instant after(Instant start, ZoneId zone) {
        return start.atZone(zone).plus(days).toInstant().plus(time);
    }

    public boolean isPositive() {
        return !days.isNegative() && !time.isNegative() && !(days.isZero() && time.isZero());
    }

    @Override
    @JsonValue
    public String toString() {
        if (time.isZero()) return days.toString();
        return days.isZero() ? time.toString() : days + time.toString().substring(1);
    }
}
