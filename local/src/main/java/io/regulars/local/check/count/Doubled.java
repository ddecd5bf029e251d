package io.regulars.local.check.count;

import io.regulars.local.check.Finding;
import io.regulars.local.check.Tally;
import io.regulars.local.check.evidence.Evidence;
import io.regulars.local.check.evidence.FactTopic;
import io.regulars.local.check.evidence.Facts;
import io.regulars.local.check.evidence.Loyalty;
import io.regulars.local.check.evidence.Prints;
import io.regulars.local.check.evidence.Spine;
import io.regulars.local.check.model.Way;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Effects that came more than once of one receipt, opt-in, touchpoint or event. */
public final class Doubled {
    private final Evidence evidence;
    private final Tally tally = new Tally("doubled");
    private final Map<String, BitSet> met = new HashMap<>();

    private Doubled(Evidence evidence) {
        this.evidence = evidence;
    }

    public static Finding find(Evidence evidence) {
        Doubled doubled = new Doubled(evidence);
        doubled.facts();
        doubled.messages();
        doubled.points();
        doubled.events();
        return doubled.tally.finding();
    }

    /** What there may be one of for each id. */
    private void once(String what, int id) {
        BitSet seen = met.computeIfAbsent(what, key -> new BitSet());
        if (id != 0 && seen.get(id)) tally.wrong("%s of %s more than once", what, evidence.id(id));
        seen.set(id);
    }

    private void facts() {
        evidence.facts.purchases.forEach(each -> once("PurchaseRecorded", each.id()));
        evidence.facts.refunds.forEach(each -> once("PurchaseRefunded", each.id()));
        evidence.facts.enrolments.forEach(each -> once("MemberEnrolled", each.customer()));
        evidence.facts.touchpoints.forEach(each -> once("TouchpointRecorded", each.id()));
        for (Facts.Points each : evidence.facts.points) once(name(each.saying()), each.receipt());
        evidence.crm.touchpoints.forEach(each -> once("crm.touchpoint", each.id()));
        evidence.crm.receipts.forEach(each -> once("crm.receipt", each.id()));
        evidence.crm.timeline.forEach(each -> once("crm.timeline", each.event()));
        evidence.loyalty.members.forEach(each -> once("loyalty.membership", each.customer()));
        evidence.loyalty.wallets.forEach(each -> once("loyalty.wallet " + each.wallet(), each.customer()));
    }

    private static String name(Facts.Saying saying) {
        return switch (saying) {
            case ASSESSED -> "PurchaseAssessed";
            case EARNED -> "PointsEarned";
            case REVERSED -> "PointsReversed";
            case ACTIVATED -> "PointsActivated";
            case EXPIRED -> "PointsExpired";
            case ADJUSTED -> "PointsAdjusted";
            case JOINED -> "MembershipJoined";
        };
    }

    private void messages() {
        Set<String> answers = new HashSet<>();
        for (Facts.Message each : evidence.facts.messages) {
            if (each.said() == Facts.Said.DUE) {
                once("MessageDue", each.id());
                once("MessageDue " + each.template() + " answering", each.cause());
                if (each.template().equals("welcome")) once("MessageDue welcome", each.customer());
            } else if (!answers.add(each.id() + "|" + each.channel())) {
                tally.wrong("message %s answered more than once on %s", evidence.id(each.id()), each.channel());
            }
        }
        evidence.engagement.messages.forEach(each -> once("engagement.message " + each.template(), each.cause()));
    }

    private void points() {
        for (Loyalty.Transfer each : evidence.loyalty.transfers) {
            String way = "transfer %s from %s of %s".formatted(each.reason(), each.debit(), each.wallet());
            if (Way.takesBack(each)) once(way, each.refund());
            if (each.reason().equals("earned") && each.credit().equals("debt")) once(way + " to debt", each.purchase());
        }
        lots();
    }

    /** What a purchase brings into a wallet at one time, and for as long, is one lot. */
    private void lots() {
        Set<Long> prints = new HashSet<>();
        for (Loyalty.Lot each : evidence.loyalty.lots) {
            long dates = Prints.and(Prints.and(each.earnedAt(), each.startsAt()), each.expiresAt());
            long print = Prints.and(Prints.and(dates, each.purchase()), Prints.of(each.wallet()));
            boolean moved = evidence.loyalty.families.has(each.customer());
            if (each.purchase() != 0 && !moved && !prints.add(print)) {
                tally.wrong("lot of %s more than once", evidence.id(each.purchase()));
            }
        }
    }

    /** The same event at two places of a shard; at the same place it is only a repeat. */
    private void events() {
        for (FactTopic topic : FactTopic.values()) {
            int[] places = new int[evidence.ids.size()];
            for (Spine.Delivery each : evidence.spine.deliveries.get(topic)) {
                int before = places[each.event()];
                if (before != 0 && before != each.seq()) {
                    tally.wrong(
                            "event %s on %s at %d and at %d",
                            evidence.id(each.event()), topic.topic(), before, each.seq());
                }
                places[each.event()] = each.seq();
            }
        }
    }
}
