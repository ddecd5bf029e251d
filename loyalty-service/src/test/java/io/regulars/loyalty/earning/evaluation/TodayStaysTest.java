package io.regulars.loyalty.earning.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.events.Purchase;
import io.regulars.events.Purchase.Kind;
import io.regulars.loyalty.Club;
import io.regulars.loyalty.earning.EarningRules;
import io.regulars.loyalty.earning.basket.Happening;
import io.regulars.loyalty.programme.Cafe;
import io.regulars.loyalty.programme.CompileProgramme;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.text.DocumentText;
import io.regulars.loyalty.receipt.PurchaseLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The built-in programme is worth the same, line by line, as the rules it was first run by. */
class TodayStaysTest {

    @Test
    void any_receipt_earns_what_it_earned() throws IOException {
        ProgrammeVersion builtIn = builtIn();
        Random random = new Random(11);
        for (int round = 0; round < 3_000; round++) {
            Purchase purchase = anyPurchase(random);
            Map<Integer, Long> before = new TreeMap<>();
            for (PurchaseLine line : EarningRules.linesOf(purchase, Club.PROGRAMME)) {
                if (line.points() > 0) before.put(line.line(), line.points());
            }
            Map<Integer, Long> now = new TreeMap<>();
            Scene.evaluate(Happening.purchase(purchase, Cafe.BERLIN), builtIn)
                    .awards()
                    .forEach(award -> now.put(award.line(), award.actual()));
            assertEquals(before, now, purchase::toString);
        }
    }

    private static Purchase anyPurchase(Random random) {
        Purchase.Line[] lines = new Purchase.Line[random.nextInt(5)];
        for (int i = 0; i < lines.length; i++) {
            boolean back = random.nextInt(6) == 0;
            long amount = random.nextInt(4) == 0 ? 0 : random.nextInt(20_00);
            lines[i] = Scene.line(i + 1, back ? Kind.RETURN : Kind.SALE, "A", back ? -amount : amount);
        }
        long sum =
                java.util.Arrays.stream(lines).mapToLong(Purchase.Line::amount).sum();
        long tip = random.nextInt(3) == 0 ? random.nextInt(5_00) : 0;
        return Club.purchase(Club.NOON, false, sum + tip, lines);
    }

    private static ProgrammeVersion builtIn() throws IOException {
        try (var document = TodayStaysTest.class.getResourceAsStream("/programme/default.yaml")) {
            String text = new String(document.readAllBytes(), StandardCharsets.UTF_8);
            return CompileProgramme.from(DocumentText.read(text), 1, Currency.getInstance("USD"), Cafe.BERLIN);
        }
    }
}
