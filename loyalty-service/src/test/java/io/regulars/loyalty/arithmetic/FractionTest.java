package io.regulars.loyalty.arithmetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
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
    void whole_numbers_around_one_with_many_digits_are_on_the_right_sides_too() {
        Fraction little = Fraction.of(new BigDecimal("1.0000000000000000000000001"));
        assertEquals(List.of(1L, 2L, 1L), List.of(little.floor(), little.ceiling(), little.halfUp()));
        Fraction below = little.times(-1);
        assertEquals(List.of(-2L, -1L, -1L), List.of(below.floor(), below.ceiling(), below.halfUp()));
        assertEquals(
                List.of(1, -1, 0),
                List.of(little.signum(), below.signum(), little.plus(below).signum()));
        Fraction half = Fraction.of(new BigDecimal("2.5000000000000000000000000"));
        assertEquals(List.of(2L, 3L, 3L), List.of(half.floor(), half.ceiling(), half.halfUp()));
        assertEquals(
                7, Fraction.of(new BigDecimal("7.0000000000000000000000000")).floor());
    }

    @Test
    void a_set_knows_a_number_again_however_it_was_reached() {
        Set<Fraction> known = new HashSet<>();
        for (long i = 1; i <= 50; i++) known.add(Fraction.of(1, i));
        assertEquals(50, known.stream().map(Fraction::hashCode).distinct().count());
        for (long i = 1; i <= 50; i++) {
            assertTrue(known.contains(Fraction.of(Long.MAX_VALUE)
                    .times(3)
                    .dividedBy(Fraction.of(Long.MAX_VALUE).times(3 * i))));
        }
        assertNotEquals(Fraction.of(1, 2), Fraction.of(1, 3));
        assertNotEquals(Fraction.of(1, 2), Fraction.of(3, 2));
        assertNotEquals(Fraction.ONE, "1");
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
