package io.regulars.local.check.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.local.check.evidence.Loyalty.Extension;
import io.regulars.local.check.evidence.Loyalty.Lot;
import io.regulars.local.check.evidence.Loyalty.Transfer;
import io.regulars.local.check.evidence.Micros;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The first lot ended before the second, until somebody put its end off. */
class EndPutOffTest {

    private static final long PUT_OFF = 50;

    @Test
    void what_was_spent_before_an_end_was_put_off_went_by_the_end_of_then() {
        Passbook passbook = passbook(lot(1, 100, 70), lot(2, 100, 100));

        assertEquals(List.of(), flaws(passbook, taken(40)));
        assertEquals(70, passbook.lots().left(lot(1, 100, 70)));
        assertEquals(100, passbook.lots().left(lot(2, 100, 100)));
    }

    @Test
    void what_is_spent_afterwards_goes_by_the_new_one() {
        Passbook passbook = passbook(lot(1, 100, 100), lot(2, 100, 70));

        assertEquals(List.of(), flaws(passbook, taken(60)));
        assertEquals(100, passbook.lots().left(lot(1, 100, 100)));
        assertEquals(70, passbook.lots().left(lot(2, 100, 70)));
    }

    @Test
    void what_a_sign_of_life_put_off_goes_by_the_number_of_the_transfer() {
        Extension before = new Extension(1, "club", 1, 200, PUT_OFF, 2);
        Extension after = new Extension(1, "club", 1, 200, PUT_OFF, 3);

        Passbook spentLater = passbook(before, lot(1, 100, 100), lot(2, 100, 70));
        assertEquals(List.of(), flaws(spentLater, taken(PUT_OFF)));
        assertEquals(70, spentLater.lots().left(lot(2, 100, 70)));
        Passbook spentBefore = passbook(after, lot(1, 100, 70), lot(2, 100, 100));
        assertEquals(List.of(), flaws(spentBefore, taken(PUT_OFF)));
        assertEquals(70, spentBefore.lots().left(lot(1, 100, 70)));
    }

    private static Passbook passbook(Lot... lots) {
        return passbook(new Extension(1, "club", 1, 200, PUT_OFF, Micros.NEVER), lots);
    }

    private static Passbook passbook(Extension extension, Lot... lots) {
        return new Passbook(List.of(lots), List.of(extension));
    }

    private static List<String> flaws(Passbook passbook, Transfer last) {
        return Stream.of(given(1, 100), given(2, 200), last)
                .map(passbook::move)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Transfer given(long number, long balance) {
        return new Transfer(
                1,
                "club",
                "points",
                number,
                "adjustments",
                "active",
                100,
                balance,
                10,
                "adjusted_up",
                0,
                0,
                0,
                0,
                number);
    }

    private static Transfer taken(long at) {
        return new Transfer(
                1, "club", "points", 3, "active", "adjustments", 30, 170, at, "adjusted_down", 0, 0, 0, 0, 3);
    }

    /** The first ends at 400 now and did at 200, the second at 300. */
    private static Lot lot(long number, long points, long remaining) {
        long ends = number == 1 ? 400 : 300;
        return new Lot(1, "club", "points", number, 0, points, remaining, "active", 5, 5, ends);
    }
}
