package io.regulars.loyalty.night;

import io.regulars.loyalty.night.Night.Found;
import io.regulars.loyalty.night.Night.Point;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Whom a night concerns: read off the indexes from front to back, a few at a time. */
@ApplicationScoped
class DueCustomers {

    private static final String POINTS = """
        select due_at as at, customer_id from wallet
        where programme = $1 and (due_at, customer_id) > ($2, $3) and due_at <= $5
        order by due_at, customer_id limit $4
        """;
    private static final String BY_DATE = """
        select tier_due as day, customer_id from membership
        where programme = $1 and (tier_due, customer_id) > ($2, $3) and tier_due >= $5 and tier_due < $6
        order by tier_due, customer_id limit $4
        """;
    private static final String LEAVING = """
        select d.day, d.customer_id from counted_day d join membership m using (customer_id, programme)
        where d.programme = $1 and (d.day, d.customer_id) > ($2, $3) and d.day >= $5 and d.day < $6
          and (m.window_first is null or m.window_first <= d.day)
          and (m.tier is distinct from $7 or d.spend < 0 or d.points < 0)
        order by d.day, d.customer_id limit $4
        """;
    private static final String ENDING = """
        select l.expires_at as at, l.customer_id from lot l join membership m using (customer_id, programme)
        where l.programme = $1 and (l.expires_at, l.customer_id) > ($2, $3) and l.expires_at > $5
          and l.expires_at >= $6 and l.expires_at < $7 and l.wallet = $8 and l.remaining > 0 and l.state <> 'expired'
          and (m.reminded_on is null or m.reminded_on < $9)
        order by l.expires_at, l.customer_id limit $4
        """;
    private static final String WILL_LEAVE = """
        select d.day, d.customer_id from counted_day d join membership m using (customer_id, programme)
        where d.programme = $1 and (d.day, d.customer_id) > ($2, $3) and d.day >= $5 and d.day < $6
          and m.tier is distinct from $7
        order by d.day, d.customer_id limit $4
        """;
    private static final String CHANGED = """
        select customer_id from membership where programme = $1 and customer_id > $2 and unweighed
        order by customer_id limit $3
        """;

    private final Celebrants celebrants;

    DueCustomers(Celebrants celebrants) {
        this.celebrants = celebrants;
    }

    /** The next ones of this part after that point, in its order; somebody may be among them more than once. */
    List<Found> next(Tx tx, Night night, Search search, Point point, ZoneId zone, int most) {
        String programme = night.programme();
        UUID customer = point.customerId();
        LocalDate day = point.at().atOffset(ZoneOffset.UTC).toLocalDate();
        LocalDate from = search.from();
        LocalDate before = search.before();
        return switch (search.step()) {
            case POINTS ->
                byInstant(tx.rows(POINTS, programme, Column.at(point.at()), customer, most, Column.at(night.until())));
            case TIERS, RISKS_BY_DATE -> byDay(tx.rows(BY_DATE, programme, day, customer, most, from, before));
            case WINDOWS -> byDay(tx.rows(LEAVING, programme, day, customer, most, from, before, search.lowest()));
            case BIRTHDAYS, ANNIVERSARIES -> celebrants.next(tx, night, search, point, zone, most);
            case REMINDERS ->
                byInstant(tx.rows(
                        ENDING,
                        programme,
                        Column.at(point.at()),
                        customer,
                        most,
                        Column.at(night.until()),
                        Column.at(start(from, zone)),
                        Column.at(start(before, zone)),
                        search.wallet(),
                        night.day()));
            case RISKS_BY_WINDOW ->
                byDay(tx.rows(WILL_LEAVE, programme, day, customer, most, from, before, search.lowest()));
            case RISKS_BY_CHANGE -> byCustomer(tx.rows(CHANGED, programme, customer, most), point.at());
        };
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static List<Found> byInstant(RowSet<Row> rows) {
        List<Found> found = new ArrayList<>();
        for (Row row : rows) found.add(new Found(row.getOffsetDateTime("at").toInstant(), row.getUUID("customer_id")));
        return found;
    }

    private static List<Found> byDay(RowSet<Row> rows) {
        List<Found> found = new ArrayList<>();
        for (Row row : rows)
            found.add(new Found(start(row.getLocalDate("day"), ZoneOffset.UTC), row.getUUID("customer_id")));
        return found;
    }

    private static List<Found> byCustomer(RowSet<Row> rows, Instant at) {
        List<Found> found = new ArrayList<>();
        for (Row row : rows) found.add(new Found(at, row.getUUID("customer_id")));
        return found;
    }
}
