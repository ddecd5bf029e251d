package io.regulars.local.check.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.local.check.evidence.Facts.Line;
import io.regulars.local.check.history.History;
import io.regulars.local.check.model.Basket.Share;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReturnsTest {
    private static final int TEA = 7;
    private static final int CUP = 8;
    private static final List<Share> SHARES = List.of(new Share(1, TEA, 999, 10), new Share(2, CUP, 500, 5));

    @Test
    void parts_of_a_line_add_up_and_are_cut_down_once() {
        assertEquals(3, Returns.points(SHARES, List.of(new Line(1, 0, 333))));
        assertEquals(6, Returns.points(SHARES, List.of(new Line(1, 0, 333), new Line(1, 0, 333))));
        assertEquals(10, Returns.points(SHARES, Collections.nCopies(3, new Line(1, 0, 333))));
    }

    @Test
    void no_more_is_taken_back_than_was_earned() {
        assertEquals(10, Returns.points(SHARES, List.of(new Line(1, 0, 5_000))));
        assertEquals(15, Returns.points(SHARES, List.of(new Line(1, 0, 999), new Line(0, CUP, 900))));
    }

    @Test
    void a_line_is_meant_by_its_number_or_else_by_its_sku() {
        assertEquals(5, Returns.points(SHARES, List.of(new Line(0, CUP, 500))));
        assertEquals(5, Returns.points(SHARES, List.of(new Line(99, CUP, 500))));
        assertEquals(10, Returns.points(SHARES, List.of(new Line(1, CUP, 999))));
        assertEquals(0, Returns.points(SHARES, List.of(new Line(99, 0, 500))));
    }

    @Test
    void a_receipt_without_lines_comes_back_as_a_whole() {
        assertEquals(6, Returns.points(List.of(new Share(0, 0, 1_250, 12)), List.of(new Line(1, TEA, 625))));
    }

    @Test
    void without_a_receipt_the_same_money_is_taken_back() {
        assertEquals(12, Returns.points(1_299, List.of(new Line(0, TEA, 1_299)), History.TERMS));
        assertEquals(0, Returns.points(0, List.of(new Line(0, TEA, 0)), History.TERMS));
    }
}
