package io.regulars.loyalty.model;

import static io.regulars.loyalty.Club.id;
import static io.regulars.loyalty.Club.told;
import static org.junit.jupiter.api.Assertions.fail;

import io.regulars.events.Refund;
import io.regulars.events.TouchpointEvent.PurchaseRecorded;
import io.regulars.events.TouchpointEvent.PurchaseRefunded;
import io.regulars.loyalty.PaperStore;
import io.regulars.loyalty.membership.Memberships.Stored;
import io.regulars.loyalty.points.Lot;
import io.regulars.loyalty.points.Wallet;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.platform.view.Told;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** What holds of any programme, whatever its rules are. */
class PropertiesTest {

    private static final long SEED = Long.getLong("regulars.model.seed", 0);
    private static final long SEQUENCES = Math.max(1, Long.getLong("regulars.model.sequences", 1_000) / 4);

    @Test
    void points_are_neither_made_nor_lost_at_any_step() {
        each((made, rules) -> {
            PaperStore store = new PaperStore(rules);
            for (int i = 0; i < made.commands().size(); i++) {
                Case.tell(store, made.commands().get(i), i);
                for (String who : RandomCommands.WHO) {
                    String broken = store.member(id(who)) == null ? null : Compared.unbalanced(store, id(who));
                    if (broken != null) return "after step " + (i + 1) + ", " + who + ": " + broken;
                }
            }
            return null;
        });
    }

    /** Facts carry names for ever; who left and is told to join again does join again. */
    @Test
    void telling_any_beginning_again_changes_nothing() {
        each((made, rules) -> {
            Random random = new Random(made.commands().size());
            PaperStore again = new PaperStore(rules);
            for (int i = 0; i < made.commands().size(); i++) {
                Case.tell(again, made.commands().get(i), i);
                int beginning = random.nextInt(i + 1);
                for (int j = 0; j <= beginning; j++) {
                    if (made.commands().get(j).fact() != null)
                        Case.tell(again, made.commands().get(j), j);
                }
            }
            return difference(made.end(rules), again);
        });
    }

    @Test
    void the_size_of_a_batch_changes_nothing() {
        each((made, rules) -> {
            PaperStore batches = new PaperStore(rules);
            List<Told> batch = new ArrayList<>();
            for (int i = 0; i < made.commands().size(); i++) {
                Command command = made.commands().get(i);
                if (command.fact() != null) batch.add(told(command.fact(), command.at()));
                if (batch.size() > 0 && (command.fact() == null || batch.size() == 4)) {
                    batches.apply(List.copyOf(batch));
                    batch.clear();
                }
                if (command.fact() == null) Case.tell(batches, command, i);
            }
            if (!batch.isEmpty()) batches.apply(batch);
            return difference(made.end(rules), batches);
        });
    }

    @Test
    void any_split_of_a_refund_ends_the_same() {
        each((made, rules) -> {
            List<Command> split = new ArrayList<>();
            for (Command command : made.commands()) split.addAll(split(command));
            PaperStore one = made.end(rules);
            PaperStore other = new Case(made.versions(), split).end(rules);
            return RandomCommands.WHO.stream()
                    .filter(who -> !amounts(one, who).equals(amounts(other, who)))
                    .map(who -> amounts(one, who) + "\n" + amounts(other, who))
                    .findFirst()
                    .orElse(null);
        });
    }

    @Test
    void members_who_share_no_budget_do_not_disturb_each_other() {
        each((made, rules) -> {
            if (made.toString().contains("budget")) return null;
            Map<UUID, UUID> buyers = new HashMap<>();
            for (Command each : made.commands()) {
                if (each.fact() instanceof PurchaseRecorded fact) {
                    buyers.putIfAbsent(fact.purchaseId(), fact.purchase().training() ? null : fact.customerId());
                }
            }
            List<Command> apart = new ArrayList<>(made.commands());
            apart.removeIf(each -> id("ana").equals(owner(each, buyers)));
            made.commands().stream()
                    .filter(each -> id("ana").equals(owner(each, buyers)))
                    .forEach(apart::add);
            PaperStore store = new PaperStore(rules);
            for (Command each : apart) Case.tell(store, each, made.commands().indexOf(each));
            return difference(made.end(rules), store);
        });
    }

    private static UUID owner(Command command, Map<UUID, UUID> buyers) {
        if (command.fact() instanceof PurchaseRecorded fact) return buyers.get(fact.purchaseId());
        if (command.undoes() != null) return buyers.get(command.undoes());
        if (command.fact() instanceof PurchaseRefunded fact && fact.originalId() != null) {
            return buyers.get(fact.originalId());
        }
        return command.customer();
    }

    private static List<Command> split(Command command) {
        if (!(command.fact() instanceof PurchaseRefunded fact) || fact.originalId() == null) return List.of(command);
        List<Command> parts = new ArrayList<>();
        for (Refund.Line line : fact.refund().lines()) {
            long half = line.amount() / 2;
            for (long amount : new long[] {half, line.amount() - half}) {
                UUID name = id(fact.refundId() + " " + parts.size());
                Refund.Line part = new Refund.Line(line.line(), line.sku(), line.quantity(), amount);
                parts.add(Command.heard(command.at(), command.who(), Command.with(fact, name, List.of(part))));
            }
        }
        return parts;
    }

    private static List<Object> amounts(PaperStore store, String who) {
        List<Object> amounts = new ArrayList<>();
        for (Wallet wallet : store.wallets(id(who))) {
            boolean empty = wallet.active() + wallet.pending() + wallet.debt() == 0;
            if (!empty) amounts.add(wallet.id() + " " + wallet.active() + " " + wallet.pending() + " " + wallet.debt());
        }
        Stored member = store.member(id(who));
        if (member != null)
            amounts.add(member.standing().tier() + " with " + member.standing().value());
        return amounts;
    }

    private static String difference(PaperStore one, PaperStore other) {
        for (String who : RandomCommands.WHO) {
            List<Object> ours = everything(one, who);
            List<Object> theirs = everything(other, who);
            for (int i = 0; i < ours.size(); i++) {
                if (!Objects.equals(ours.get(i), theirs.get(i))) return who + "\n" + ours.get(i) + "\n" + theirs.get(i);
            }
        }
        return null;
    }

    private static List<Object> everything(PaperStore store, String who) {
        return Arrays.asList(store.member(id(who)), store.transfers(id(who)), holding(store, who), store.days(id(who)));
    }

    /** What has nothing left is never looked at again, and its dates pass unnoticed. */
    private static List<Lot> holding(PaperStore store, String who) {
        return store.lots(id(who)).stream().filter(lot -> lot.remaining() > 0).toList();
    }

    private static void each(BiFunction<Case, Rulebook, String> property) {
        for (long seed = SEED; seed < SEED + SEQUENCES; seed++) {
            Case made = Case.of(seed);
            if (found(made, property) == null) continue;
            Case smallest = Shrink.smallest(made, each -> found(each, property) != null);
            fail("seed " + seed + " is, at its smallest," + smallest + "\n" + found(smallest, property));
        }
    }

    private static String found(Case made, BiFunction<Case, Rulebook, String> property) {
        return made.rulebook().map(rules -> property.apply(made, rules)).orElse(null);
    }
}
