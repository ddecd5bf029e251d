package io.regulars.loyalty.assessment.late;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Of any row of receipts one comes late: each is worth the better of what was announced and what the order says. */
class OneLateReceiptTest {

    private static final String CLUB = """
        earning: { rules: [{ id: base, gives: { points: 1, per: 1 } }] }
        tiers:
          basis: netSpend
          window: { kind: ever }
          levels:
            - { id: low, threshold: 0 }
            - { id: mid, threshold: 100, multiply: 2 }
            - { id: high, threshold: 300, multiply: 3 }
        """;

    /** @param happened and {@code came} in hours since the first of February */
    private record Bought(int happened, int came, long amount) {
        boolean isBefore(Bought other) {
            return happened < other.happened;
        }
    }

    @Test
    void everything_is_worth_the_better_of_two_orders() {
        for (int seed = 0; seed < 500; seed++) {
            List<Bought> receipts = receipts(new Random(seed));
            LateTill till = new LateTill(CLUB);
            List<Bought> inOrderOfArrival = new ArrayList<>(receipts);
            inOrderOfArrival.sort((one, other) -> Integer.compare(one.came, other.came));
            for (int round = 0; round < 2; round++) {
                for (Bought each : inOrderOfArrival) {
                    till.buys("r" + each.happened, at(each.happened), at(each.came), each.amount * 100);
                }
                assertEquals(expected(receipts), till.active(), "seed " + seed + ": " + receipts);
            }
        }
    }

    private static List<Bought> receipts(Random random) {
        int many = 2 + random.nextInt(7);
        List<Bought> receipts = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            int hour = i * 24 + random.nextInt(20);
            receipts.add(new Bought(hour, hour, 1 + random.nextInt(120)));
        }
        int which = random.nextInt(many);
        Bought late = receipts.get(which);
        receipts.set(which, new Bought(late.happened, late.happened + 25 + random.nextInt(24 * 12), late.amount));
        return receipts;
    }

    private static long expected(List<Bought> receipts) {
        long points = 0;
        for (Bought each : receipts) {
            long announced = receipts.stream()
                    .filter(other -> other.came < each.happened)
                    .mapToLong(Bought::amount)
                    .sum();
            long inOrder = receipts.stream()
                    .filter(other -> other.isBefore(each))
                    .mapToLong(Bought::amount)
                    .sum();
            points += each.amount * Math.max(times(announced), times(inOrder));
        }
        return points;
    }

    private static int times(long spent) {
        return spent >= 300 ? 3 : spent >= 100 ? 2 : 1;
    }

    private static String at(int hours) {
        return "%02d-%02dT%02d".formatted(2 + hours / 24 / 28, 1 + hours / 24 % 28, hours % 24);
    }
}
