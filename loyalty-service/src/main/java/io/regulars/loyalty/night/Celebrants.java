package io.regulars.loyalty.night;

import io.regulars.loyalty.night.Night.Found;
import io.regulars.loyalty.night.Night.Point;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Members whose birthday or day of joining it is, and to whom nothing was given for it yet. */
@ApplicationScoped
class Celebrants {

    private static final String BIRTHDAYS = """
        select m.customer_id from person p join membership m on m.customer_id = p.customer_id and m.programme = $1
        where p.birthday = any($5::int[]) and p.customer_id > $2 and m.left_at is null and m.enrolled_at <= $4
          and not exists (select from award_without_purchase a
                          where a.customer_id = m.customer_id and a.programme = $1 and a.at = $4
                            and a.trigger = 'birthday')
        order by p.customer_id limit $3
        """;
    private static final String ANNIVERSARIES = """
        select m.customer_id from membership m
        where m.programme = $1 and m.customer_id > $2 and m.left_at is null and m.enrolled_at < $7
          and (extract(month from m.enrolled_at at time zone 'UTC') * 100
               + extract(day from m.enrolled_at at time zone 'UTC'))::int = any($6::int[])
          and (extract(month from m.enrolled_at at time zone $8) * 100
               + extract(day from m.enrolled_at at time zone $8))::int = any($5::int[])
          and not exists (select from award_without_purchase a
                          where a.customer_id = m.customer_id and a.programme = $1 and a.at = $4
                            and a.trigger = 'anniversary')
        order by m.customer_id limit $3
        """;

    /** The next ones of that day after that point; whoever joined on the day itself is not among them. */
    List<Found> next(Tx tx, Night night, Search search, Point point, ZoneId zone, int most) {
        LocalDate day = search.from();
        Instant midnight = start(day, zone);
        UUID after = point.customerId();
        Integer[] celebrated = CelebrationRules.celebratedOn(day);
        List<Found> found = new ArrayList<>();
        var rows = search.step() == Step.BIRTHDAYS
                ? tx.rows(BIRTHDAYS, night.programme(), after, most, Column.at(midnight), celebrated)
                : tx.rows(
                        ANNIVERSARIES,
                        night.programme(),
                        after,
                        most,
                        Column.at(midnight),
                        celebrated,
                        CelebrationRules.around(day),
                        Column.at(start(day.withDayOfYear(1), zone)),
                        zone.getId());
        for (Row row : rows) found.add(new Found(point.at(), row.getUUID("customer_id")));
        return found;
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
