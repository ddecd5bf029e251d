package io.regulars.loyalty.earning.amount;

import io.regulars.loyalty.arithmetic.Fraction;
import io.regulars.loyalty.arithmetic.Shares;
import io.regulars.loyalty.programme.document.EarningPolicy.Mode;
import io.regulars.loyalty.programme.document.EarningPolicy.Rounding;
import io.regulars.loyalty.programme.document.EarningPolicy.Scope;
import io.regulars.loyalty.programme.document.EarningPolicy.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Exact points become whole ones: once for all of a wallet on a receipt, or line by line. What is whole is spread over
 * the lines, and on a line over its rules, by largest remainder.
 */
public final class RoundingRules {

    private RoundingRules() {}

    /** Whole points of each share, in the order of the shares, by place. */
    public static List<long[]> whole(List<Given.Share> shares, int places, Rounding rounding) {
        List<long[]> whole = new ArrayList<>();
        Map<String, List<Integer>> byWallet = new LinkedHashMap<>();
        for (int i = 0; i < shares.size(); i++) {
            Given.Share share = shares.get(i);
            whole.add(share.fixed() ? fixed(share) : new long[places]);
            if (!share.fixed())
                byWallet.computeIfAbsent(share.wallet(), id -> new ArrayList<>())
                        .add(i);
        }
        for (List<Integer> ofWallet : byWallet.values()) spread(shares, ofWallet, places, rounding, whole);
        return whole;
    }

    private static long[] fixed(Given.Share share) {
        long[] points = new long[share.points().length];
        for (int i = 0; i < points.length; i++) points[i] = share.points()[i].floor();
        return points;
    }

    private static void spread(
            List<Given.Share> shares, List<Integer> chosen, int places, Rounding rounding, List<long[]> whole) {
        List<Fraction> lines = new ArrayList<>();
        for (int place = 0; place < places; place++) {
            Fraction line = Fraction.ZERO;
            for (int i : chosen) line = line.plus(shares.get(i).points()[place]);
            lines.add(line);
        }
        long[] byLine = byLine(lines, rounding);
        for (int place = 0; place < places; place++) {
            List<Fraction> rules = new ArrayList<>();
            for (int i : chosen) rules.add(shares.get(i).points()[place]);
            long[] byRule = shared(byLine[place], rules, rounding);
            for (int i = 0; i < chosen.size(); i++) whole.get(chosen.get(i))[place] = byRule[i];
        }
    }

    private static long[] byLine(List<Fraction> lines, Rounding rounding) {
        if (rounding.scope() == Scope.RECEIPT) {
            Fraction all = lines.stream().reduce(Fraction.ZERO, Fraction::plus);
            return shared(rounded(all, rounding.mode()), lines, rounding);
        }
        return lines.stream().mapToLong(line -> rounded(line, rounding.mode())).toArray();
    }

    private static long[] shared(long whole, List<Fraction> weights, Rounding rounding) {
        return rounding.spread() == Spread.FIRST ? Shares.firstOnes(whole, weights) : Shares.of(whole, weights);
    }

    static long rounded(Fraction points, Mode mode) {
        return switch (mode) {
            case FLOOR -> points.floor();
            case HALF_UP -> points.halfUp();
            case CEILING -> points.ceiling();
        };
    }
}
