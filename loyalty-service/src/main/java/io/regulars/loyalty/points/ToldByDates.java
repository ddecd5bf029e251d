package io.regulars.loyalty.points;

import io.regulars.events.MembershipEvent;
import io.regulars.events.MembershipEvent.Points;
import io.regulars.events.MembershipEvent.PointsActivated;
import io.regulars.events.MembershipEvent.PointsExpired;
import io.regulars.loyalty.points.life.Movement;
import io.regulars.loyalty.points.life.Movement.Place;
import java.util.ArrayList;
import java.util.List;

/** What lots did by their dates, as facts tell it: each with what was there after it. */
public final class ToldByDates {

    private ToldByDates() {}

    /** @param first the kind of points whose balance facts tell */
    public static List<MembershipEvent> of(Passbook book, List<Transfer> due, String first) {
        List<MembershipEvent> told = new ArrayList<>();
        long pending = book.points(first, 0).pending();
        for (Transfer each : due) pending += outOfPending(each, first);
        for (Transfer each : due) {
            pending -= outOfPending(each, first);
            Points points = each.wallet().equals(first) ? new Points(0, pending, each.balance()) : null;
            if (each.way() == Movement.ACTIVATED) {
                told.add(new PointsActivated(
                        each.customerId(), each.programme(), each.wallet(), each.amount(), points, each.at()));
            } else if (each.way() == Movement.EXPIRED) {
                told.add(new PointsExpired(
                        each.customerId(), each.programme(), each.wallet(), each.amount(), points, each.at()));
            }
        }
        return told;
    }

    private static long outOfPending(Transfer transfer, String wallet) {
        boolean leaves = transfer.way().from() == Place.PENDING;
        return leaves && transfer.wallet().equals(wallet) ? transfer.amount() : 0;
    }
}
