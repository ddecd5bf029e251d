package io.regulars.loyalty.points.life;

import io.regulars.loyalty.points.life.DatedLot.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What has happened to lots by their dates and is not in the books yet. Posting it twice posts it once. */
public final class DueRules {

    private DueRules() {}

    /** A lot became active or expired at its own instant, whenever that is posted. */
    public record Due(long lot, State becomes, Instant at, long points) {}

    public record Posted(List<Due> due, List<DatedLot> after) {}

    /** Everything due up to and with {@code now}, in the order in which it happened; activation before expiry. */
    public static Posted post(List<DatedLot> lots, Instant now) {
        List<Due> due = new ArrayList<>();
        List<DatedLot> after = new ArrayList<>();
        for (DatedLot lot : lots) {
            State state = lot.at(now);
            DatedLot moved = lot;
            if (lot.posted() == State.PENDING && state != State.PENDING) {
                due.add(new Due(lot.number(), State.ACTIVE, lot.startsAt(), lot.remaining()));
                moved = moved.posted(State.ACTIVE);
            }
            if (moved.posted() == State.ACTIVE && state == State.EXPIRED) {
                due.add(new Due(lot.number(), State.EXPIRED, lot.expiresAt(), lot.remaining()));
                moved = moved.less(moved.remaining()).posted(State.EXPIRED);
            }
            after.add(moved);
        }
        due.sort(Comparator.comparing(Due::at).thenComparing(Due::becomes).thenComparingLong(Due::lot));
        return new Posted(List.copyOf(due), List.copyOf(after));
    }
}
