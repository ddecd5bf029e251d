package io.regulars.loyalty.assessment.late;

import io.regulars.loyalty.assessment.Judged;
import io.regulars.loyalty.earning.basket.Happening;
import io.regulars.loyalty.earning.evaluation.Award;
import io.regulars.loyalty.earning.evaluation.UseRules;
import io.regulars.loyalty.earning.limit.Counters.Key;
import io.regulars.loyalty.earning.limit.Counters.Tally;
import io.regulars.loyalty.points.life.Calendar;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.receipt.KeptPurchase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A receipt that counts, and what it brought. */
record Counted(KeptPurchase purchase, Judged judged, ProgrammeVersion version) {

    /** In a store on a day. */
    record Visit(LocalDate day, String store) {}

    Instant at() {
        return purchase.judgedAt();
    }

    LocalDate day() {
        return Calendar.of(version).dayOf(at());
    }

    Visit visit() {
        return new Visit(day(), purchase.receipt().store());
    }

    Happening happening() {
        return Happening.purchase(purchase.receipt(), at(), version.zone());
    }

    Map<Key, Tally> uses() {
        return uses(judged.earned());
    }

    Map<Key, Tally> uses(List<Award> awards) {
        return UseRules.of(awards, version, day(), at());
    }
}
