package io.regulars.crm.profile;

import java.time.MonthDay;

/** A birthday as it is written in requests and answers. */
public record Birthday(int month, int day) {

    public static Birthday of(MonthDay day) {
        return day == null ? null : new Birthday(day.getMonthValue(), day.getDayOfMonth());
    }
}
