package io.regulars.local.check.view;

import io.regulars.local.check.Tally;
import io.regulars.local.check.column.Index;
import io.regulars.local.check.evidence.Evidence;
import io.regulars.local.check.evidence.Facts;
import io.regulars.local.check.evidence.Loyalty;
import io.regulars.local.check.evidence.Micros;
import io.regulars.local.check.evidence.Prints;
import io.regulars.local.check.evidence.Terms;
import io.regulars.local.check.model.ReferenceModel;
import io.regulars.local.check.reading.KeptReceipt;
import java.util.List;

/** What loyalty keeps of receipts is what crm told. */
final class ReceiptsOfLoyalty {
    private final Evidence evidence;
    private final Tally tally;
    private final ReferenceModel model;

    ReceiptsOfLoyalty(Evidence evidence, Tally tally) {
        this.evidence = evidence;
        this.tally = tally;
        this.model = ReferenceModel.of(evidence);
    }

    void compare() {
        Index<Loyalty.Purchase> purchases = Index.of(evidence.loyalty.purchases, Loyalty.Purchase::id, evidence.ids);
        Index<Loyalty.Refund> refunds = Index.of(evidence.loyalty.refunds, Loyalty.Refund::id, evidence.ids);
        for (Facts.Purchase each : evidence.facts.purchases) {
            Loyalty.Purchase kept = purchases.get(each.id());
            if (kept == null) tally.wrong("PurchaseRecorded %s is not in loyalty.purchase", evidence.id(each.id()));
            else if (!agrees(each, kept)) tally.wrong("loyalty.purchase %s is not as told", evidence.id(each.id()));
        }
        for (Facts.Refund each : evidence.facts.refunds) {
            Loyalty.Refund kept = refunds.get(each.id());
            if (kept == null) tally.wrong("PurchaseRefunded %s is not in loyalty.refund", evidence.id(each.id()));
            else if (!agrees(each, kept)) tally.wrong("loyalty.refund %s is not as told", evidence.id(each.id()));
        }
        evidence.loyalty.purchases.stream()
                .filter(each -> each.seen() && !model.purchases().has(each.id()))
                .forEach(each -> tally.wrong("loyalty.purchase %s was never told", evidence.id(each.id())));
        evidence.loyalty.refunds.stream()
                .filter(each -> !model.refunds().has(each.id()))
                .forEach(each -> tally.wrong("loyalty.refund %s was never told", evidence.id(each.id())));
    }

    /** Of a receipt that nobody was named on, and of a training one, it keeps only that it was. */
    private boolean agrees(Facts.Purchase told, Loyalty.Purchase kept) {
        boolean judged = told.customer() != 0 && !told.training();
        return kept.seen()
                && evidence.loyalty.families.same(kept.customer(), judged ? told.customer() : 0)
                && kept.toldBy() == told.event()
                && kept.training() == told.training()
                && Micros.same(kept.occurredAt(), told.occurredAt())
                && Micros.same(kept.recordedAt(), told.recordedAt())
                && (judged ? isReceipt(told, kept.receipt()) : kept.receipt() == Prints.NOTHING);
    }

    /** As the till told it, or as it was moved from the tables of before. */
    private boolean isReceipt(Facts.Purchase told, long kept) {
        List<Facts.Line> lines = evidence.facts.linesOf(told);
        Terms terms = evidence.versions.at(told.occurredAt()).terms();
        return kept == KeptReceipt.print(told.total(), told.currency(), lines)
                || kept == KeptReceipt.moved(terms.counted(told.total(), told.currency()), lines);
    }

    private boolean agrees(Facts.Refund told, Loyalty.Refund kept) {
        Terms terms = evidence.versions.at(told.occurredAt()).terms();
        String currency = told.currency() == null ? "" : told.currency();
        boolean asTold = kept.currency().equals(currency) && kept.total() == told.total();
        boolean moved = kept.currency().isEmpty() && kept.total() == terms.counted(told.total(), told.currency());
        return kept.original() == told.original()
                && evidence.loyalty.families.same(kept.customer(), model.chargedTo(told))
                && kept.toldBy() == told.event()
                && (asTold || moved)
                && Micros.same(kept.occurredAt(), told.occurredAt())
                && Micros.same(kept.recordedAt(), told.recordedAt())
                && kept.state().equals(state(told));
    }

    private String state(Facts.Refund told) {
        if (told.original() != 0 && !model.purchases().has(told.original())) return "waiting";
        return model.counts(told) ? "counted" : "kept";
    }
}
