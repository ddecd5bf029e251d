package io.regulars.loyalty.earning.amount;

import io.regulars.events.Purchase.Tender;
import io.regulars.loyalty.arithmetic.Fraction;
import io.regulars.loyalty.earning.basket.Basket;
import io.regulars.loyalty.earning.basket.BasketLine;
import io.regulars.loyalty.programme.document.EarningPolicy.Scope;
import io.regulars.loyalty.programme.document.rule.Gives.Of;
import io.regulars.loyalty.programme.document.rule.Gives.Price;
import io.regulars.loyalty.programme.document.rule.Gives.Tax;
import io.regulars.loyalty.programme.rule.Gift.PerMoney;
import io.regulars.loyalty.programme.rule.LineMatch;
import java.util.Arrays;

/**
 * What a base rule gives for each line, exact. Lines that fit add up, returned ones lower the sum, and the lines that
 * were paid for share it by what was paid; below zero there is nothing. The last place stands for the whole receipt.
 */
final class BaseAmountRules {

    private BaseAmountRules() {}

    /** Points of each line of the basket, then of what no line stands for. */
    static Fraction[] points(Candidate candidate, PerMoney gift, Basket basket, Scope rounding) {
        Fraction[] worth = worth(candidate, gift, basket);
        Fraction[] shares = positive(worth, gift, basket);
        Fraction all = gift.of() == Of.RECEIPT ? ofReceipt(gift, basket) : sum(worth);
        Fraction bought = sum(shares);
        Fraction[] points = new Fraction[shares.length + 1];
        Arrays.fill(points, Fraction.ZERO);
        if (all.signum() <= 0) return points;
        Fraction counted = all.times(earningPart(candidate.rule().lines(), basket));
        if (bought.signum() == 0) {
            if (gift.of() == Of.RECEIPT) points[shares.length] = pointsFor(counted, gift, true);
            return points;
        }
        boolean stepsByLine = rounding == Scope.LINE;
        Fraction whole = pointsFor(counted, gift, !stepsByLine);
        for (int i = 0; i < shares.length; i++) {
            Fraction part = shares[i].dividedBy(bought);
            points[i] = stepsByLine ? pointsFor(counted.times(part), gift, true) : whole.times(part);
        }
        return points;
    }

    private static Fraction pointsFor(Fraction money, PerMoney gift, boolean inSteps) {
        Fraction steps = money.times(Fraction.of(1, gift.per()));
        if (gift.wholeStepsOnly() && inSteps) steps = Fraction.of(steps.floor());
        return steps.times(gift.points());
    }

    private static Fraction[] worth(Candidate candidate, PerMoney gift, Basket basket) {
        Fraction[] worth = new Fraction[basket.lines().size()];
        for (int i = 0; i < worth.length; i++) {
            BasketLine line = basket.lines().get(i);
            worth[i] = candidate.lines()[i] ? line.worth(gift.price(), gift.tax()) : Fraction.ZERO;
        }
        return worth;
    }

    private static Fraction[] positive(Fraction[] worth, PerMoney gift, Basket basket) {
        Fraction[] positive = new Fraction[worth.length];
        for (int i = 0; i < worth.length; i++) {
            long paid = basket.lines().get(i).amount();
            Fraction share = gift.of() == Of.RECEIPT ? Fraction.of(paid, 1) : worth[i];
            positive[i] = share.signum() > 0 ? share : Fraction.ZERO;
        }
        return positive;
    }

    private static Fraction ofReceipt(PerMoney gift, Basket basket) {
        long total = basket.total();
        if (gift.price() == Price.LIST) {
            for (BasketLine line : basket.lines()) total += line.listAmount() - line.amount();
        }
        return Fraction.of(gift.tax() == Tax.EXCLUDED ? total - basket.tax() : total, 1);
    }

    /** The part that was not paid with what is left out. */
    private static Fraction earningPart(LineMatch lines, Basket basket) {
        if (!lines.asksForTenders()) return Fraction.ONE;
        long all = 0;
        long earning = 0;
        for (Tender tender : basket.tenders()) {
            all += tender.amount();
            if (!lines.leavesOut(tender.type())) earning += tender.amount();
        }
        if (all <= 0) return Fraction.ONE;
        return Fraction.of(Math.max(0, Math.min(all, earning)), all);
    }

    private static Fraction sum(Fraction[] parts) {
        return Arrays.stream(parts).reduce(Fraction.ZERO, Fraction::plus);
    }
}
