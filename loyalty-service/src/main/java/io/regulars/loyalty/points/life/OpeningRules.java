package io.regulars.loyalty.points.life;

import io.regulars.loyalty.earning.evaluation.Award;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.ExpiryPolicy;
import io.regulars.loyalty.programme.document.ExpiryPolicy.Kind;
import io.regulars.loyalty.programme.document.PendingPolicy;
import io.regulars.loyalty.programme.rule.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which lots awards open: what starts and ends together in one wallet is one lot, in the order of the awards. */
public final class OpeningRules {

    private OpeningRules() {}

    /**
     * @param startsAt null while the points wait for an event
     * @param expiresAt null for never; of what waits for an event it is known once that has happened
     * @param later null where nothing that comes decides on these dates
     */
    public record Opening(
            String wallet, Instant startsAt, Instant givenUpAt, Instant expiresAt, String event, LaterDates later) {

        public Opening(String wallet, Instant startsAt, Instant givenUpAt, Instant expiresAt, String event) {
            this(wallet, startsAt, givenUpAt, expiresAt, event, null);
        }

        /** What comes late may have ended, or been waited for in vain, before it came. */
        public boolean isOver(Instant now) {
            Instant last = startsAt == null ? givenUpAt : expiresAt;
            return last != null && !last.isAfter(now);
        }
    }

    public record NewLot(Opening opening, List<Award> awards) {

        public long points() {
            return awards.stream().mapToLong(Award::actual).sum();
        }
    }

    /** @param tier the member's when they were earned, or null */
    public static List<NewLot> lots(List<Award> awards, ProgrammeVersion programme, String tier, Instant earnedAt) {
        return lots(awards, programme, tier, earnedAt, Earlier.NOTHING);
    }

    public static List<NewLot> lots(
            List<Award> awards, ProgrammeVersion programme, String tier, Instant earnedAt, Earlier earlier) {
        Map<Opening, List<Award>> together = new LinkedHashMap<>();
        for (Award award : awards) {
            if (award.actual() == 0) continue;
            together.computeIfAbsent(opening(award, programme, tier, earnedAt, earlier), opening -> new ArrayList<>())
                    .add(award);
        }
        List<NewLot> lots = new ArrayList<>();
        together.forEach((opening, ofLot) -> lots.add(new NewLot(opening, List.copyOf(ofLot))));
        return lots;
    }

    private static Opening opening(
            Award award, ProgrammeVersion programme, String tier, Instant earnedAt, Earlier earlier) {
        Calendar calendar = Calendar.of(programme);
        Rule rule = programme.rule(award.rule()).orElse(null);
        PendingPolicy pending = rule == null ? programme.wallet(award.wallet()).pending() : programme.pendingOf(rule);
        ExpiryPolicy expiry = rule == null ? programme.expiryOf(award.wallet(), tier) : programme.expiryOf(rule, tier);
        boolean decidedLater = pending.kind() == PendingPolicy.Kind.EVENT || expiry.kind() == Kind.INACTIVITY;
        LaterDates later = new LaterDates(pending.cancellation(), expiry);
        Start start = start(pending, later, earnedAt, earlier, calendar);
        Instant ends = start.at() == null ? null : later.expiresAt(start.at(), earlier.signs(), calendar);
        return new Opening(
                award.wallet(), start.at(), start.givenUpAt(), ends, pending.event(), decidedLater ? later : null);
    }

    /** What they wait for may have been heard of before they were. */
    private static Start start(
            PendingPolicy pending, LaterDates later, Instant earnedAt, Earlier earlier, Calendar calendar) {
        Start start = ActivationRules.start(pending, earnedAt, calendar);
        Earlier.Event event = pending.event() == null ? null : earlier.events().get(pending.event());
        boolean inTime = event != null && event.isInTime(start.givenUpAt());
        return inTime ? Start.at(later.startsAt(event.happenedAt(), calendar)) : start;
    }
}
