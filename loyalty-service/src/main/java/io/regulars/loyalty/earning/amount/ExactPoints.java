package io.regulars.loyalty.earning.amount;

import io.regulars.loyalty.arithmetic.Fraction;
import io.regulars.loyalty.arithmetic.Shares;
import io.regulars.loyalty.earning.basket.Basket;
import io.regulars.loyalty.earning.basket.BasketLine;
import io.regulars.loyalty.programme.Level;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.rule.Gives.Each;
import io.regulars.loyalty.programme.rule.Gift;
import io.regulars.loyalty.programme.rule.Rule;
import java.util.Arrays;
import java.util.List;

/**
 * What a choice of rules gives for each line, exact. Base rules add up. Multipliers on a line, the tier's last,
 * multiply together and act on the base; each is given what it adds to those before it. Fixed numbers stay as they are.
 */
public final class ExactPoints {

    public static final String TIER = "tier:";

    private final Basket basket;
    private final ProgrammeVersion programme;
    private final Level tier;
    private final boolean firstOfVisit;
    private final int places;

    /** @param tier the member's, or null; {@code firstOfVisit} nothing was counted for this visit yet */
    public ExactPoints(Basket basket, ProgrammeVersion programme, Level tier, boolean firstOfVisit) {
        this.basket = basket;
        this.programme = programme;
        this.tier = tier;
        this.firstOfVisit = firstOfVisit;
        this.places = (basket == null ? 0 : basket.lines().size()) + 1;
    }

    public Given of(List<Candidate> candidates) {
        Given given = new Given(places);
        for (Candidate each : candidates) {
            if (each.rule().gift() instanceof Gift.PerMoney gift) {
                var scope = programme.document().earning().rounding().scope();
                given.put(each.rule(), BaseAmountRules.points(each, gift, basket, scope));
            }
        }
        given.baseIsComplete();
        for (Candidate each : candidates) {
            if (each.rule().gift() instanceof Gift.Multiple gift) multiply(each, gift.factor(), given);
            if (each.rule().gift() instanceof Gift.Fixed gift) give(each, gift, given);
        }
        if (tier != null && tier.factor().compareTo(Fraction.ONE) > 0) multiplyByTier(given);
        return given;
    }

    private void multiply(Candidate candidate, Fraction factor, Given given) {
        boolean[] lines = Arrays.copyOf(candidate.lines(), places);
        lines[places - 1] = candidate.takesEveryLine();
        given.put(candidate.rule(), given.multiplied(candidate.rule().wallet(), factor, lines));
    }

    private void multiplyByTier(Given given) {
        boolean[] all = new boolean[places];
        Arrays.fill(all, true);
        programme.document().wallets().stream()
                .filter(wallet -> wallet.spendable() && given.base(wallet.id()).signum() > 0)
                .forEach(wallet ->
                        given.put(TIER + tier.id(), wallet.id(), given.multiplied(wallet.id(), tier.factor(), all)));
    }

    private void give(Candidate candidate, Gift.Fixed gift, Given given) {
        Rule rule = candidate.rule();
        if (rule.written().needsBase() && given.base(rule.wallet()).signum() == 0) return;
        if (gift.each() == Each.VISIT && !firstOfVisit) return;
        Fraction[] points = new Fraction[places];
        Arrays.fill(points, Fraction.ZERO);
        if (gift.each() == Each.LINE) {
            for (int i = 0; i < places - 1; i++) if (bought(candidate, i)) points[i] = Fraction.of(gift.points(), 1);
        } else if (candidate.takesEveryLine()) {
            points[places - 1] = Fraction.of(gift.points(), 1);
        } else {
            overLines(candidate, gift.points(), points);
        }
        given.fix(rule, points);
    }

    /** A number for the basket belongs to the lines it was given for, so that it goes back with them. */
    private void overLines(Candidate candidate, long points, Fraction[] byLine) {
        Fraction[] paid = new Fraction[places];
        Arrays.fill(paid, Fraction.ZERO);
        int first = -1;
        for (int i = places - 2; i >= 0; i--) {
            if (!bought(candidate, i)) continue;
            first = i;
            paid[i] = Fraction.of(Math.max(0, basket.lines().get(i).amount()), 1);
        }
        if (first < 0) return;
        if (Arrays.stream(paid).allMatch(each -> each.signum() == 0)) paid[first] = Fraction.ONE;
        long[] shares = Shares.of(points, List.of(paid));
        for (int i = 0; i < places; i++) byLine[i] = Fraction.of(shares[i], 1);
    }

    private boolean bought(Candidate candidate, int index) {
        BasketLine line = basket.lines().get(index);
        return candidate.lines()[index] && line.isBought();
    }
}
