package io.regulars.gateway.intake;

import io.regulars.events.Intake.PurchasePosted;
import io.regulars.events.Intake.RefundPosted;
import io.regulars.events.Purchase;
import io.regulars.events.Refund;
import io.regulars.gateway.access.Asker;
import io.regulars.gateway.intake.CheckPosted.Slice;
import io.regulars.gateway.receipt.Circumstances;
import io.regulars.gateway.receipt.Flaws;
import io.regulars.gateway.receipt.PurchaseRules;
import io.regulars.gateway.receipt.RefundRules;
import io.regulars.platform.http.Problem;

/** Reads a return and a purchase that belong together and judges both before either is recorded. */
final class CheckExchange {

    private CheckExchange() {}

    /** Both as they are posted alone. */
    public record Exchange(Refund refund, Purchase purchase) {}

    /** Both ready to be recorded, or what is wrong with either. */
    record Pair(RefundPosted refund, PurchasePosted purchase, Problem problem) {

        static Pair no(Problem problem) {
            return new Pair(null, null, problem);
        }

        /** What the shopper pays; below zero what she is given. */
        long net() {
            return Math.subtractExact(
                    purchase.purchase().total(), refund.refund().total());
        }
    }

    static Pair of(Slice json, Asker asker, Circumstances around) {
        Flaws flaws = new Flaws();
        Exchange exchange = json.read(Exchange.class, flaws);
        if (exchange != null) check(flaws, exchange, around);
        if (!flaws.none()) return Pair.no(flaws.problem());
        Refund refund = CheckPosted.spelledOut(exchange.refund(), around);
        String store = refund.store();
        if (!asker.mayActFor(store)) return Pair.no(CheckPosted.notYours("/refund", store));
        store = exchange.purchase().store();
        if (!asker.mayActFor(store)) return Pair.no(CheckPosted.notYours("/purchase", store));
        return new Pair(
                (RefundPosted) CheckPosted.refund(refund, asker, around).posted(),
                (PurchasePosted)
                        CheckPosted.purchase(exchange.purchase(), asker, around).posted(),
                null);
    }

    private static void check(Flaws flaws, Exchange exchange, Circumstances around) {
        Flaws back = new Flaws();
        Flaws bought = new Flaws();
        if (exchange.refund() == null) flaws.check("is required", "/refund");
        else RefundRules.check(back, CheckPosted.spelledOut(exchange.refund(), around), around);
        if (exchange.purchase() == null) flaws.check("is required", "/purchase");
        else PurchaseRules.check(bought, exchange.purchase(), around);
        flaws.of("/refund", back);
        flaws.of("/purchase", bought);
        if (!flaws.none()) return;
        String currency = CheckPosted.spelledOut(exchange.refund(), around).currency();
        boolean same = currency.equals(exchange.purchase().currency());
        if (!same) flaws.check("must be the currency of the purchase", "/refund/currency");
    }
}
