package io.regulars.loyalty.model;

import io.regulars.events.Purchase;
import io.regulars.events.Refund;
import io.regulars.events.TouchpointEvent;
import io.regulars.events.TouchpointEvent.PurchaseRecorded;
import io.regulars.events.TouchpointEvent.PurchaseRefunded;
import io.regulars.events.TouchpointEvent.PurchaseVoided;
import io.regulars.events.TouchpointEvent.TouchpointRecorded;
import io.regulars.events.Voiding;
import io.regulars.loyalty.Club;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One thing that happens: a fact is heard, somebody joins or leaves, a receipt is undone, or the night looks at a member. */
record Command(Instant at, String who, TouchpointEvent fact, Instant joinsAt, boolean leaves, UUID undoes) {

    static Command heard(Instant at, String who, TouchpointEvent fact) {
        return new Command(at, who, fact, null, false, null);
    }

    static Command undoes(Instant at, UUID purchase) {
        TouchpointEvent undone =
                new PurchaseVoided(Voiding.of(purchase), purchase, null, null, new Voiding("S-1", null, at, null));
        return new Command(at, null, undone, null, false, purchase);
    }

    static Command joins(Instant at, String who, Instant joinsAt) {
        return new Command(at, who, null, joinsAt, false, null);
    }

    static Command leaves(Instant at, String who) {
        return new Command(at, who, null, null, true, null);
    }

    static Command night(Instant at, String who) {
        return new Command(at, who, null, null, false, null);
    }

    /** The same once more, heard later; whoever joined has joined. */
    Command again(Instant later) {
        return new Command(later, who, fact, joinsAt, leaves, undoes);
    }

    /** The same of somebody else. */
    Command named(String suffix) {
        if (undoes != null) return undoes(at, named(undoes, suffix));
        TouchpointEvent other = fact;
        if (fact instanceof PurchaseRecorded bought) {
            other = new PurchaseRecorded(
                    named(bought.purchaseId(), suffix),
                    named(bought.customerId(), suffix),
                    null,
                    bought.purchase(),
                    false);
        }
        if (fact instanceof PurchaseRefunded back) {
            other = new PurchaseRefunded(
                    named(back.refundId(), suffix),
                    named(back.originalId(), suffix),
                    named(back.customerId(), suffix),
                    null,
                    back.refund());
        }
        if (fact instanceof TouchpointRecorded done) {
            other = new TouchpointRecorded(
                    named(done.touchpointId(), suffix),
                    named(done.customerId(), suffix),
                    null,
                    done.type(),
                    done.channel(),
                    done.store(),
                    named(done.purchaseId(), suffix),
                    done.rating(),
                    done.occurredAt());
        }
        return new Command(at, who == null ? null : who + suffix, other, joinsAt, leaves, null);
    }

    private static UUID named(UUID id, String suffix) {
        for (String who : RandomCommands.WHO) if (Club.id(who).equals(id)) return Club.id(who + suffix);
        return id == null ? null : Club.id(id + suffix);
    }

    /** The same receipt with one line less, or with rounder amounts. */
    List<Command> simpler() {
        List<Command> simpler = new ArrayList<>();
        if (fact instanceof PurchaseRecorded bought && !bought.purchase().training()) {
            List<Purchase.Line> lines = bought.purchase().lines();
            for (int i = 0; i < lines.size(); i++) {
                List<Purchase.Line> fewer = new ArrayList<>(lines);
                fewer.remove(i);
                simpler.add(heard(at, who, with(bought, fewer)));
            }
        }
        if (fact instanceof PurchaseRefunded back && back.refund().lines().size() > 1) {
            for (int i = 0; i < back.refund().lines().size(); i++) {
                List<Refund.Line> fewer = new ArrayList<>(back.refund().lines());
                fewer.remove(i);
                simpler.add(heard(at, who, with(back, back.refundId(), fewer)));
            }
        }
        return simpler;
    }

    private static PurchaseRecorded with(PurchaseRecorded fact, List<Purchase.Line> lines) {
        Purchase was = fact.purchase();
        long total = lines.stream().mapToLong(Purchase.Line::amount).sum();
        Purchase now = new Purchase(
                was.store(),
                was.terminal(),
                was.receipt(),
                was.businessDate(),
                was.occurredAt(),
                was.channel(),
                was.currency(),
                Math.max(0, total),
                was.taxIncluded(),
                was.taxTotal(),
                0,
                0,
                false,
                null,
                lines,
                was.applied(),
                was.tenders());
        return new PurchaseRecorded(fact.purchaseId(), fact.customerId(), null, now, false);
    }

    static PurchaseRefunded with(PurchaseRefunded fact, UUID name, List<Refund.Line> lines) {
        Refund was = fact.refund();
        Refund now = new Refund(
                was.store(),
                was.terminal(),
                was.receipt(),
                was.businessDate(),
                was.occurredAt(),
                was.currency(),
                null,
                null,
                lines,
                null);
        return new PurchaseRefunded(name, fact.originalId(), fact.customerId(), null, now);
    }

    boolean looks() {
        return fact == null && joinsAt == null && !leaves;
    }

    UUID customer() {
        return who == null ? null : Club.id(who);
    }

    @Override
    public String toString() {
        String by = at + " " + who;
        if (fact instanceof PurchaseRecorded bought) {
            StringBuilder text = new StringBuilder(by + " bought " + shortly(bought.purchaseId()) + " on "
                    + bought.purchase().occurredAt() + " for "
                    + bought.purchase().total()
                    + bought.purchase().currency() + " in " + bought.purchase().store()
                    + (bought.purchase().taxIncluded() ? "" : " plus tax")
                    + (bought.purchase().training() ? " (training)" : "") + " "
                    + bought.purchase().tenders());
            bought.purchase().lines().forEach(line -> text.append("\n    ").append(line));
            return text.toString();
        }
        if (fact instanceof PurchaseRefunded back) {
            return by + " returned " + shortly(back.originalId()) + " on "
                    + back.refund().occurredAt() + " " + back.refund().currency() + " "
                    + back.refund().lines();
        }
        if (fact instanceof TouchpointRecorded done) {
            return by + " did " + done.type() + " on " + done.occurredAt()
                    + (done.purchaseId() == null ? "" : " about " + shortly(done.purchaseId()))
                    + (done.rating() == null ? "" : " rated " + done.rating());
        }
        if (undoes != null) return at + " " + shortly(undoes) + " is undone";
        if (leaves) return by + " leaves";
        return joinsAt == null ? by + " is looked at" : by + " joins as of " + joinsAt;
    }

    private static String shortly(UUID id) {
        return id == null ? "something" : id.toString().substring(0, 8);
    }
}
