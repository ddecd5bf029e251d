package io.regulars.local.check.model;

import io.regulars.local.check.column.Index;
import io.regulars.local.check.evidence.Evidence;
import io.regulars.local.check.evidence.Facts.Line;
import io.regulars.local.check.evidence.Facts.Purchase;
import io.regulars.local.check.evidence.Facts.Refund;
import io.regulars.local.check.evidence.Loyalty;
import io.regulars.local.check.evidence.Terms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** What refunds take back, all of a purchase together; where its version is not known, what is stored of them. */
final class TakenBack {
    private final Evidence evidence;
    private final Judging judging;
    private final Index<Loyalty.Refund> stored;
    private final Map<Integer, Pile> piles = new HashMap<>();
    private final Map<Integer, Long> points = new HashMap<>();
    private long unknown;

    /** Refunds that are reckoned together. */
    private static final class Pile {
        final Purchase original;
        final int customer;
        final List<Refund> refunds = new ArrayList<>();

        Pile(Purchase original, int customer) {
            this.original = original;
            this.customer = customer;
        }
    }

    TakenBack(Evidence evidence, Judging judging) {
        this.evidence = evidence;
        this.judging = judging;
        this.stored = Index.of(evidence.loyalty.refunds, Loyalty.Refund::id, evidence.ids);
    }

    void comesBack(Refund refund, Purchase original, int customer) {
        piles.computeIfAbsent(Charges.under(refund), id -> new Pile(original, customer))
                .refunds
                .add(refund);
    }

    /** By what they are reckoned under; {@code charge} is told of whom and how many. */
    void reckon(BiConsumer<Integer, Long> charge) {
        piles.forEach((under, pile) -> {
            boolean known = pile.refunds.stream().allMatch(each -> judging.knows(each, pile.original));
            if (!known) unknown += pile.refunds.size();
            long taken = !known ? stored(pile) : pile.original == null ? alone(pile) : together(pile);
            points.put(under, taken);
            charge.accept(pile.customer, taken);
        });
    }

    Map<Integer, Long> points() {
        return points;
    }

    long notModelled() {
        return unknown;
    }

    List<Basket.Share> shares(Purchase purchase) {
        Terms terms = judging.terms(purchase);
        long total = terms.counted(purchase.total(), purchase.currency());
        return Basket.shares(total, evidence.facts.linesOf(purchase), terms);
    }

    private long alone(Pile pile) {
        Refund refund = pile.refunds.get(0);
        Terms terms = judging.terms(refund);
        return Returns.points(terms.counted(refund.total(), refund.currency()), evidence.facts.linesOf(refund), terms);
    }

    /** A void takes whatever refunds left, so that together they take all. */
    private long together(Pile pile) {
        List<Basket.Share> shares = shares(pile.original);
        if (pile.refunds.stream().anyMatch(Refund::whole)) {
            return shares.stream().mapToLong(Basket.Share::points).sum();
        }
        List<Line> lines = pile.refunds.stream()
                .flatMap(each -> evidence.facts.linesOf(each).stream())
                .toList();
        return Returns.points(shares, lines);
    }

    private long stored(Pile pile) {
        return pile.refunds.stream()
                .filter(each -> stored.has(each.id()))
                .mapToLong(each -> stored.get(each.id()).taken())
                .sum();
    }
}
