package io.regulars.loyalty.points.life;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which expiries are announced on a day. Each is announced once for each time ahead: the day decides, not the hour. */
public final class ReminderRules {

    private ReminderRules() {}

    /** So many points are gone at that instant. */
    public record Reminder(Instant goneAt, Period ahead, long points) {}

    /** @param today where the programme is; points gone at 00:00 of a day are announced so long before that day */
    public static List<Reminder> due(WalletReading wallet, LocalDate today, List<Period> ahead, Calendar calendar) {
        return due(wallet, today.minusDays(1), today, ahead, calendar);
    }

    /** The same for all days after {@code said} up to today; of several that were missed the last stands for all. */
    public static List<Reminder> due(
            WalletReading wallet, LocalDate said, LocalDate today, List<Period> ahead, Calendar calendar) {
        List<Reminder> due = new ArrayList<>();
        wallet.expiring()
                .forEach((goneAt, points) -> ahead.stream()
                        .filter(each -> isWithin(calendar.dayOf(goneAt).minus(each), said, today))
                        .max(Comparator.comparing(each -> calendar.dayOf(goneAt).minus(each)))
                        .ifPresent(each -> due.add(new Reminder(goneAt, each, points))));
        return due;
    }

    private static boolean isWithin(LocalDate day, LocalDate said, LocalDate today) {
        return day.isAfter(said) && !day.isAfter(today);
    }
}
