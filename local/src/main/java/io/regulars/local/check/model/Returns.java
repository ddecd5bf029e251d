package io.regulars.local.check.model;

import io.regulars.local.check.evidence.Facts.Line;
import io.regulars.local.check.evidence.Terms;
import io.regulars.local.check.model.Basket.Share;
import java.math.BigInteger;
import java.util.List;

/** What returned goods take back of the points their receipt earned, whatever the order they came back in. */
public final class Returns {

    private final List<Share> shares;
    private final long[] returned;

    private Returns(List<Share> shares) {
        this.shares = shares;
        this.returned = new long[shares.size()];
    }

    /** Points of all that ever came back of a receipt: per line, cut down once on the sum. */
    public static long points(List<Share> shares, List<Line> lines) {
        Returns returns = new Returns(shares);
        lines.stream().filter(returns::namesALine).forEach(returns::byNumber);
        lines.stream().filter(line -> !returns.namesALine(line)).forEach(returns::bySku);
        return returns.points();
    }

    /** Points of goods that came back without a receipt: what the same money would earn. */
    public static long points(long total, List<Line> lines, Terms terms) {
        boolean anything = lines.stream().anyMatch(line -> line.amount() > 0);
        return anything ? terms.points(total) : 0;
    }

    private boolean isOneWhole() {
        return shares.stream().noneMatch(share -> share.number() != 0 && share.paid() > 0);
    }

    private boolean namesALine(Line line) {
        return isOneWhole() || shares.stream().anyMatch(share -> line.number() != 0 && share.number() == line.number());
    }

    private void byNumber(Line line) {
        long left = line.amount();
        for (int i = 0; i < returned.length; i++) {
            boolean meant =
                    isOneWhole() ? shares.get(i).number() == 0 : shares.get(i).number() == line.number();
            if (meant) left -= put(i, left);
        }
    }

    private void bySku(Line line) {
        long left = line.amount();
        for (int i = 0; i < returned.length; i++) {
            if (line.sku() != 0 && shares.get(i).sku() == line.sku()) left -= put(i, left);
        }
    }

    /** No more comes back of a line than was paid for it. */
    private long put(int i, long amount) {
        long part = Math.min(Math.max(0, amount), shares.get(i).paid() - returned[i]);
        returned[i] += part;
        return part;
    }

    private long points() {
        long points = 0;
        for (int i = 0; i < returned.length; i++) {
            if (returned[i] == 0) continue;
            points += BigInteger.valueOf(shares.get(i).points())
                    .multiply(BigInteger.valueOf(returned[i]))
                    .divide(BigInteger.valueOf(shares.get(i).paid()))
                    .longValueExact();
        }
        return points;
    }
}
