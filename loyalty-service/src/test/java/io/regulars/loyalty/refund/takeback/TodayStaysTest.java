package io.regulars.loyalty.refund.takeback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.events.MembershipEvent;
import io.regulars.events.Purchase;
import io.regulars.events.Purchase.Kind;
import io.regulars.events.Refund;
import io.regulars.loyalty.Club;
import io.regulars.loyalty.earning.EarningRules;
import io.regulars.loyalty.earning.basket.Basket;
import io.regulars.loyalty.earning.evaluation.Award;
import io.regulars.loyalty.earning.evaluation.Scene;
import io.regulars.loyalty.programme.Cafe;
import io.regulars.loyalty.programme.CompileProgramme;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.RefundPolicy.TakenFrom;
import io.regulars.loyalty.programme.text.DocumentText;
import io.regulars.loyalty.receipt.KeptPurchase;
import io.regulars.loyalty.receipt.KeptRefund;
import io.regulars.loyalty.receipt.PurchaseLine;
import io.regulars.loyalty.receipt.RefundLine;
import io.regulars.loyalty.refund.RefundRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Refunds of the built-in programme take back the same, line by line, as the rules it was first run by. */
class TodayStaysTest {

    @Test
    void any_refund_takes_back_what_it_took_back() {
        Random random = new Random(13);
        for (int round = 0; round < 2_000; round++) {
            List<PurchaseLine> bought = EarningRules.linesOf(anyPurchase(random), Club.PROGRAMME);
            List<SoldLine> sold = bought.stream()
                    .map(line -> new SoldLine(line.line(), line.sku(), line.amount()))
                    .toList();
            List<Award> awards = bought.stream()
                    .map(line -> new Award(line.line(), "base", 1, "points", line.points(), line.points(), null))
                    .toList();
            List<Refund.Line> back = anyLines(random);
            List<BroughtBack> brought = back.stream()
                    .map(line -> new BroughtBack(line.line(), line.sku(), line.amount()))
                    .toList();
            long[] now = TakeBackRules.taken(sold, awards, brought, TakenFrom.LINE);
            Map<Integer, Long> after = new TreeMap<>();
            for (int i = 0; i < now.length; i++)
                if (now[i] > 0) after.merge(awards.get(i).line(), now[i], Long::sum);
            assertEquals(before(bought, back), after, () -> sold + " " + brought);
        }
    }

    @Test
    void a_refund_without_its_purchase_takes_back_what_it_took_back() throws IOException {
        ProgrammeVersion builtIn = builtIn();
        Random random = new Random(17);
        for (int round = 0; round < 1_000; round++) {
            List<Refund.Line> back = anyLines(random);
            Map<Integer, Long> before = new TreeMap<>();
            for (MembershipEvent.Award award : RefundRules.awardsWithoutOriginal(kept(back), Club.PROGRAMME)) {
                before.put(award.line(), -award.points());
            }
            Map<Integer, Long> after = new TreeMap<>();
            UnreferencedRules.awards(goods(back), builtIn).forEach(award -> after.put(award.line(), award.actual()));
            assertEquals(before, after, back::toString);
        }
    }

    private static Basket goods(List<Refund.Line> back) {
        Purchase.Line[] lines = new Purchase.Line[back.size()];
        for (int i = 0; i < lines.length; i++) {
            Integer number = back.get(i).line();
            lines[i] = Scene.line(
                    number == null ? i + 1 : number,
                    back.get(i).sku(),
                    back.get(i).amount());
        }
        return Basket.of(Club.purchase(Club.NOON, false, lines));
    }

    private static Map<Integer, Long> before(List<PurchaseLine> bought, List<Refund.Line> back) {
        KeptPurchase original =
                new KeptPurchase(Club.id("p"), Club.id("c"), false, Club.NOON, Club.NOON, 0, bought, Club.id("f"));
        Map<Integer, Long> before = new TreeMap<>();
        RefundRules.awards(original, List.of(), kept(back), Club.PROGRAMME)
                .forEach(award -> before.merge(award.line(), -award.points(), Long::sum));
        return before;
    }

    private static KeptRefund kept(List<Refund.Line> back) {
        long total = back.stream().mapToLong(Refund.Line::amount).sum();
        List<RefundLine> lines = back.stream()
                .map(line -> new RefundLine(line.line(), line.sku(), line.amount()))
                .toList();
        return new KeptRefund(
                Club.id("r"),
                null,
                Club.id("c"),
                Club.id("c"),
                Club.NOON,
                Club.NOON,
                total,
                lines,
                KeptRefund.State.KEPT,
                0,
                Club.id("f"));
    }

    private static Purchase anyPurchase(Random random) {
        Purchase.Line[] lines = new Purchase.Line[random.nextInt(5)];
        for (int i = 0; i < lines.length; i++) {
            long amount = random.nextInt(4) == 0 ? 0 : random.nextInt(20_00);
            lines[i] = Scene.line(i + 1, Kind.SALE, "ABC".substring(i % 3, i % 3 + 1), amount);
        }
        long sum =
                java.util.Arrays.stream(lines).mapToLong(Purchase.Line::amount).sum();
        return Club.purchase(Club.NOON, false, sum + random.nextInt(5_00), lines);
    }

    private static List<Refund.Line> anyLines(Random random) {
        List<Refund.Line> lines = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            Integer line = random.nextBoolean() ? null : i + 1;
            lines.add(Club.back(line, "ABCD".substring(i, i + 1), 1 + random.nextInt(15_00)));
        }
        return lines;
    }

    private static ProgrammeVersion builtIn() throws IOException {
        try (var document = TodayStaysTest.class.getResourceAsStream("/programme/default.yaml")) {
            String text = new String(document.readAllBytes(), StandardCharsets.UTF_8);
            return CompileProgramme.from(DocumentText.read(text), 1, Currency.getInstance("USD"), Cafe.BERLIN);
        }
    }
}
