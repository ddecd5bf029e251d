package io.regulars.local.check.view;

import io.regulars.local.check.Tally;
import io.regulars.local.check.column.Index;
import io.regulars.local.check.evidence.Evidence;
import io.regulars.local.check.evidence.Facts;
import io.regulars.local.check.evidence.Loyalty;
import io.regulars.local.check.evidence.Micros;
import io.regulars.local.check.evidence.Prints;
import io.regulars.local.check.model.Basket;
import io.regulars.local.check.model.ReferenceModel;

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
        long total = judged ? evidence.terms.counted(told.total(), told.currency()) : 0;
        return kept.seen()
                && kept.customer() == (judged ? told.customer() : 0)
                && kept.toldBy() == told.event()
                && kept.training() == told.training()
                && kept.total() == total
                && Micros.same(kept.occurredAt(), told.occurredAt())
                && Micros.same(kept.recordedAt(), told.recordedAt())
                && kept.lines() == (judged ? lines(told) : Prints.NOTHING);
    }

    private long lines(Facts.Purchase told) {
        long print = Prints.NOTHING;
        for (Basket.Share each : model.shares(told)) {
            print = Prints.and(print, Prints.share(each.number(), each.sku(), each.paid(), each.points()));
        }
        return print;
    }

    private boolean agrees(Facts.Refund told, Loyalty.Refund kept) {
        return kept.original() == told.original()
                && kept.customer() == model.chargedTo(told)
                && kept.toldBy() == told.event()
                && kept.total() == evidence.terms.counted(told.total(), told.currency())
                && Micros.same(kept.occurredAt(), told.occurredAt())
                && Micros.same(kept.recordedAt(), told.recordedAt())
                && kept.state().equals(state(told));
    }

    private String state(Facts.Refund told) {
        if (told.original() != 0 && !model.purchases().has(told.original())) return "waiting";
        return model.counts(told) ? "counted" : "kept";
    }
}
