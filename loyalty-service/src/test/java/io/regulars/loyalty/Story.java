package io.regulars.loyalty;

import static io.regulars.loyalty.Club.back;
import static io.regulars.loyalty.Club.id;
import static io.regulars.loyalty.Club.line;
import static io.regulars.loyalty.Club.purchase;
import static io.regulars.loyalty.Club.recorded;
import static io.regulars.loyalty.Club.refund;
import static io.regulars.loyalty.Club.refunded;
import static io.regulars.loyalty.Club.told;
import static io.regulars.loyalty.Club.voided;

import io.regulars.events.Purchase;
import io.regulars.events.Refund;
import io.regulars.platform.journal.Cause;
import io.regulars.platform.view.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Everything that happens to a few customers, made up from a seed: what was heard, and when somebody opted in. */
public record Story(List<Step> steps) {

    private static final Instant START = Instant.parse("2023-01-15T09:00:00Z");

    /** Either a fact of the CRM or an opt-in. */
    public record Step(Told heard, String enrols, Instant enrolledAt, Instant recordedAt) {}

    public static Story of(Random random, String... customers) {
        return new Writer(random, customers).write();
    }

    public static void tell(List<Step> steps, int batchSize, PaperStore store) {
        List<Told> batch = new ArrayList<>();
        for (Step step : steps) {
            if (step.heard() != null) batch.add(step.heard());
            if (batch.size() == batchSize || step.heard() == null) flush(batch, store);
            if (step.enrols() != null) {
                Cause cause = Cause.command(id("enrol " + step.enrols()), step.recordedAt());
                store.enrol(id(step.enrols()), step.enrolledAt(), cause);
            }
        }
        flush(batch, store);
    }

    private static void flush(List<Told> batch, PaperStore store) {
        if (!batch.isEmpty()) store.apply(List.copyOf(batch));
        batch.clear();
    }

    private static final class Writer {
        private final Random random;
        private final String[] customers;
        private final List<Step> steps = new ArrayList<>();
        private final List<Purchase> bought = new ArrayList<>();
        private final Set<String> voided = new HashSet<>();
        private Instant now = START;

        Writer(Random random, String[] customers) {
            this.random = random;
            this.customers = customers;
        }

        Story write() {
            int length = 4 + random.nextInt(25);
            List<String> toEnrol = new ArrayList<>(List.of(customers));
            for (int i = 0; i < length; i++) {
                now = now.plus(Duration.ofMinutes(
                        random.nextInt(6) == 0 ? random.nextInt(300_000) : 1 + random.nextInt(2_000)));
                if (!toEnrol.isEmpty() && random.nextInt(length / 2) == 0) enrol(toEnrol.remove(0));
                hear();
            }
            for (String customer : toEnrol) if (random.nextInt(5) > 0) enrol(customer);
            return new Story(steps);
        }

        private void enrol(String customer) {
            Instant enrolledAt = random.nextBoolean() ? now : now.minus(Duration.ofMinutes(random.nextInt(600_000)));
            steps.add(new Step(null, customer, enrolledAt, now));
        }

        private void hear() {
            String receipt = "receipt " + steps.size() + " of " + customers[0];
            String customer = random.nextInt(12) == 0 ? null : customers[random.nextInt(customers.length)];
            if (bought.isEmpty() || random.nextInt(3) > 0) {
                Purchase purchase = purchase(occurred(), random.nextInt(20) == 0, lines());
                bought.add(purchase);
                add(told(recorded("p" + bought.size() + customers[0], customer, purchase), now));
            } else if (random.nextInt(4) == 0) {
                String undone = "p" + (1 + random.nextInt(bought.size())) + customers[0];
                if (voided.add(undone)) add(told(voided(undone, null, now), now));
            } else {
                int index = random.nextInt(bought.size());
                String original = random.nextInt(5) == 0 ? null : "p" + (index + 1) + customers[0];
                Refund refund = refund(occurred(), backOf(bought.get(index)));
                add(told(refunded(receipt, original, random.nextInt(4) == 0 ? null : customer, refund), now));
            }
        }

        private void add(Told told) {
            steps.add(new Step(told, null, null, now));
            if (random.nextInt(8) == 0) steps.add(new Step(told, null, null, now));
        }

        private Instant occurred() {
            return switch (random.nextInt(5)) {
                case 0 -> now.plus(Duration.ofMinutes(random.nextInt(1_400)));
                case 1 -> now.minus(Duration.ofMinutes(random.nextInt(800_000)));
                default -> now.minus(Duration.ofMinutes(random.nextInt(100)));
            };
        }

        private Purchase.Line[] lines() {
            Purchase.Line[] lines = new Purchase.Line[random.nextInt(5)];
            for (int i = 0; i < lines.length; i++) {
                lines[i] = line(i + 1, "sku" + random.nextInt(3), random.nextLong(0, 60_000));
            }
            return lines;
        }

        private Refund.Line[] backOf(Purchase purchase) {
            Refund.Line[] lines = new Refund.Line[1 + random.nextInt(3)];
            for (int i = 0; i < lines.length; i++) {
                Integer number = random.nextBoolean()
                        ? 1 + random.nextInt(purchase.lines().size() + 1)
                        : null;
                lines[i] = back(number, "sku" + random.nextInt(4), random.nextLong(1, 50_000));
            }
            return lines;
        }
    }
}
