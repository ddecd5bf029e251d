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
import java.util.List;

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
        return filter.kinds().contains(line.kind()) && included && !any(filter.exclude(), line);
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

    /** Money of the receipt, shared by the lines that were bought; the lines in the order of {@link #bought}. */
    List<Ratio> money(Gives gives) {
        Ratio sum = Ratio.ZERO;
        if (gives.of() == Of.RECEIPT) sum = Ratio.of(receipt.total());
        else for (Line line : fitting()) sum = sum.plus(worth(line, gives));
        return shared(sum.times(earningShare()), gives);
    }

    private List<Ratio> shared(Ratio sum, Gives gives) {
        List<Ratio> weights = new ArrayList<>();
        for (Line line : bought()) weights.add(worth(line, gives));
        Ratio all = PlainExact.sum(weights);
        return weights.stream()
                .map(each -> all.sign() <= 0 || sum.sign() <= 0
                        ? Ratio.ZERO
                        : sum.times(each).by(all))
                .toList();
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
