package io.regulars.loyalty.model;

import io.regulars.loyalty.model.PlainClub.Bought;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.rule.EarningRule;
import java.time.LocalDate;

/** What somebody had used up and how often they had been here at a moment, or would have been. */
final class PlainThen {

    private final PlainUses uses;
    private final PlainVisits visits;
    private long purchases;

    PlainThen(PlainUses uses, PlainVisits visits, long purchases) {
        this.uses = uses;
        this.visits = visits;
        this.purchases = purchases;
    }

    PlainUses uses() {
        return uses;
    }

    PlainReceipt see(Bought bought, String tier, ProgrammeVersion version) {
        return new PlainReceipt(
                version,
                bought.id(),
                EarningRule.PURCHASE,
                0,
                bought.receipt(),
                bought.judgedAt(),
                tier,
                visits.visited(day(bought, version), bought.receipt().store()),
                purchases,
                visits.all());
    }

    /** That receipt has come. */
    void goOn(Bought bought, ProgrammeVersion version) {
        visits.add(day(bought, version), bought.receipt().store(), bought.id());
        purchases++;
    }

    private static LocalDate day(Bought bought, ProgrammeVersion version) {
        return PlainPoints.day(bought.judgedAt(), version);
    }
}
