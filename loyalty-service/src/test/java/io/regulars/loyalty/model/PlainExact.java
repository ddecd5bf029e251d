package io.regulars.loyalty.model;

import io.regulars.loyalty.programme.document.EarningPolicy.Mode;
import io.regulars.loyalty.programme.document.EarningPolicy.Rounding;
import io.regulars.loyalty.programme.document.EarningPolicy.Scope;
import io.regulars.loyalty.programme.document.EarningPolicy.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Exact points of rules on lines, and how they become whole ones. */
final class PlainExact {

    /** One rule on one line of one receipt. */
    record Part(int line, String rule, String wallet, Ratio points, boolean fixed) {}

    private PlainExact() {}

    /** Rounded once for each wallet: the receipt's sum, then its lines, then the rules of a line; or line by line. */
    static List<PlainAward> rounded(List<Part> parts, Rounding policy) {
        long[] whole = new long[parts.size()];
        for (int i = 0; i < whole.length; i++) {
            if (parts.get(i).fixed()) whole[i] = parts.get(i).points().floor();
        }
        for (String wallet : new TreeSet<>(parts.stream().map(Part::wallet).toList())) {
            List<Integer> lines = parts.stream()
                    .filter(part -> part.wallet().equals(wallet) && !part.fixed())
                    .map(Part::line)
                    .distinct()
                    .sorted()
                    .toList();
            List<Ratio> sums =
                    lines.stream().map(line -> sum(parts, wallet, line)).toList();
            List<Long> byLine = policy.scope() == Scope.LINE
                    ? sums.stream().map(sum -> round(sum, policy.mode())).toList()
                    : spread(round(sum(sums), policy.mode()), sums, policy.spread());
            for (int i = 0; i < lines.size(); i++) {
                share(parts, wallet, lines.get(i), byLine.get(i), policy.spread(), whole);
            }
        }
        List<PlainAward> awards = new ArrayList<>();
        for (int i = 0; i < whole.length; i++) {
            Part part = parts.get(i);
            awards.add(new PlainAward(part.line(), part.rule(), part.wallet(), whole[i], whole[i]));
        }
        return awards;
    }

    private static void share(List<Part> parts, String wallet, int line, long points, Spread spread, long[] whole) {
        List<Integer> own = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (part.wallet().equals(wallet) && part.line() == line && !part.fixed()) own.add(i);
        }
        List<Long> shares =
                spread(points, own.stream().map(i -> parts.get(i).points()).toList(), spread);
        for (int i = 0; i < own.size(); i++) whole[own.get(i)] = shares.get(i);
    }

    /** In proportion, rounded down; what is left goes one by one to the largest remainder, or to the first. */
    static List<Long> spread(long points, List<Ratio> exact, Spread spread) {
        List<Long> shares = new ArrayList<>();
        Ratio all = sum(exact);
        if (points == 0 || all.sign() == 0)
            return exact.stream().map(each -> 0L).toList();
        List<Ratio> quotas =
                exact.stream().map(each -> each.times(Ratio.of(points)).by(all)).toList();
        long left = points;
        for (Ratio each : quotas) {
            shares.add(each.floor());
            left -= each.floor();
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < quotas.size(); i++) order.add(i);
        if (spread == Spread.LARGEST_REMAINDER) {
            order.sort((one, other) -> remainder(quotas.get(other)).compare(remainder(quotas.get(one))));
        }
        for (int i = 0; left > 0; i = (i + 1) % order.size(), left--) {
            shares.set(order.get(i), shares.get(order.get(i)) + 1);
        }
        return shares;
    }

    private static Ratio remainder(Ratio number) {
        return number.minus(Ratio.of(number.floor()));
    }

    static long round(Ratio points, Mode mode) {
        return switch (mode) {
            case FLOOR -> points.floor();
            case HALF_UP -> points.halfUp();
            case CEILING -> points.ceiling();
        };
    }

    static Ratio sum(List<Ratio> all) {
        return all.stream().reduce(Ratio.ZERO, Ratio::plus);
    }

    private static Ratio sum(List<Part> parts, String wallet, int line) {
        return sum(parts.stream()
                .filter(part -> part.wallet().equals(wallet) && part.line() == line && !part.fixed())
                .map(Part::points)
                .toList());
    }
}
