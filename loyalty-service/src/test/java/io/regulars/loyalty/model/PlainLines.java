package io.regulars.loyalty.model;

import io.regulars.events.Purchase;
import io.regulars.events.Purchase.Kind;
import io.regulars.events.Purchase.Line;
import io.regulars.loyalty.programme.document.rule.Gives;
import io.regulars.loyalty.programme.document.rule.Gives.Of;
import io.regulars.loyalty.programme.document.rule.Gives.Price;
import io.regulars.loyalty.programme.document.rule.Gives.Tax;
import io.regulars.loyalty.programme.document.rule.LineFilter;
import io.regulars.loyalty.programme.document.rule.LineFilter.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A receipt as rules look at it: which lines fit, and how much money lies on each. */
record PlainLines(Purchase receipt, LineFilter filter) {

    /** The lines that fit, returned ones too. */
    List<Line> fitting() {
        return receipt.lines().stream().filter(this::fits).toList();
    }

    List<Line> bought() {
        return fitting().stream()
                .filter(line -> line.kind() != Kind.RETURN && line.amount() >= 0)
                .toList();
    }

    private boolean fits(Line line) {
        boolean included = filter.include().equals(Words.NONE) || any(filter.include(), line);
        boolean fits = filter.kinds().contains(line.kind()) && included && !any(filter.exclude(), line);
        return fits && PlainSelection.holds(filter.when(), line.amount());
    }

    private static boolean any(Words words, Line line) {
        return line.sku() != null && words.skus().contains(line.sku())
                || line.category() != null && words.categories().contains(line.category())
                || words.labels().stream().anyMatch(line.labels()::contains);
    }

    /** What of the receipt was not paid with a tender that is left out. */
    private Ratio earningShare() {
        if (filter.withoutTenders().isEmpty()) return Ratio.ONE;
        long all = 0;
        long out = 0;
        for (Purchase.Tender tender : receipt.tenders()) {
            all += tender.amount();
            if (filter.withoutTenders().contains(tender.type())) out += tender.amount();
        }
        return all <= 0 ? Ratio.ONE : Ratio.ONE.minus(Ratio.of(out, all));
    }

    /** The lines that fit, and the receipt as a whole (0) where none is left out. */
    List<Integer> places() {
        List<Integer> places =
                new ArrayList<>(fitting().stream().map(Line::line).toList());
        if (filter.takesEveryLine()) places.add(0);
        return places;
    }

    List<Integer> allPlaces() {
        List<Integer> places =
                new ArrayList<>(receipt.lines().stream().map(Line::line).toList());
        places.add(0);
        return places;
    }

    /** Money that earns, on the lines that were bought; of the receipt on all its lines, and on 0 where there is none. */
    Map<Integer, Ratio> money(Gives gives) {
        boolean whole = gives.of() == Of.RECEIPT;
        Map<Integer, Ratio> weights = new LinkedHashMap<>();
        for (Line line : whole ? receipt.lines() : bought()) {
            Ratio weight = whole ? Ratio.of(line.amount()) : worth(line, gives);
            if (weight.sign() > 0) weights.put(line.line(), weight);
        }
        Ratio sum = whole
                ? ofReceipt(gives)
                : PlainExact.sum(
                        fitting().stream().map(line -> worth(line, gives)).toList());
        if (sum.sign() <= 0) return Map.of();
        if (weights.isEmpty() && whole) weights.put(0, Ratio.ONE);
        Ratio all = PlainExact.sum(List.copyOf(weights.values()));
        weights.replaceAll(
                (line, weight) -> sum.times(earningShare()).times(weight).by(all));
        return weights;
    }

    private Ratio ofReceipt(Gives gives) {
        long total = receipt.total();
        if (gives.price() == Price.LIST) {
            for (Line line : receipt.lines()) if (line.listAmount() != null) total += line.listAmount() - line.amount();
        }
        return Ratio.of(gives.tax() == Tax.EXCLUDED ? total - receipt.taxTotal() : total);
    }

    private Ratio worth(Line line, Gives gives) {
        boolean list = gives.price() == Price.LIST && line.listAmount() != null;
        Ratio amount = Ratio.of(list ? line.listAmount() : line.amount());
        Ratio tax = Ratio.of(line.tax());
        if (list) tax = line.amount() == 0 ? Ratio.ZERO : tax.times(amount).by(Ratio.of(line.amount()));
        if (gives.tax() == Tax.INCLUDED) return receipt.taxIncluded() ? amount : amount.plus(tax);
        return receipt.taxIncluded() ? amount.minus(tax) : amount;
    }
}
