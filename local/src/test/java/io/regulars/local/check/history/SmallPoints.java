package io.regulars.local.check.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.regulars.events.MembershipEvent.Points;
import io.regulars.local.check.evidence.FactTopic;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;

/** What a small loyalty does to a member's points, and what it stores and tells of it. */
final class SmallPoints {
    private static final Duration GRACE = Duration.ofDays(14);

    private final SmallWorld world;

    SmallPoints(SmallWorld world) {
        this.world = world;
    }

    /** Its points, and its spend unless it came too late; answers what it earned. */
    List<Given> earn(SmallMember member, SmallReceipt receipt) {
        int version = world.programme.versionAt(receipt.occurredAt());
        List<Given> awards = receipt.awards(version);
        boolean late = isLate(receipt);
        receipt.late = late;
        receipt.judged = true;
        if (!late) {
            member.purchases++;
            member.spend(receipt.occurredAt(), receipt.purchase.total());
        }
        world.history.assessments.add(new History.Assessed(
                world.number(receipt.id),
                world.number(member.customer),
                version,
                late,
                awards.stream().map(Given::row).toList()));
        credit(member, receipt, awards, version);
        return awards;
    }

    private boolean isLate(SmallReceipt receipt) {
        return !world.once
                && receipt.said.recordedAt().isAfter(receipt.occurredAt().plus(GRACE));
    }

    private void credit(SmallMember member, SmallReceipt receipt, List<Given> awards, int version) {
        SmallWallet points = member.book.wallet("points");
        int purchase = world.number(receipt.id);
        Instant bought = receipt.occurredAt();
        long base = Given.sum(awards, "points");
        long stamps = Given.sum(awards, "stamps");
        ZonedDateTime starts = bought.atZone(SmallProgramme.ZONE).plusDays(SmallProgramme.PENDING_DAYS);
        if (base > 0 && world.once) points.earnAsOnce(base, purchase, bought, world.now());
        else if (base > 0 && version == 1) points.earn(base, purchase, bought, bought, Instant.MAX, world.now());
        else if (base > 0) {
            Instant ends = starts.plusDays(SmallProgramme.DAYS).toInstant();
            points.earn(base, purchase, bought, starts.toInstant(), ends, world.now());
        }
        if (stamps > 0) member.book.wallet("stamps").earn(stamps, purchase, bought, bought, Instant.MAX, world.now());
    }

    /** @param original null when the till did not know it */
    void takeBack(SmallMember member, SmallRefund refund, SmallReceipt original, List<Given> awards) {
        refund.state = "counted";
        refund.taken = -Given.sum(awards);
        boolean late = original != null && original.late;
        boolean undone = original != null && original.voided;
        if (!late && !undone) member.spend(refund.refund.occurredAt(), -refund.refund.total());
        SmallWallet points = member.book.wallet("points");
        int purchase = world.number(refund.original);
        if (world.once) points.takeBackAsOnce(refund.taken, purchase, world.number(refund.id), world.now());
        else points.takeBack(refund.taken, purchase, world.number(refund.id), world.now());
    }

    /** Posts what became of lots by their dates, each told by itself. */
    void post(SmallMember member, Said cause) {
        if (world.once) return;
        for (SmallWallet.Due due : member.book.wallet("points").post(world.now())) {
            ObjectNode body = Records.JSON.createObjectNode();
            body.put("customerId", member.customer.toString()).put("programme", "regulars");
            body.put("wallet", "points").put("amount", due.points());
            long earned = due.starts() ? 0 : -due.points();
            body.set("points", Records.JSON.valueToTree(new Points(earned, due.pending(), due.balance())));
            String type = due.starts() ? "loyalty.points.activated.v1" : "loyalty.points.expired.v1";
            world.say(FactTopic.MEMBERSHIPS, type, member.customer, world.now(), body, cause);
        }
    }
}
