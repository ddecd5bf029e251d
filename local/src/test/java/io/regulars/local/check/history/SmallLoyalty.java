package io.regulars.local.check.history;

import static io.regulars.local.check.history.SmallReceipt.sum;

import io.regulars.events.MembershipEvent;
import io.regulars.events.MembershipEvent.Award;
import io.regulars.events.MembershipEvent.MemberEnrolled;
import io.regulars.events.MembershipEvent.Outcome;
import io.regulars.events.MembershipEvent.PointsEarned;
import io.regulars.events.MembershipEvent.PointsReversed;
import io.regulars.events.MembershipEvent.PurchaseAssessed;
import io.regulars.events.MembershipEvent.TierChanged;
import io.regulars.events.Purchase;
import io.regulars.events.Refund;
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
    private final Map<UUID, SmallReceipt> purchases = new LinkedHashMap<>();
    private final Map<UUID, SmallRefund> refunds = new LinkedHashMap<>();
    private final Map<UUID, SmallMember> members = new LinkedHashMap<>();

    SmallLoyalty(SmallWorld world, SmallEngagement engagement) {
        this.world = world;
        this.engagement = engagement;
    }

    boolean isMember(UUID customer) {
        return members.containsKey(customer);
    }

    void hear(Said told) {
        if (told.is("crm.purchase.recorded.v1")) purchase(told);
        if (told.is("crm.purchase.refunded.v1")) refund(told);
    }

    void enrol(UUID customer, Instant enrolledAt) {
        SmallMember member = new SmallMember(customer, world.number(customer), enrolledAt, world.now());
        members.put(customer, member);
        Said enrolled = say(
                new MemberEnrolled(
                        customer, "regulars", enrolledAt, member.countsFrom, "store", "1", "bronze", world.now()),
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
                .filter(each -> customer.equals(each.customer) && member.counts(each.occurredAt()))
                .forEach(each -> late(member, each, enrolled));
        refunds.values().stream()
                .filter(each -> customer.equals(each.charged) && member.counts(decides(each)))
                .sorted(Comparator.comparing((SmallRefund each) -> each.said.recordedAt())
                        .thenComparing(each -> each.id))
                .forEach(each -> takeBackLate(member, each, enrolled));
        settle(member, enrolled);
    }

    private void late(SmallMember member, SmallReceipt receipt, Said cause) {
        member.spend(receipt.occurredAt(), receipt.purchase.total());
        if (receipt.whole() == 0) return;
        member.wallet.earn(receipt.whole(), world.number(receipt.id), receipt.occurredAt());
        say(
                new PointsEarned(
                        member.customer,
                        "regulars",
                        receipt.id,
                        receipt.awards(),
                        member.points(receipt.whole()),
                        world.now()),
                cause);
    }

    private void takeBackLate(SmallMember member, SmallRefund refund, Said cause) {
        List<Award> awards = takeBack(member, refund);
        if (awards.isEmpty()) return;
        say(
                new PointsReversed(
                        member.customer,
                        "regulars",
                        refund.id,
                        refund.original,
                        awards,
                        member.points(sum(awards)),
                        world.now()),
                cause);
    }

    private List<Award> takeBack(SmallMember member, SmallRefund refund) {
        List<Award> awards = refund.original == null
                ? refund.awards()
                : purchases.get(refund.original).takeBack(refund.refund);
        refund.state = "counted";
        refund.taken = -sum(awards);
        member.spend(refund.refund.occurredAt(), -refund.refund.total());
        member.wallet.takeBack(refund.taken, world.number(refund.original), world.number(refund.id));
        return awards;
    }

    private Instant decides(SmallRefund refund) {
        return refund.original == null
                ? refund.refund.occurredAt()
                : purchases.get(refund.original).occurredAt();
    }

    private void purchase(Said told) {
        Purchase said = read(told, "purchase", Purchase.class);
        UUID customer = told.body().hasNonNull("customerId") ? told.id("customerId") : null;
        SmallReceipt receipt = new SmallReceipt(told.id("purchaseId"), customer, said, told);
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
            Outcome outcome = said.training() ? Outcome.TRAINING : nobodys;
            say(new PurchaseAssessed(receipt.id, customer, outcome, null, List.of(), null, null, world.now()), told);
            return;
        }
        counted(member, receipt, waited, told);
    }

    private void counted(SmallMember member, SmallReceipt receipt, List<SmallRefund> waited, Said told) {
        member.reach(told.recordedAt());
        waited.forEach(each -> member.reach(each.said.recordedAt()));
        boolean counts = member.counts(receipt.occurredAt());
        if (counts) {
            member.spend(receipt.occurredAt(), receipt.purchase.total());
            member.wallet.earn(receipt.whole(), world.number(receipt.id), receipt.occurredAt());
        }
        Outcome earned = receipt.whole() == 0 ? Outcome.NOTHING_TO_EARN : Outcome.EARNED;
        Outcome outcome = counts ? earned : Outcome.BEFORE_ENROLMENT;
        List<Award> awards = counts ? receipt.awards() : List.of();
        say(
                new PurchaseAssessed(
                        receipt.id,
                        member.customer,
                        outcome,
                        "regulars",
                        awards,
                        member.points(counts ? receipt.whole() : 0),
                        member.tier,
                        world.now()),
                told);
        if (counts) waited.forEach(each -> takeBackLate(member, each, told));
        settle(member, told);
    }

    private void refund(Said told) {
        SmallRefund refund = new SmallRefund(told, read(told, "refund", Refund.class));
        refunds.put(refund.id, refund);
        UUID named = told.body().hasNonNull("customerId") ? told.id("customerId") : null;
        SmallReceipt original = refund.original == null ? null : purchases.get(refund.original);
        refund.charged = refund.original == null ? named : original == null ? null : original.customer;
        refund.state = refund.original != null && original == null ? "waiting" : "kept";
        SmallMember member = members.get(refund.charged);
        if (member == null) {
            Outcome outcome = refund.state.equals("waiting") ? Outcome.WAITING : Outcome.NOT_MEMBER;
            UUID concerned = refund.charged == null ? named : refund.charged;
            say(new PurchaseAssessed(refund.id, concerned, outcome, null, List.of(), null, null, world.now()), told);
            return;
        }
        member.reach(told.recordedAt());
        List<Award> awards = member.counts(decides(refund)) ? takeBack(member, refund) : List.of();
        Outcome outcome = awards.isEmpty() ? Outcome.NOTHING_TO_REVERSE : Outcome.REVERSED;
        say(
                new PurchaseAssessed(
                        refund.id,
                        member.customer,
                        outcome,
                        "regulars",
                        awards,
                        member.points(sum(awards)),
                        member.tier,
                        world.now()),
                told);
        settle(member, told);
    }

    private void settle(SmallMember member, Said cause) {
        String before = member.tier;
        if (before.equals(member.due())) return;
        member.tier = member.due();
        long spend = member.spend();
        Said moved = say(new TierChanged(member.customer, "regulars", before, member.tier, spend, world.now()), cause);
        engagement.answer(moved, member.customer, before, member.tier);
    }

    private Said say(MembershipEvent event, Said cause) {
        return world.say(FactTopic.MEMBERSHIPS, event, cause);
    }

    private static <T> T read(Said told, String field, Class<T> kind) {
        return Records.JSON.convertValue(told.body().get(field), kind);
    }

    void close() {
        members.values().stream()
                .sorted(Comparator.comparing(each -> each.customer))
                .forEach(each -> {
                    world.history.members.add(each.row(world.number(each.customer)));
                    each.wallet.write(world.history);
                    engagement.know(each.customer, each.tier, each.wallet.balance());
                });
        purchases.values().forEach(each -> world.history.purchases.add(SmallRows.of(each, world)));
        refunds.values().forEach(each -> world.history.refunds.add(SmallRows.of(each, world)));
    }
}
