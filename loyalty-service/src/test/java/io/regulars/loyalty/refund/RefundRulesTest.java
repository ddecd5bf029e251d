package io.regulars.loyalty.refund;

import static io.regulars.loyalty.Club.NOON;
import static io.regulars.loyalty.Club.PROGRAMME;
import static io.regulars.loyalty.Club.back;
import static io.regulars.loyalty.Club.line;
import static io.regulars.loyalty.Club.purchase;
import static io.regulars.loyalty.Club.recorded;
import static io.regulars.loyalty.Club.refund;
import static io.regulars.loyalty.Club.refunded;
import static io.regulars.loyalty.Club.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.events.MembershipEvent.Award;
import io.regulars.events.Purchase;
import io.regulars.events.Refund;
import io.regulars.events.TouchpointEvent.PurchaseRecorded;
import io.regulars.events.TouchpointEvent.PurchaseRefunded;
import io.regulars.loyalty.receipt.KeptPurchase;
import io.regulars.loyalty.receipt.KeptRefund;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RefundRulesTest {

    @Test
    void a_line_that_comes_back_takes_its_points_and_no_others() {
        KeptPurchase bought = kept(line(1, "A", 1000), line(2, "B", 1599));
        assertEquals(List.of(new Award(2, "base", -15)), take(bought, back(2, null, 1599)));
        assertEquals(List.of(new Award(1, "base", -5)), take(bought, back(1, null, 500)));
    }

    @Test
    void without_a_number_the_sku_says_which_line() {
        KeptPurchase bought = kept(line(1, "A", 1000), line(2, "B", 1000), line(3, "A", 1000));
        assertEquals(List.of(new Award(1, "base", -10), new Award(3, "base", -5)), take(bought, back(null, "A", 1500)));
    }

    @Test
    void what_was_not_on_the_receipt_takes_nothing() {
        assertEquals(List.of(), take(kept(line(1, "A", 1000)), back(7, "Z", 1000), back(null, null, 500)));
    }

    @Test
    void a_line_number_that_is_known_is_believed_whatever_the_sku() {
        KeptPurchase bought = kept(line(1, "A", 1000), line(2, "B", 0));
        assertEquals(List.of(), take(bought, back(2, "A", 1000)));
    }

    @Test
    void a_receipt_without_lines_gives_back_as_a_whole() {
        KeptPurchase bought = KeptPurchase.of(
                recorded("p", "ana", purchase(NOON, false, 2599)),
                told(recorded("p", "ana", purchase(NOON, false, 1)), NOON).cause(),
                PROGRAMME);
        assertEquals(List.of(new Award(0, "base", -9)), take(bought, back(4, "X", 1000)));
    }

    @Test
    void more_than_was_bought_takes_no_more_than_was_earned() {
        assertEquals(List.of(new Award(1, "base", -10)), take(kept(line(1, "A", 1000)), back(1, "A", 99_999)));
    }

    @Test
    void without_an_original_the_same_money_is_taken_back_as_is_earned_today() {
        KeptRefund refund = keptRefund("r", null, back(null, "A", 1050), back(null, "B", 1050), back(9, "C", 1050));
        assertEquals(
                List.of(new Award(1, "base", -11), new Award(2, "base", -10), new Award(9, "base", -10)),
                RefundRules.awardsWithoutOriginal(refund, PROGRAMME));
    }

    @Test
    void any_split_in_any_order_ends_exactly_the_same() {
        Random random = new Random(11);
        for (int round = 0; round < 3_000; round++) {
            KeptPurchase bought = kept(randomLines(random));
            List<Refund.Line> parts = randomParts(random, bought);
            Map<Integer, Long> first = takeOneByOne(bought, parts, random);
            Map<Integer, Long> second = takeOneByOne(bought, parts, random);
            assertEquals(first, second);
        }
    }

    @Test
    void returning_everything_in_any_pieces_takes_everything() {
        Random random = new Random(13);
        for (int round = 0; round < 3_000; round++) {
            KeptPurchase bought = kept(randomLines(random));
            List<Refund.Line> parts = new ArrayList<>();
            bought.lines().forEach(each -> {
                for (long left = each.amount(); left > 0; ) {
                    long part = 1 + random.nextLong(left);
                    parts.add(back(each.line(), null, part));
                    left -= part;
                }
            });
            long taken = takeOneByOne(bought, parts, random).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            assertEquals(-bought.points(), taken);
        }
    }

    private static Map<Integer, Long> takeOneByOne(KeptPurchase bought, List<Refund.Line> parts, Random random) {
        List<Refund.Line> shuffled = new ArrayList<>(parts);
        Collections.shuffle(shuffled, random);
        List<KeptRefund> before = new ArrayList<>();
        Map<Integer, Long> taken = new HashMap<>();
        while (!shuffled.isEmpty()) {
            int size = 1 + random.nextInt(shuffled.size());
            List<Refund.Line> together = shuffled.subList(0, size);
            KeptRefund refund = keptRefund("r" + before.size(), "p", together.toArray(Refund.Line[]::new));
            for (Award award : RefundRules.awards(bought, before, refund, PROGRAMME)) {
                assertTrue(award.points() < 0, "a refund never gives");
                taken.merge(award.line(), award.points(), Long::sum);
            }
            before.add(refund);
            together.clear();
        }
        return taken;
    }

    private static Purchase.Line[] randomLines(Random random) {
        Purchase.Line[] lines = new Purchase.Line[1 + random.nextInt(5)];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = line(i + 1, "sku" + random.nextInt(3), random.nextInt(4) == 0 ? 0 : random.nextLong(1, 1_500));
        }
        return lines;
    }

    private static List<Refund.Line> randomParts(Random random, KeptPurchase bought) {
        List<Refund.Line> parts = new ArrayList<>();
        for (int i = random.nextInt(1, 7); i > 0; i--) {
            Integer number =
                    random.nextBoolean() ? 1 + random.nextInt(bought.lines().size() + 1) : null;
            parts.add(back(number, "sku" + random.nextInt(4), random.nextLong(1, 900)));
        }
        return parts;
    }

    private static List<Award> take(KeptPurchase bought, Refund.Line... lines) {
        return RefundRules.awards(bought, List.of(), keptRefund("r", "p", lines), PROGRAMME);
    }

    private static KeptPurchase kept(Purchase.Line... lines) {
        PurchaseRecorded fact = recorded("p", "ana", purchase(NOON, false, lines));
        return KeptPurchase.of(fact, told(fact, NOON).cause(), PROGRAMME);
    }

    private static KeptRefund keptRefund(String name, String original, Refund.Line... lines) {
        PurchaseRefunded fact = refunded(name, original, "ana", refund(NOON, lines));
        return KeptRefund.of(fact, told(fact, NOON).cause(), PROGRAMME);
    }
}
