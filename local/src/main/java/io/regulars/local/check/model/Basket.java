package io.regulars.local.check.model;

import io.regulars.local.check.evidence.Facts.Line;
import io.regulars.local.check.evidence.Terms;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What the lines of a receipt are worth in points. */
public final class Basket {

    /** A line, what was paid for it and its share of the receipt's points. Number 0 is the receipt as a whole. */
    public record Share(int number, int sku, long paid, long points) {}

    private Basket() {}

    /** The receipt's points over its lines; over the receipt as a whole where nothing was paid for any line. */
    public static List<Share> shares(long total, List<Line> lines, Terms terms) {
        long points = terms.points(total);
        List<Long> paid = lines.stream().map(line -> Math.max(0, line.amount())).toList();
        long[] spread = largestRemainder(points, paid);
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < paid.size(); i++) {
            shares.add(new Share(lines.get(i).number(), lines.get(i).sku(), paid.get(i), spread[i]));
        }
        boolean nothingByLine = paid.stream().allMatch(amount -> amount == 0);
        if (nothingByLine && total > 0) shares.add(new Share(0, 0, total, points));
        return shares;
    }

    /** Everybody's exact share cut down to whole points; those left go to the largest remainders, earlier first. */
    static long[] largestRemainder(long whole, List<Long> weights) {
        long[] shares = new long[weights.size()];
        BigInteger total = weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        if (total.signum() == 0 || whole == 0) return shares;
        BigInteger[] remainders = new BigInteger[shares.length];
        long left = whole;
        for (int i = 0; i < shares.length; i++) {
            BigInteger[] exact = BigInteger.valueOf(whole)
                    .multiply(BigInteger.valueOf(weights.get(i)))
                    .divideAndRemainder(total);
            shares[i] = exact[0].longValueExact();
            remainders[i] = exact[1];
            left -= shares[i];
        }
        IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                .limit(left)
                .forEach(i -> shares[i]++);
        return shares;
    }
}
