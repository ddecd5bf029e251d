package io.regulars.loyalty.earning.evaluation;

import static io.regulars.loyalty.earning.evaluation.Scene.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.events.Purchase;
import io.regulars.events.Purchase.Kind;
import io.regulars.events.Purchase.Tender;
import io.regulars.loyalty.earning.basket.Happening;
import io.regulars.loyalty.programme.ProgrammeVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is counted of a receipt as a whole, and on which lines it lies. */
class WholeReceiptTest {

    private static final String WHOLE = "- { id: base, gives: { points: 1, per: 1, of: receipt } }\n";

    @Test
    void all_that_was_paid_counts_the_tip_too_and_lies_on_what_was_paid_for() {
        Happening tipped = total(31_00, line(1, "A", 10_00), line(2, "B", 20_00));
        assertEquals(List.of("1:10", "2:21"), awards(tipped, programme(WHOLE)));
        Happening delivered = total(20_00, line(1, "A", 10_00), line(2, Kind.DELIVERY, "D", 10_00));
        assertEquals(List.of("1:10", "2:10"), awards(delivered, programme(WHOLE)));
        Happening broughtBack = total(20_00, line(1, "A", 30_00), line(2, Kind.RETURN, "B", -10_00));
        assertEquals(List.of("1:20"), awards(broughtBack, programme(WHOLE)));
    }

    @ParameterizedTest
    @CsvSource({"paid, included, 100", "paid, excluded, 80", "list, included, 125", "list, excluded, 105"})
    void it_counts_before_or_after_discounts_with_or_without_its_tax(String price, String tax, long points) {
        String rule = "- { id: base, gives: { points: 1, per: 1, of: receipt, price: %s, tax: %s } }";
        Happening bought = basket(discounted(1, "A", 125_00, 100_00, 20_00));
        assertEquals(points, points(bought, programme(rule.formatted(price, tax))));
    }

    @Test
    void where_no_line_was_paid_for_it_lies_on_none() {
        Happening unnamed = total(7_99, line(1, "A", 0));
        assertEquals(List.of("0:7"), awards(unnamed, programme(WHOLE)));
        assertEquals(List.of("0:7"), awards(total(7_99), programme(WHOLE)));
        assertEquals(List.of(), awards(total(0, line(1, "A", 0)), programme(WHOLE)));
        assertEquals(List.of(), awards(total(-5_00, line(1, Kind.RETURN, "A", -5_00)), programme(WHOLE)));
        String byLine = "- { id: base, gives: { points: 1, per: 1 } }";
        assertEquals(List.of(), awards(unnamed, programme(byLine)));
        String steps = "- { id: base, gives: { points: 1, per: 2, of: receipt, wholeStepsOnly: true } }";
        assertEquals(List.of("0:3"), awards(unnamed, programme(steps)));
    }

    @Test
    void what_lies_on_no_line_is_multiplied_by_rules_that_leave_no_line_out() {
        Happening unnamed = total(5_00, line(1, "A", 0, "hot"));
        assertEquals(10, points(unnamed, programme(WHOLE + "- { id: twice, gives: { multiply: 2 } }")));
        String hot = "- { id: twice, gives: { multiply: 2 }, lines: { include: { labels: [hot] } } }";
        Evaluation evaluation = evaluate(unnamed, programme(WHOLE + hot));
        assertEquals(5, evaluation.points("points"));
        assertEquals("no: no base rule gave anything for its lines", why(evaluation, "twice"));
    }

    @ParameterizedTest
    @CsvSource({
        "60, 40, 60", // card, gift card, points
        "0, 100, 0",
        "110, -10, 100", // more was paid by card, and a gift card was loaded with the rest
        "-10, 110, 0",
        "0, 0, 100" // nothing is known of how it was paid
    })
    void the_part_that_was_paid_with_what_earns_earns(long card, long giftCard, long points) {
        List<Tender> tenders = List.of(new Tender("card", card * 100), new Tender("giftCard", giftCard * 100));
        Happening bought = paid(NOON, 100_00, true, tenders, line(1, "A", 100_00));
        String rule = "- { id: base, gives: { points: 1, per: 1%s }, lines: { withoutTenders: [giftCard] } }";
        assertEquals(points, points(bought, programme(rule.formatted(""))));
        assertEquals(points, points(bought, programme(rule.formatted(", of: receipt"))));
    }

    @Test
    void a_number_for_free_lines_lies_on_the_first_of_them_and_one_for_paid_ones_on_those() {
        String rule = "- { id: gift, gives: { fixed: 10 }, lines: { include: { labels: [hot] } } }";
        Purchase.Line cold = line(1, "A", 9_00);
        Happening free = basket(cold, line(2, "B", 0, "hot"), line(3, "C", 0, "hot"));
        assertEquals(List.of("2:10"), awards(free, programme(rule)));
        Happening mixed = basket(cold, line(2, "B", 0, "hot"), line(3, "C", 4_00, "hot"));
        assertEquals(List.of("3:10"), awards(mixed, programme(rule)));
        String each = "- { id: gift, gives: { fixed: 10, each: line }, lines: { include: { labels: [hot] } } }";
        Happening back = basket(cold, line(2, "B", 1_00, "hot"), line(3, Kind.RETURN, "C", -1_00, "hot"));
        assertEquals(List.of("2:10"), awards(back, programme(each)));
    }

    @Test
    void rounded_line_by_line_the_multiplier_is_rounded_with_its_line() {
        String rules = "- { id: base, gives: { points: 1, per: 1 } }\n- { id: more, gives: { multiply: 1.5 } }";
        Happening two = basket(line(1, "A", 1_50), line(2, "B", 1_50)); // 2.25 and 2.25
        assertEquals(4, points(two, earning("rounding: { scope: line }", rules)));
        assertEquals(6, points(two, earning("rounding: { scope: line, mode: ceiling }", rules)));
        assertEquals(5, points(two, earning("rounding: { mode: halfUp }", rules)));
    }

    private static Happening total(long total, Purchase.Line... lines) {
        return paid(NOON, total, true, List.of(), lines);
    }

    private static List<String> awards(Happening bought, ProgrammeVersion programme) {
        return evaluate(bought, programme).awards().stream()
                .map(award -> award.line() + ":" + award.actual())
                .toList();
    }
}
