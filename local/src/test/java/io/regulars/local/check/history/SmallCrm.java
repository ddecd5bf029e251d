package io.regulars.local.check.history;

import io.regulars.events.CustomerRef;
import io.regulars.events.Intake;
import io.regulars.events.Purchase;
import io.regulars.events.Refund;
import io.regulars.events.Touchpoint;
import io.regulars.events.TouchpointEvent.CustomerIdentified;
import io.regulars.events.TouchpointEvent.Identifier;
import io.regulars.events.TouchpointEvent.PurchaseRecorded;
import io.regulars.events.TouchpointEvent.PurchaseRefunded;
import io.regulars.events.TouchpointEvent.PurchaseVoided;
import io.regulars.events.TouchpointEvent.ReceiptConflicted;
import io.regulars.events.TouchpointEvent.ReceiptRepeated;
import io.regulars.events.TouchpointEvent.TouchpointRecorded;
import io.regulars.events.Voiding;
import io.regulars.local.check.evidence.Crm;
import io.regulars.local.check.evidence.Crm.Status;
import io.regulars.local.check.evidence.FactTopic;
import io.regulars.local.truth.Truth;
import io.regulars.local.truth.Truth.Op;
import io.regulars.local.truth.Truth.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A gateway and a crm, as small as a consistent history needs them. */
final class SmallCrm {
    private final SmallWorld world;
    private final Map<UUID, Kept> kept = new LinkedHashMap<>();
    private final Map<String, UUID> customers = new LinkedHashMap<>();

    final SmallMerges merges;

    SmallCrm(SmallWorld world) {
        this.world = world;
        this.merges = new SmallMerges(world);
    }

    private static final class Kept {
        UUID customer;
        boolean refund;
        Status status = Status.APPLIED;
        int repeats;
        int conflicts;
        Refund waiting;
        UUID original;
    }

    UUID customer(CustomerRef ref) {
        if (ref == null) return null;
        return customers.computeIfAbsent(ref.email(), first -> {
            UUID customer = world.id();
            List<Identifier> identifiers = List.of(new Identifier("email", world.id()));
            merges.known(customer, identifiers.get(0).ref());
            world.say(FactTopic.TOUCHPOINTS, new CustomerIdentified(customer, identifiers, world.now()), null);
            return customer;
        });
    }

    /** As whom the callers know somebody. */
    static String shopper(CustomerRef ref) {
        return ref == null ? null : "shopper of " + ref.email();
    }

    /** What crm says about it, or nothing when it was refused, is known or has to wait. */
    List<Said> post(UUID id, Purchase purchase, Outcome outcome, int status) {
        world.write(new Truth(
                Op.PURCHASE,
                shopper(purchase.customer()),
                id.toString(),
                purchase,
                null,
                null,
                outcome,
                status,
                world.now()));
        if (outcome == Outcome.REFUSED) return List.of();
        arrive(id, new Intake.PurchasePosted(id, purchase, false, world.now()));
        Kept known = kept.get(id);
        if (known != null && known.status == Status.APPLIED) return List.of(repeat(id, known));
        Kept receipt = new Kept();
        receipt.customer = customer(purchase.customer());
        kept.put(id, receipt);
        List<Said> said = new ArrayList<>();
        said.add(world.say(
                FactTopic.TOUCHPOINTS,
                new PurchaseRecorded(id, receipt.customer, null, purchase.withoutCustomer(), false),
                null));
        kept.forEach((refundId, refund) -> {
            if (refund.status != Status.WAITING || !id.equals(refund.original)) return;
            refund.status = Status.APPLIED;
            refund.customer = receipt.customer;
            said.add(refunded(refundId, refund, refund.waiting));
        });
        return said;
    }

    /** @param whose who brings it back, whether or not it says so */
    List<Said> post(UUID id, UUID original, Refund refund, CustomerRef whose) {
        world.write(
                new Truth(Op.REFUND, shopper(whose), id.toString(), null, refund, null, Outcome.OK, 202, world.now()));
        arrive(id, new Intake.RefundPosted(id, original, refund, false, world.now()));
        Kept receipt = new Kept();
        receipt.refund = true;
        receipt.original = original;
        Kept purchase = original == null ? null : kept.get(original);
        boolean known = purchase != null && purchase.status == Status.APPLIED;
        receipt.customer = known ? purchase.customer : customer(refund.customer());
        boolean waits = original != null && !known && receipt.customer == null;
        kept.put(id, receipt);
        if (!waits) return List.of(refunded(id, receipt, refund));
        receipt.status = Status.WAITING;
        receipt.waiting = refund;
        kept.computeIfAbsent(original, awaited -> new Kept()).status = Status.AWAITED;
        return List.of();
    }

    /** A purchase that is known is undone, once. */
    List<Said> undo(UUID purchase, CustomerRef whose) {
        UUID id = Voiding.of(purchase);
        Kept original = kept.get(purchase);
        if (kept.containsKey(id) || original == null || original.status != Status.APPLIED) return List.of();
        Truth told = new Truth(Op.VOID, shopper(whose), id.toString(), null, null, null, Outcome.OK, 202, world.now());
        world.write(told);
        Voiding voiding = new Voiding("S-001", null, world.now(), "rung up twice");
        arrive(id, new Intake.VoidPosted(id, purchase, voiding, false, world.now()));
        Kept receipt = new Kept();
        receipt.refund = true;
        receipt.original = purchase;
        receipt.customer = original.customer;
        kept.put(id, receipt);
        PurchaseVoided fact = new PurchaseVoided(id, purchase, receipt.customer, null, voiding.withoutReason());
        return List.of(world.say(FactTopic.TOUCHPOINTS, fact, null));
    }

    /** The same receipt with another content, taken in and found out. */
    Said contradict(UUID id, Purchase other) {
        arrive(id, new Intake.PurchasePosted(id, other, false, world.now()));
        Kept known = kept.get(id);
        known.conflicts++;
        return world.say(FactTopic.TOUCHPOINTS, new ReceiptConflicted(id, known.customer, world.now()), null);
    }

    private Said repeat(UUID id, Kept known) {
        known.repeats++;
        return world.say(FactTopic.TOUCHPOINTS, new ReceiptRepeated(id, known.customer, world.now()), null);
    }

    private Said refunded(UUID id, Kept receipt, Refund refund) {
        PurchaseRefunded fact =
                new PurchaseRefunded(id, receipt.original, receipt.customer, null, refund.withoutCustomer());
        return world.say(FactTopic.TOUCHPOINTS, fact, null);
    }

    /** Somebody is met elsewhere than at a till. */
    void contact(CustomerRef ref) {
        UUID id = world.id();
        Truth told =
                new Truth(Op.TOUCHPOINT, shopper(ref), id.toString(), null, null, null, Outcome.OK, 202, world.now());
        world.write(told);
        Touchpoint met = new Touchpoint("visit", "v-" + id, "operator:x", "web", null, ref, world.now(), null);
        arrive(id, new Intake.TouchpointPosted(id, met, world.now()));
        UUID side = customer(ref);
        UUID customer = merges.root(side);
        TouchpointRecorded fact =
                new TouchpointRecorded(id, customer, merges.ref(side), "visit", "web", null, null, null, world.now());
        merges.said(world.say(FactTopic.TOUCHPOINTS, fact, null), side);
        world.history.touchpoints.add(new Crm.Touchpoint(world.number(id), world.number(customer)));
    }

    private void arrive(UUID id, Intake posted) {
        world.number(id);
        world.history.intake.add(Records.posted(world.id(), posted, world.history.intake.size()));
    }

    void close() {
        merges.close();
        kept.forEach((id, each) -> {
            int customer = world.number(each.customer);
            world.history.receipts.add(new Crm.Receipt(
                    world.number(id), each.refund, each.status, customer, each.repeats, each.conflicts));
            if (each.status == Status.WAITING) {
                world.history.waitingRefunds.add(new Crm.WaitingRefund(world.number(id), world.number(each.original)));
            }
        });
    }
}
