package io.regulars.local.check.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.regulars.events.MembershipEvent;
import io.regulars.events.MembershipEvent.MemberEnrolled;
import io.regulars.events.MembershipEvent.Outcome;
import io.regulars.events.MembershipEvent.PointsEarned;
import io.regulars.events.MembershipEvent.PointsReversed;
import io.regulars.events.MembershipEvent.PurchaseAssessed;
import io.regulars.events.MembershipEvent.TierChanged;
import io.regulars.events.Purchase;
import io.regulars.events.Refund;
import io.regulars.events.Types;
import io.regulars.local.check.evidence.Crm;
import io.regulars.local.check.evidence.FactTopic;
import io.regulars.local.check.evidence.Micros;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A loyalty-service that goes step by step, in the order in which it hears of things. */
final class SmallLoyalty {
    private final SmallWorld world;
    private final SmallEngagement engagement;
    private final SmallPoints points;
    private final Map<UUID, SmallReceipt> purchases = new LinkedHashMap<>();
    private final Map<UUID, SmallRefund> refunds = new LinkedHashMap<>();
    private final Map<UUID, SmallMember> members = new LinkedHashMap<>();

    SmallLoyalty(SmallWorld world, SmallEngagement engagement) {
        this.world = world;
        this.engagement = engagement;
        this.points = new SmallPoints(world);
    }

    boolean isMember(UUID customer) {
        return members.containsKey(customer);
    }

    void hear(Said told) {
        if (told.is("crm.purchase.recorded.v1")) purchase(told);
        if (told.is("crm.purchase.refunded.v1")) {
            refund(told, new SmallRefund(told, read(told, "refund", Refund.class), world.once));
        }
        if (told.is("crm.purchase.voided.v1")) refund(told, new SmallRefund(told));
    }

    void enrol(UUID customer, Instant enrolledAt) {
        SmallMember member = new SmallMember(customer, world.number(customer), enrolledAt, world.now());
        members.put(customer, member);
        Said enrolled = say(
                new MemberEnrolled(
                        customer, "regulars", enrolledAt, member.countsFrom, "store", "1", "bronze", world.now()),
                List.of(),
                null);
        world.history.timelineMembers.add(new Crm.TimelineMember(world.number(customer), Micros.of(member.countsFrom)));
        engagement.welcome(enrolled, customer);
        purchases.values().stream()
                .filter(each -> customer.equals(each.customer))
                .forEach(each -> member.reach(each.said.recordedAt()));
        refunds.values().stream()
                .filter(each -> customer.equals(each.charged))
                .forEach(each -> member.reach(each.said.recordedAt()));
        purchases.values().stream()
                .filter(each -> customer.equals(each.customer) && member.counts(each.occurredAt()) && !each.voided)
                .forEach(each -> late(member, each, enrolled));
        points.post(member, enrolled);
        refunds.values().stream()
                .filter(each -> customer.equals(each.charged) && counts(member, each))
                .sorted(Comparator.comparing((SmallRefund each) -> each.said.recordedAt())
                        .thenComparing(each -> each.id))
                .forEach(each -> takeBackLate(member, each, enrolled));
        settle(member, enrolled);
    }

    private void late(SmallMember member, SmallReceipt receipt, Said cause) {
        List<Given> awards = points.earn(member, receipt);
        if (Given.sum(awards) == 0) return;
        PointsEarned earned = new PointsEarned(
                member.customer, "regulars", receipt.id, List.of(), member.points(Given.sum(awards)), world.now());
        say(earned, awards, cause);
    }

    private void takeBackLate(SmallMember member, SmallRefund refund, Said cause) {
        List<Given> awards = takeBack(member, refund);
        if (awards.isEmpty()) return;
        PointsReversed reversed = new PointsReversed(
                member.customer,
                "regulars",
                refund.id,
                refund.original,
                List.of(),
                member.points(Given.sum(awards)),
                world.now());
        say(reversed, awards, cause);
    }

    private List<Given> takeBack(SmallMember member, SmallRefund refund) {
        SmallReceipt original = purchases.get(refund.original);
        List<Given> awards = refund.whole
                ? original.takeAll()
                : original == null ? refund.awards() : original.takeBack(refund.refund);
        if (refund.whole && !original.late) undo(member, original);
        points.takeBack(member, refund, purchases.get(refund.original), awards);
        return awards;
    }

    /** Neither it nor what came back of it so far counts for the tier any more. */
    private void undo(SmallMember member, SmallReceipt original) {
        refunds.values().stream()
                .filter(each -> original.id.equals(each.original) && !each.whole && "counted".equals(each.state))
                .forEach(each -> member.spend(each.refund.occurredAt(), each.refund.total()));
        member.spend(original.occurredAt(), -original.purchase.total());
        member.purchases--;
    }

    /** What was undone before the opt-in is never judged. */
    private boolean counts(SmallMember member, SmallRefund refund) {
        SmallReceipt original = purchases.get(refund.original);
        boolean undone = original != null && original.voided && !original.judged;
        return member.counts(decides(refund)) && !undone;
    }

    private Instant decides(SmallRefund refund) {
        return refund.original == null
                ? refund.refund.occurredAt()
                : purchases.get(refund.original).occurredAt();
    }

    private void purchase(Said told) {
        Purchase said = read(told, "purchase", Purchase.class);
        UUID customer = told.body().hasNonNull("customerId") ? told.id("customerId") : null;
        SmallReceipt receipt = new SmallReceipt(told.id("purchaseId"), customer, said, told, world.once);
        purchases.put(receipt.id, receipt);
        List<SmallRefund> waited = refunds.values().stream()
                .filter(each -> receipt.id.equals(each.original))
                .toList();
        for (SmallRefund each : waited) {
            each.charged = receipt.customer;
            each.state = "kept";
        }
        SmallMember member = members.get(receipt.customer);
        if (member == null) {
            Outcome nobodys = customer == null ? Outcome.ANONYMOUS : Outcome.NOT_MEMBER;
            assessed(receipt.id, customer, said.training() ? Outcome.TRAINING : nobodys, told);
            return;
        }
        points.post(member, told);
        counted(member, receipt, waited, told);
    }

    private void counted(SmallMember member, SmallReceipt receipt, List<SmallRefund> waited, Said told) {
        member.reach(told.recordedAt());
        waited.forEach(each -> member.reach(each.said.recordedAt()));
        boolean counts = member.counts(receipt.occurredAt());
        List<Given> awards = counts ? points.earn(member, receipt) : List.of();
        Outcome earned = Given.sum(awards) == 0 ? Outcome.NOTHING_TO_EARN : Outcome.EARNED;
        assessed(member, receipt.id, counts ? earned : Outcome.BEFORE_ENROLMENT, awards, told);
        points.post(member, told);
        if (counts) waited.forEach(each -> takeBackLate(member, each, told));
        settle(member, told);
    }

    private void refund(Said told, SmallRefund refund) {
        refunds.put(refund.id, refund);
        UUID named = told.body().hasNonNull("customerId") ? told.id("customerId") : null;
        SmallReceipt original = refund.original == null ? null : purchases.get(refund.original);
        refund.charged = refund.original == null ? named : original == null ? null : original.customer;
        refund.state = refund.original != null && original == null ? "waiting" : "kept";
        if (refund.whole) original.voided = true;
        SmallMember member = members.get(refund.charged);
        if (member == null) {
            Outcome outcome = refund.state.equals("waiting") ? Outcome.WAITING : Outcome.NOT_MEMBER;
            assessed(refund.id, refund.charged == null ? named : refund.charged, outcome, told);
            return;
        }
        points.post(member, told);
        member.reach(told.recordedAt());
        List<Given> awards = counts(member, refund) ? takeBack(member, refund) : List.of();
        assessed(member, refund.id, awards.isEmpty() ? Outcome.NOTHING_TO_REVERSE : Outcome.REVERSED, awards, told);
        settle(member, told);
    }

    private void assessed(UUID receipt, UUID customer, Outcome outcome, Said told) {
        say(
                new PurchaseAssessed(receipt, customer, outcome, null, List.of(), null, null, world.now()),
                List.of(),
                told);
    }

    private void assessed(SmallMember member, UUID receipt, Outcome outcome, List<Given> awards, Said told) {
        PurchaseAssessed assessed = new PurchaseAssessed(
                receipt,
                member.customer,
                outcome,
                "regulars",
                List.of(),
                member.points(Given.sum(awards)),
                member.tier,
                world.now());
        say(assessed, awards, told);
    }

    private void settle(SmallMember member, Said cause) {
        member.settled = !world.once;
        String before = member.tier;
        if (before.equals(member.due())) return;
        member.tier = member.due();
        member.reached(world.now(), world.once);
        long spend = member.weighed();
        TierChanged change =
                new TierChanged(member.customer, "regulars", before, member.tier, spend, null, world.now());
        engagement.answer(say(change, List.of(), cause), member.customer, before, member.tier);
    }

    private Said say(MembershipEvent event, List<Given> awards, Said cause) {
        ObjectNode body = SmallWorld.body(event);
        if (!awards.isEmpty()) body.set("awards", Given.told(awards, world.once ? 0 : version(event)));
        return world.say(FactTopic.MEMBERSHIPS, Types.nameOf(event), event.subject(), event.occurredAt(), body, cause);
    }

    private int version(MembershipEvent event) {
        UUID receipt = event instanceof PurchaseAssessed told
                ? told.receiptId()
                : event instanceof PointsEarned told ? told.purchaseId() : null;
        SmallReceipt purchase = purchases.get(receipt);
        return purchase == null ? 1 : world.programme.versionAt(purchase.occurredAt());
    }

    private static <T> T read(Said told, String field, Class<T> kind) {
        return Records.JSON.convertValue(told.body().get(field), kind);
    }

    void close() {
        members.values().stream()
                .sorted(Comparator.comparing(each -> each.customer))
                .forEach(each -> {
                    each.write(world.history);
                    engagement.know(
                            each.customer, each.tier, each.book.wallet("points").balance());
                });
        purchases.values().forEach(each -> world.history.purchases.add(SmallRows.of(each, world)));
        refunds.values().forEach(each -> world.history.refunds.add(SmallRows.of(each, world)));
    }
}
