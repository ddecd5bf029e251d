package io.regulars.loyalty.model;

import static io.regulars.loyalty.Club.id;

import io.regulars.events.Purchase;
import io.regulars.events.Purchase.Kind;
import io.regulars.events.Purchase.Line;
import io.regulars.events.Purchase.Tender;
import io.regulars.events.Refund;
import io.regulars.events.TouchpointEvent.PurchaseRecorded;
import io.regulars.events.TouchpointEvent.PurchaseRefunded;
import io.regulars.events.TouchpointEvent.TouchpointRecorded;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What happens to two members, made up from a seed. Facts are heard in the order in which they were recorded. */
final class RandomCommands {

    static final List<String> WHO = List.of("ana", "bea");
    private static final List<String> TYPES = List.of("visit", "review", "custom.delivered", "custom.delivered");
    private static final Instant START = Instant.parse("2023-01-15T09:00:00Z");

    private final Random random;
    private final boolean late;
    private final List<Command> commands = new ArrayList<>();
    private final List<Purchase> bought = new ArrayList<>();
    private final List<String> unseen = new ArrayList<>();
    private Instant now = START;
    private int refunds;
    private int contacts;

    private RandomCommands(Random random, boolean late) {
        this.random = random;
        this.late = late;
    }

    /** @param late much comes late, within some days in which more was bought */
    static List<Command> of(Random random, boolean late) {
        RandomCommands writer = new RandomCommands(random, late);
        writer.write();
        return writer.commands;
    }

    private void write() {
        int length = 6 + random.nextInt(14);
        List<String> toJoin = new ArrayList<>(WHO);
        for (int i = 0; i < length; i++) {
            now = one(late ? 20 : 5)
                    ? Edges.after(now, random)
                    : now.plus(Duration.ofMinutes(1 + random.nextInt(late ? 1_500 : one(4) ? 200_000 : 4_000)));
            if (!toJoin.isEmpty() && (i == 0 || one(4))) join(toJoin.remove(0));
            if (one(25)) leaveAndMaybeComeBack(WHO.get(random.nextInt(2)));
            else if (one(6)) commands.add(Command.night(now, WHO.get(random.nextInt(2))));
            else if (!bought.isEmpty() && one(late ? 16 : 8)) undo();
            else if (one(5)) commands.add(contact());
            else if (bought.isEmpty() || late && one(2) || random.nextInt(5) > 1) buy();
            else bringBack();
            if (one(8))
                commands.add(commands.get(random.nextInt(commands.size())).again(now));
        }
        for (String who : WHO) commands.add(Command.night(now.plus(Duration.ofDays(random.nextInt(500))), who));
    }

    private void join(String who) {
        Instant at = !late && one(2) ? now : now.minus(Duration.ofMinutes(random.nextInt(600_000)));
        commands.add(Command.joins(now, who, at));
    }

    private void undo() {
        commands.add(Command.undoes(now, id("p" + random.nextInt(bought.size()))));
    }

    private Command contact() {
        String who = WHO.get(random.nextInt(2));
        String about = bought.isEmpty() || one(2) ? null : "p" + random.nextInt(bought.size());
        String type = TYPES.get(random.nextInt(TYPES.size()));
        TouchpointRecorded fact = new TouchpointRecorded(
                id("contact " + contacts++),
                id(who),
                null,
                type,
                "app",
                "S-" + random.nextInt(2),
                about == null ? null : id(about),
                one(2) ? null : random.nextInt(10),
                happened());
        return Command.heard(now, who, fact);
    }

    private void leaveAndMaybeComeBack(String who) {
        commands.add(Command.leaves(now, who));
        for (int i = random.nextInt(4); i > 0; i--) {
            now = now.plus(Duration.ofMinutes(1 + random.nextInt(60_000)));
            if (bought.isEmpty() || one(2)) buy();
            else bringBack();
        }
        now = now.plus(Duration.ofMinutes(1 + random.nextInt(4_000)));
        if (!one(4))
            commands.add(Command.joins(now, who, one(3) ? now.minus(Duration.ofDays(random.nextInt(20))) : now));
    }

    private void buy() {
        String name = unseen.isEmpty() || one(2) ? "p" + bought.size() : unseen.remove(0);
        Purchase purchase = purchase();
        if (name.equals("p" + bought.size())) bought.add(purchase);
        else purchase = bought.get(Integer.parseInt(name.substring(1)));
        String who = one(12) ? null : WHO.get(late && !one(4) ? 0 : random.nextInt(2));
        commands.add(Command.heard(
                now, who, new PurchaseRecorded(id(name), who == null ? null : id(who), null, purchase, false)));
    }

    private Purchase purchase() {
        List<Line> lines = new ArrayList<>();
        int many = one(12) ? 0 : 1 + random.nextInt(4);
        boolean included = !one(5);
        long total = 0;
        long taxes = 0;
        for (int i = 0; i < many; i++) {
            lines.add(line(i + 1));
            total += lines.get(i).amount();
            taxes += lines.get(i).tax();
        }
        long tip = one(6) ? random.nextInt(500) : 0;
        total += tip + (included ? 0 : taxes);
        String currency = one(15) ? "USD" : "EUR";
        Instant happened = happened();
        LocalDate day = LocalDate.ofInstant(happened, ZoneOffset.UTC);
        return new Purchase(
                "S-" + random.nextInt(2),
                "T",
                "R" + bought.size(),
                day,
                happened,
                null,
                currency,
                Math.max(0, total),
                included,
                taxes,
                tip,
                0,
                one(20),
                null,
                lines,
                null,
                tenders(total));
    }

    private List<Tender> tenders(long total) {
        long card = one(4) && total > 0 ? random.nextLong(total) : 0;
        return List.of(new Tender("cash", total - card), new Tender("giftCard", card));
    }

    private Instant happened() {
        if (late && one(2)) return now.minus(Duration.ofMinutes(1_440 + random.nextInt(18_000)));
        return switch (random.nextInt(8)) {
            case 0 -> now.minus(Duration.ofMinutes(random.nextInt(60_000)));
            case 1 -> now.plus(Duration.ofMinutes(random.nextInt(1_440)));
            default -> now.minus(Duration.ofMinutes(random.nextInt(100)));
        };
    }

    private Line line(int number) {
        long amount = one(8) ? 0 : random.nextInt(one(3) ? 20_000 : 3_000);
        Kind kind = one(8) ? Kind.RETURN : one(8) ? Kind.DELIVERY : one(10) ? Kind.GIFT_CARD : Kind.SALE;
        if (kind == Kind.RETURN) amount = -amount / 4;
        Long list = kind == Kind.SALE && one(3) ? amount + random.nextInt(500) : null;
        long tax = kind == Kind.SALE && one(3) ? amount / 6 : 0;
        String category = one(3) ? null : one(2) ? "food" : "drink";
        String sku = String.valueOf("ABC".charAt(random.nextInt(3)));
        List<String> labels = one(3) ? List.of("red") : null;
        return new Line(number, kind, sku, category, null, null, labels, null, list, null, tax, amount);
    }

    private void bringBack() {
        int index = random.nextInt(bought.size());
        String original = one(10) ? null : "p" + index;
        if (original != null && one(10)) {
            original = "p" + bought.size();
            index = bought.size();
            bought.add(purchase());
            unseen.add(original);
        }
        String who = one(4) ? null : WHO.get(random.nextInt(2));
        Refund refund = new Refund(
                "S-0",
                "T",
                "B" + refunds,
                LocalDate.ofInstant(now, ZoneOffset.UTC),
                one(8) ? happened() : now.minus(Duration.ofMinutes(random.nextInt(100))),
                one(12) ? "USD" : "EUR",
                null,
                null,
                goods(bought.get(index)),
                null);
        commands.add(Command.heard(
                now,
                who,
                new PurchaseRefunded(
                        id("refund " + refunds++),
                        original == null ? null : id(original),
                        who == null ? null : id(who),
                        null,
                        refund)));
    }

    private List<Refund.Line> goods(Purchase purchase) {
        List<Refund.Line> goods = new ArrayList<>();
        boolean all = one(3);
        for (Line line : purchase.lines()) {
            if (line.amount() < 0 || !all && one(2)) continue;
            long amount = all || one(2) ? line.amount() : random.nextLong(0, line.amount() + 2);
            goods.add(new Refund.Line(one(3) ? null : line.line(), line.sku(), BigDecimal.ONE, amount));
        }
        if (goods.isEmpty())
            goods.add(new Refund.Line(null, one(2) ? "A" : "Z", BigDecimal.ONE, random.nextLong(3_000)));
        return goods;
    }

    private boolean one(int of) {
        return random.nextInt(of) == 0;
    }
}
