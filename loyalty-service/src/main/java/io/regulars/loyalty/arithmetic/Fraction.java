package io.regulars.loyalty.arithmetic;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;

/** An exact number: a numerator over a denominator above 0, in lowest terms; of longs where they suffice. */
public final class Fraction implements Comparable<Fraction> {

    public static final Fraction ZERO = new Fraction(0, 1);
    public static final Fraction ONE = new Fraction(1, 1);
    private static final Fraction HALF = new Fraction(1, 2);
    private static final BigInteger LEAST = BigInteger.valueOf(-Long.MAX_VALUE);

    private final long over;
    private final long under;
    private final BigInteger bigOver;
    private final BigInteger bigUnder;

    private Fraction(long over, long under) {
        this.over = over;
        this.under = under;
        this.bigOver = null;
        this.bigUnder = null;
    }

    private Fraction(BigInteger over, BigInteger under) {
        this.over = 0;
        this.under = 0;
        this.bigOver = over;
        this.bigUnder = under;
    }

    public static Fraction of(long whole) {
        return of(whole, 1);
    }

    public static Fraction of(long over, long under) {
        if (under == 0) throw new ArithmeticException("division by zero");
        if (over == Long.MIN_VALUE || under == Long.MIN_VALUE) {
            return of(BigInteger.valueOf(over), BigInteger.valueOf(under));
        }
        long common = under == 1 ? 1 : ExactLongs.commonDivisor(Math.abs(over), Math.abs(under));
        if (under < 0) common = -common;
        return new Fraction(over / common, under / common);
    }

    public static Fraction of(BigDecimal number) {
        return number.scale() <= 0
                ? of(number.toBigIntegerExact(), BigInteger.ONE)
                : of(number.unscaledValue(), BigInteger.TEN.pow(number.scale()));
    }

    private static Fraction of(BigInteger over, BigInteger under) {
        BigInteger common = over.gcd(under);
        if (under.signum() < 0) common = common.negate();
        BigInteger top = over.divide(common);
        BigInteger bottom = under.divide(common);
        boolean small = top.bitLength() < Long.SIZE && bottom.bitLength() < Long.SIZE && top.compareTo(LEAST) >= 0;
        return small ? new Fraction(top.longValue(), bottom.longValue()) : new Fraction(top, bottom);
    }

    public Fraction plus(Fraction other) {
        if (signum() == 0) return other;
        if (other.signum() == 0) return this;
        if (isSmall() && other.isSmall()) {
            long left = over * other.under;
            long right = other.over * under;
            boolean fit = ExactLongs.productFits(over, other.under)
                    && ExactLongs.productFits(other.over, under)
                    && ExactLongs.productFits(under, other.under);
            if (fit && ExactLongs.sumFits(left, right)) return of(left + right, under * other.under);
        }
        BigInteger top = top().multiply(other.bottom()).add(other.top().multiply(bottom()));
        return of(top, bottom().multiply(other.bottom()));
    }

    public Fraction minus(Fraction other) {
        return plus(other.times(-1));
    }

    public Fraction times(Fraction other) {
        if (isSmall() && other.isSmall()) {
            boolean fit = ExactLongs.productFits(over, other.over) && ExactLongs.productFits(under, other.under);
            if (fit) return of(over * other.over, under * other.under);
        }
        return of(top().multiply(other.top()), bottom().multiply(other.bottom()));
    }

    public Fraction times(long factor) {
        return times(of(factor));
    }

    public Fraction dividedBy(Fraction other) {
        if (other.signum() == 0) throw new ArithmeticException("division by zero");
        return times(other.isSmall() ? of(other.under, other.over) : of(other.bigUnder, other.bigOver));
    }

    public int signum() {
        return isSmall() ? Long.signum(over) : bigOver.signum();
    }

    /** The largest whole number that is not above it; what is beyond a long is refused. */
    public long floor() {
        if (isSmall()) return Math.floorDiv(over, under);
        BigInteger[] parts = bigOver.divideAndRemainder(bigUnder);
        return (parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0]).longValueExact();
    }

    /** The smallest whole number that is not below it. */
    public long ceiling() {
        return Math.negateExact(times(-1).floor());
    }

    /** The nearest whole number; halfway, the one above. */
    public long halfUp() {
        return plus(HALF).floor();
    }

    @Override
    public int compareTo(Fraction other) {
        return minus(other).signum();
    }

    private boolean isSmall() {
        return bigOver == null;
    }

    private BigInteger top() {
        return isSmall() ? BigInteger.valueOf(over) : bigOver;
    }

    private BigInteger bottom() {
        return isSmall() ? BigInteger.valueOf(under) : bigUnder;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fraction that && top().equals(that.top()) && bottom().equals(that.bottom());
    }

    @Override
    public int hashCode() {
        return Objects.hash(top(), bottom());
    }

    @Override
    public String toString() {
        return bottom().equals(BigInteger.ONE) ? top().toString() : top() + "/" + bottom();
    }
}
