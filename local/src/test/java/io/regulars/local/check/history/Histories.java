package io.regulars.local.check.history;

import static io.regulars.local.check.history.SmallTill.line;
import static io.regulars.local.check.history.SmallTill.shopper;

import io.regulars.events.CustomerRef;
import io.regulars.events.Purchase;
import io.regulars.events.Refund;
import io.regulars.local.truth.Truth;
import io.regulars.local.truth.Truth.Op;
import io.regulars.local.truth.Truth.Outcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

/** Consistent histories, a different one for each seed: late and repeated receipts, returns, opt-ins in any order. */
public final class Histories {
    private static final int SHOPPERS = 4;

    private final SmallWorld world;
    private final boolean asEver;
    private final boolean dated;
    private final SmallTill till = new SmallTill();
    private final SmallCrm crm;
    private final SmallLoyalty loyalty;
    private final List<Bought> bought = new ArrayList<>();
    private final Deque<Said> unheard = new ArrayDeque<>();

    private record Bought(UUID id, Purchase purchase) {}

    private Histories(long seed, boolean always) {
        world = new SmallWorld(seed);
        asEver = always;
        world.once = always || world.random.nextInt(3) > 0;
        dated = world.random.nextBoolean();
        crm = new SmallCrm(world);
        loyalty = new SmallLoyalty(world, new SmallEngagement(world));
    }

    public static History of(long seed, int deeds) {
        return of(new Histories(seed, false), seed, deeds);
    }

    /** One from before programmes had versions. */
    public static History beforeVersions(long seed, int deeds) {
        return of(new Histories(seed, true), seed, deeds);
    }

    private static History of(Histories histories, long seed, int deeds) {
        histories.begin();
        for (int deed = 0; deed < deeds; deed++) histories.next();
        histories.hearAll();
        SmallEnding ending = new SmallEnding(histories.world, histories.till, histories.crm, histories.loyalty);
        if (!histories.asEver) ending.turnOutToBeOne();
        if (histories.dated && !histories.asEver) ending.dates();
        if (!histories.asEver) ending.edges();
        histories.crm.close();
        histories.loyalty.close();
        SmallLedger.close(histories.world.history);
        return histories.world.history.publish(seed);
    }

    /** What no history goes without: a member who buys much and brings some of it back. */
    private void begin() {
        enrol(0, world.now().minus(Duration.ofDays(500)));
        Bought made = new Bought(world.id(), receipt(shopper(0), List.of(line(1, 60_050), line(2, 4_075)), false));
        bought.add(made);
        crm.post(made.id(), made.purchase(), Outcome.OK, 202).forEach(loyalty::hear);
        world.timePasses();
        bring(made, true, false).forEach(loyalty::hear);
    }

    private void next() {
        world.timePasses();
        goesOn();
        switch (world.random.nextInt(12)) {
            case 0, 1 -> enrol(world.random.nextInt(SHOPPERS));
            case 2, 3 -> refund();
            case 4 -> repeat();
            case 5 -> refundFirst();
            case 6 -> refused();
            case 8 -> undo();
            case 7 -> crm.contact(shopper(world.random.nextInt(SHOPPERS)));
            default -> purchase();
        }
        while (!unheard.isEmpty() && world.random.nextInt(3) > 0) loyalty.hear(unheard.poll());
    }

    /** Programmes get versions, and later in every other history a second one comes. */
    private void goesOn() {
        if (asEver || world.random.nextInt(4) > 0) return;
        if (world.once) world.once = false;
        else if (dated && world.programme.versionAt(world.now()) == 1) {
            world.programme.publish(world.now());
        }
    }

    private void hearAll() {
        while (!unheard.isEmpty()) loyalty.hear(unheard.poll());
    }

    private void enrol(int index) {
        UUID customer = crm.customer(shopper(index));
        if (loyalty.isMember(customer)) {
            purchase();
            return;
        }
        enrol(index, world.random.nextBoolean() ? null : world.now().minusSeconds(world.random.nextInt(20_000_000)));
    }

    private void enrol(int index, Instant asked) {
        UUID customer = crm.customer(shopper(index));
        Truth.Enrolment enrolment = new Truth.Enrolment(null, shopper(index).email(), asked, customer.toString());
        world.write(new Truth(
                Op.ENROL, SmallCrm.shopper(shopper(index)), null, null, null, enrolment, Outcome.OK, 201, world.now()));
        loyalty.enrol(customer, asked == null ? world.now() : asked);
    }

    private Bought purchase() {
        Bought made = new Bought(world.id(), basket());
        bought.add(made);
        boolean unsure = world.random.nextInt(8) == 0;
        unheard.addAll(crm.post(made.id(), made.purchase(), unsure ? Outcome.UNKNOWN : Outcome.OK, unsure ? 503 : 202));
        return made;
    }

    private void refused() {
        crm.post(world.id(), basket(), Outcome.REFUSED, 422);
    }

    private void repeat() {
        if (bought.isEmpty()) return;
        Bought made = any(bought);
        if (world.random.nextBoolean()) crm.contradict(made.id(), basket());
        else crm.post(made.id(), made.purchase(), Outcome.OK, 202);
    }

    private void refund() {
        if (bought.isEmpty()) return;
        Bought made = any(bought);
        boolean named = world.random.nextInt(4) > 0;
        unheard.addAll(bring(made, named, !named));
    }

    /** Nobody did before programmes had versions. */
    private void undo() {
        if (bought.isEmpty() || world.once) {
            purchase();
            return;
        }
        Bought made = any(bought);
        unheard.addAll(crm.undo(made.id(), made.purchase().customer()));
    }

    /** The purchase comes later; some refunds say whose it was, and some wait for one that never comes. */
    private void refundFirst() {
        Bought made = new Bought(world.id(), basket());
        boolean named = made.purchase().customer() != null && world.random.nextBoolean();
        unheard.addAll(bring(made, true, named));
        world.timePasses();
        if (world.random.nextInt(4) == 0) return;
        bought.add(made);
        unheard.addAll(crm.post(made.id(), made.purchase(), Outcome.OK, 202));
    }

    /** Some of it comes back; whoever is named brings it, or the buyer where nobody is. */
    private List<Said> bring(Bought made, boolean withOriginal, boolean named) {
        Refund refund = refundOf(made, named);
        CustomerRef whose = named ? refund.customer() : made.purchase().customer();
        return crm.post(world.id(), withOriginal ? made.id() : null, refund, whose);
    }

    private Purchase basket() {
        List<Purchase.Line> lines = new ArrayList<>();
        int count = 1 + world.random.nextInt(3);
        for (int number = 1; number <= count; number++) {
            lines.add(line(number, 1 + world.random.nextInt(world.random.nextInt(4) == 0 ? 60_000 : 5_000)));
        }
        boolean anonymous = world.random.nextInt(8) == 0;
        CustomerRef customer = anonymous ? null : shopper(world.random.nextInt(SHOPPERS));
        return receipt(customer, lines, world.random.nextInt(20) == 0);
    }

    private Purchase receipt(CustomerRef customer, List<Purchase.Line> lines, boolean training) {
        boolean late = world.random.nextInt(5) == 0;
        Instant occurredAt = world.now().minusSeconds(late ? world.random.nextInt(40_000_000) : 60);
        return till.receipt(customer, lines, training, occurredAt);
    }

    private Refund refundOf(Bought made, boolean named) {
        List<Refund.Line> lines = new ArrayList<>();
        for (Purchase.Line line : made.purchase().lines()) {
            if (!lines.isEmpty() && world.random.nextBoolean()) continue;
            Integer given = world.random.nextBoolean() ? line.line() : null;
            long part = 1 + world.random.nextInt(line.amount().intValue());
            long amount = world.random.nextBoolean() ? line.amount() : part;
            lines.add(new Refund.Line(given, line.sku(), BigDecimal.ONE, amount));
        }
        CustomerRef customer = named ? shopper(world.random.nextInt(SHOPPERS)) : null;
        return till.refund(customer, lines, world.now());
    }

    private <T> T any(List<T> some) {
        return some.get(world.random.nextInt(some.size()));
    }
}
