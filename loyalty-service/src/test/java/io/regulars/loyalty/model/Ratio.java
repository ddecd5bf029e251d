package io.regulars.loyalty.model;

import java.math.BigDecimal;
import java.math.BigInteger;

/** A number that is never rounded until somebody says so. */
record Ratio(BigInteger over, BigInteger under) {

    static final Ratio ZERO = of(0);
    static final Ratio ONE = of(1);

    Ratio {
        if (under.signum() <= 0) throw new ArithmeticException("below the line stands " + under);
        BigInteger common = over.gcd(under);
        over = over.divide(common);
        under = under.divide(common);
    }

    static Ratio of(long number) {
        return new Ratio(BigInteger.valueOf(number), BigInteger.ONE);
    }

    static Ratio of(long over, long under) {
        return new Ratio(BigInteger.valueOf(over), BigInteger.valueOf(under));
    }

    static Ratio of(BigDecimal number) {
        int digits = Math.max(0, number.scale());
        return new Ratio(number.movePointRight(digits).toBigIntegerExact(), BigInteger.TEN.pow(digits));
    }

    Ratio plus(Ratio other) {
        return new Ratio(over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
    }

    Ratio minus(Ratio other) {
        return plus(other.times(of(-1)));
    }

    Ratio times(Ratio other) {
        return new Ratio(over.multiply(other.over), under.multiply(other.under));
    }

    /** By something above zero. */
    Ratio by(Ratio other) {
        return times(new Ratio(other.under, other.over));
    }

    int sign() {
        return over.signum();
    }

    int compare(Ratio other) {
        return minus(other).sign();
    }

    long floor() {
        BigInteger[] parts = over.divideAndRemainder(under);
        return (parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0]).longValueExact();
    }

    long ceiling() {
        return -times(of(-1)).floor();
    }

    long halfUp() {
        return plus(of(1, 2)).floor();
    }
}
