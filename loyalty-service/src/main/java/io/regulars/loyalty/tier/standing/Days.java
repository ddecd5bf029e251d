package io.regulars.loyalty.tier.standing;

import java.time.LocalDate;

/** Local days, both the first and the last included. */
public record Days(LocalDate first, LocalDate last) {

    public boolean hold(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
