package io.regulars.loyalty.points.life;

import io.regulars.loyalty.earning.evaluation.Award;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.ExpiryPolicy;
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
     */
    public record Opening(String wallet, Instant startsAt, Instant givenUpAt, Instant expiresAt, String event) {}

    public record NewLot(Opening opening, List<Award> awards) {

        public long points() {
            return awards.stream().mapToLong(Award::actual).sum();
        }
    }

    /** @param tier the member's when they were earned, or null */
    public static List<NewLot> lots(List<Award> awards, ProgrammeVersion programme, String tier, Instant earnedAt) {
        Map<Opening, List<Award>> together = new LinkedHashMap<>();
        for (Award award : awards) {
            if (award.actual() == 0) continue;
            together.computeIfAbsent(opening(award, programme, tier, earnedAt), opening -> new ArrayList<>())
                    .add(award);
        }
        List<NewLot> lots = new ArrayList<>();
        together.forEach((opening, ofLot) -> lots.add(new NewLot(opening, List.copyOf(ofLot))));
        return lots;
    }

    private static Opening opening(Award award, ProgrammeVersion programme, String tier, Instant earnedAt) {
        Calendar calendar = Calendar.of(programme);
        Rule rule = programme.rule(award.rule()).orElse(null);
        PendingPolicy pending = rule == null ? programme.wallet(award.wallet()).pending() : programme.pendingOf(rule);
        ExpiryPolicy expiry = rule == null ? programme.expiryOf(award.wallet(), tier) : programme.expiryOf(rule, tier);
        Start start = ActivationRules.start(pending, earnedAt, calendar);
        Instant ends = start.at() == null ? null : ExpiryRules.expiresAt(expiry, start.at(), calendar);
        return new Opening(award.wallet(), start.at(), start.givenUpAt(), ends, pending.event());
    }
}
