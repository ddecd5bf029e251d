package io.regulars.loyalty.arithmetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Small and large numbers calculate the same, exactly. */
class FractionTest {

    @Test
    void sums_products_and_quotients_are_what_they_are_however_large() {
        Random random = new Random(2);
        for (int round = 0; round < 20_000; round++) {
            Plain a = any(random);
            Plain b = any(random);
            same(a.fraction().plus(b.fraction()), sum(a, b));
            same(a.fraction().minus(b.fraction()), sum(a, new Plain(b.over().negate(), b.under())));
            same(
                    a.fraction().times(b.fraction()),
                    new Plain(a.over().multiply(b.over()), a.under().multiply(b.under())));
            int sides = a.under().signum() * b.under().signum();
            int order = sides * a.over().multiply(b.under()).compareTo(b.over().multiply(a.under()));
            assertEquals(order, a.fraction().compareTo(b.fraction()), a + " against " + b);
            if (b.over().signum() == 0) continue;
            same(
                    a.fraction().dividedBy(b.fraction()),
                    new Plain(a.over().multiply(b.under()), a.under().multiply(b.over())));
        }
    }

    @Test
    void whole_numbers_around_it_are_on_the_right_sides() {
        assertEquals(-2, Fraction.of(-3, 2).floor());
        assertEquals(-1, Fraction.of(-3, 2).ceiling());
        assertEquals(-1, Fraction.of(-3, 2).halfUp());
        assertEquals(2, Fraction.of(3, 2).halfUp());
        assertEquals(1, Fraction.of(5, 4).halfUp());
    }

    @Test
    void equal_numbers_are_equal_and_read_well() {
        assertEquals(Fraction.of(1, 2), Fraction.of(-3, -6));
        assertEquals(Fraction.of(3, 2), Fraction.of(new BigDecimal("1.50")));
        assertEquals(Fraction.of(300), Fraction.of(new BigDecimal("3E+2")));
        assertEquals("-1/2", Fraction.of(1, -2).toString());
        Fraction huge = Fraction.of(Long.MAX_VALUE).times(Long.MAX_VALUE);
        assertEquals(Fraction.of(Long.MAX_VALUE), huge.dividedBy(Fraction.of(Long.MAX_VALUE)));
        assertEquals(huge, Fraction.of(Long.MAX_VALUE).times(Fraction.of(Long.MAX_VALUE)));
    }

    @Test
    void what_cannot_be_is_refused() {
        assertThrows(ArithmeticException.class, () -> Fraction.of(1, 0));
        assertThrows(ArithmeticException.class, () -> Fraction.ONE.dividedBy(Fraction.ZERO));
        assertThrows(
                ArithmeticException.class,
                () -> Fraction.of(Long.MAX_VALUE).times(2).floor());
    }

    private record Plain(BigInteger over, BigInteger under) {
        Fraction fraction() {
            return Fraction.of(over.longValueExact(), under.longValueExact());
        }
    }

    private static Plain sum(Plain a, Plain b) {
        BigInteger over = a.over().multiply(b.under()).add(b.over().multiply(a.under()));
        return new Plain(over, a.under().multiply(b.under()));
    }

    private static void same(Fraction number, Plain expected) {
        BigInteger common = expected.over().gcd(expected.under());
        BigInteger sign = expected.under().signum() < 0 ? common.negate() : common;
        BigInteger under = expected.under().divide(sign);
        String plain = expected.over().divide(sign) + (under.equals(BigInteger.ONE) ? "" : "/" + under);
        assertEquals(plain, number.toString());
    }

    private static Plain any(Random random) {
        return new Plain(BigInteger.valueOf(anyLong(random)), BigInteger.valueOf(under(random)));
    }

    private static long under(Random random) {
        long any = anyLong(random);
        return any == 0 ? 1 : any;
    }

    private static long anyLong(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> Long.MIN_VALUE;
            case 1 -> Long.MAX_VALUE;
            case 2 -> 0;
            default -> random.nextLong() >> random.nextInt(64);
        };
    }
}
