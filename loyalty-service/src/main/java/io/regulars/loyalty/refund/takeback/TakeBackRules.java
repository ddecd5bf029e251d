package io.regulars.loyalty.refund.takeback;

import io.regulars.loyalty.arithmetic.Fraction;
import io.regulars.loyalty.earning.evaluation.Award;
import io.regulars.loyalty.programme.document.RefundPolicy.TakenFrom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What goods that come back take with them: of what the purchase earned, whatever rules say today. By line, each line's
 * points in proportion to the part of it that came back, and of what belongs to no line the receipt's share; or all by
 * the receipt's share. All rests on the sum so far, rounded down, so any split ends the same and the last one exact.
 */
public final class TakeBackRules {

    private TakeBackRules() {}

    /** Points that go back now of each award, beside its place in the list; never more than were credited. */
    public static long[] takenNow(
            List<SoldLine> sold, List<Award> awards, List<BroughtBack> before, List<BroughtBack> now, TakenFrom from) {
        List<BroughtBack> all = new ArrayList<>(before);
        all.addAll(now);
        long[] after = taken(sold, awards, all, from);
        long[] taken = taken(sold, awards, before, from);
        for (int i = 0; i < after.length; i++) after[i] -= taken[i];
        return after;
    }

    /** Points that went back of each award once all of this came back. */
    public static long[] taken(List<SoldLine> sold, List<Award> awards, List<BroughtBack> back, TakenFrom from) {
        long[] taken = new long[awards.size()];
        boolean nothingOf = sold.isEmpty() && back.stream().noneMatch(BroughtBack::isWhole);
        if (nothingOf) return taken;
        long[] covered = CoverageRules.covered(sold, back);
        if (CoverageRules.isAll(sold, covered)) {
            for (int i = 0; i < taken.length; i++) taken[i] = awards.get(i).actual();
            return taken;
        }
        together(awards, from)
                .forEach((place, indexes) ->
                        take(awards, indexes, part(sold, covered, from == TakenFrom.LINE ? place.line() : 0), taken));
        return taken;
    }

    private record Place(int line, String wallet) {}

    /** Awards whose points are rounded together: those of a line, or all, of one wallet. */
    private static Map<Place, List<Integer>> together(List<Award> awards, TakenFrom from) {
        Map<Place, List<Integer>> together = new LinkedHashMap<>();
        for (int i = 0; i < awards.size(); i++) {
            Award award = awards.get(i);
            int line = from == TakenFrom.LINE ? award.line() : 0;
            together.computeIfAbsent(new Place(line, award.wallet()), place -> new ArrayList<>())
                    .add(i);
        }
        return together;
    }

    /** The part of the line, or of the receipt (0), that came back. */
    private static Fraction part(List<SoldLine> sold, long[] covered, int line) {
        long paid = 0;
        long back = 0;
        for (int i = 0; i < covered.length; i++) {
            SoldLine each = sold.get(i);
            boolean free = each.amount() == 0;
            if (line != 0 && each.line() == line && free) return Fraction.of(covered[i], 1);
            if (line != 0 && each.line() != line || free) continue;
            paid += Math.max(0, each.amount());
            back += covered[i];
        }
        return paid == 0 ? Fraction.ZERO : Fraction.of(back, paid);
    }

    /** One award after the other gives what it has, so that a later refund never gives any back. */
    private static void take(List<Award> awards, List<Integer> indexes, Fraction part, long[] taken) {
        long all = 0;
        for (int i : indexes) all += awards.get(i).actual();
        long left = part.times(all).floor();
        for (int i : indexes) {
            taken[i] = Math.min(left, awards.get(i).actual());
            left -= taken[i];
        }
    }
}
