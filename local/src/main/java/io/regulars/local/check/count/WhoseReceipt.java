package io.regulars.local.check.count;

import io.regulars.local.check.Finding;
import io.regulars.local.check.Tally;
import io.regulars.local.check.column.Index;
import io.regulars.local.check.evidence.Claims;
import io.regulars.local.check.evidence.Claims.Outcome;
import io.regulars.local.check.evidence.Evidence;
import io.regulars.local.check.evidence.Facts;
import io.regulars.local.check.evidence.Kinship;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Receipts, touchpoints and opt-ins booked on another customer than whoever stood at the till. Callers know their
 * shoppers by names of their own, so what is asked is this: all of one shopper is one customer's, and of two shoppers
 * never the same one's.
 */
public final class WhoseReceipt {
    private final Evidence evidence;
    private final Tally tally = new Tally("whose receipt");
    private final Index<Facts.Purchase> purchases;
    private final Index<Facts.Refund> refunds;
    private final Index<Facts.Named> named;
    private final Index<Kinship.Owner> owners;
    private final int[] families;
    private final BitSet met = new BitSet();
    /** By shopper, how many receipts, touchpoints and opt-ins are whose. */
    private final Map<String, Map<Integer, Integer>> booked = new LinkedHashMap<>();

    private WhoseReceipt(Evidence evidence) {
        this.evidence = evidence;
        this.purchases = Index.of(evidence.facts.purchases, Facts.Purchase::id, evidence.ids);
        this.refunds = Index.of(evidence.facts.refunds, Facts.Refund::id, evidence.ids);
        this.named = Index.of(evidence.facts.named, Facts.Named::event, evidence.ids);
        this.owners = Index.of(evidence.crm.kinship.owners, Kinship.Owner::ref, evidence.ids);
        this.families = evidence.crm.kinship.families(evidence.ids);
    }

    public static Finding find(Evidence evidence) {
        WhoseReceipt whose = new WhoseReceipt(evidence);
        evidence.claims.receipts.forEach(whose::receipt);
        whose.touchpoints();
        evidence.claims.enrolments.stream()
                .filter(each -> each.outcome() == Outcome.OK)
                .forEach(each -> whose.book(each.shopper(), each.customer()));
        whose.compare();
        return whose.tally.finding();
    }

    private void receipt(Claims.Receipt claim) {
        if (claim.outcome() == Outcome.REFUSED || met.get(claim.id())) return;
        met.set(claim.id());
        if (purchases.has(claim.id())) purchase(claim, purchases.get(claim.id()));
        else if (refunds.has(claim.id())) refund(claim, refunds.get(claim.id()));
    }

    private void purchase(Claims.Receipt claim, Facts.Purchase recorded) {
        boolean somebodys = recorded.customer() != 0;
        if (claim.content() != 0 && claim.named() != somebodys) {
            String flaw =
                    somebodys ? "purchase %s names nobody and is booked on %s" : "purchase %s is booked on nobody";
            tally.wrong(flaw, evidence.id(claim.id()), evidence.id(recorded.customer()));
        }
        book(claim.shopper(), side(recorded.event(), recorded.customer()));
    }

    private void refund(Claims.Receipt claim, Facts.Refund recorded) {
        Facts.Purchase original = purchases.get(recorded.original());
        if (recorded.customer() == 0 && original != null && original.customer() != 0) {
            tally.wrong("refund %s is booked on nobody", evidence.id(claim.id()));
        }
        book(claim.shopper(), side(recorded.event(), recorded.customer()));
    }

    private void touchpoints() {
        Index<Facts.Touchpoint> told = Index.of(evidence.facts.touchpoints, Facts.Touchpoint::id, evidence.ids);
        for (Claims.Touchpoint claim : evidence.claims.touchpoints) {
            if (claim.outcome() == Outcome.REFUSED || met.get(claim.id()) || !told.has(claim.id())) continue;
            met.set(claim.id());
            Facts.Touchpoint recorded = told.get(claim.id());
            book(claim.shopper(), side(recorded.event(), recorded.customer()));
        }
    }

    /** As whom a customer was first known: what is told of a survivor may be of somebody who was merged into her. */
    private int side(int event, int customer) {
        if (!named.has(event) || families[customer] == 0) return customer;
        int ref = named.get(event).ref();
        int owner = owners.has(ref) ? owners.get(ref).customer() : ref;
        return families[owner] == families[customer] ? owner : customer;
    }

    private void book(String shopper, int customer) {
        if (shopper.isEmpty() || customer == 0) return;
        booked.computeIfAbsent(shopper, first -> new LinkedHashMap<>()).merge(customer, 1, Integer::sum);
    }

    /** A shopper is taken to be the customer most is booked on; what is booked otherwise is wrong. */
    private void compare() {
        Map<Integer, String> shoppers = new HashMap<>();
        booked.forEach((shopper, customers) -> {
            int own = customers.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .orElseThrow()
                    .getKey();
            customers.forEach((other, times) -> {
                if (evidence.loyalty.families.same(other, own)) return;
                String flaw = "%d things of one shopper are booked on %s, others on %s";
                tally.wrong(times, flaw, times, evidence.id(other), evidence.id(own));
            });
            if (shoppers.putIfAbsent(own, shopper) == null || evidence.loyalty.families.has(own)) return;
            int times = customers.get(own);
            tally.wrong(times, "%d things of another shopper are booked on %s", times, evidence.id(own));
        });
    }
}
