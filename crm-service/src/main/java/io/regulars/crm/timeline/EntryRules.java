package io.regulars.crm.timeline;

import io.regulars.events.EngagementEvent;
import io.regulars.events.EngagementEvent.MessageDue;
import io.regulars.events.EngagementEvent.MessageSent;
import io.regulars.events.EngagementEvent.MessageSuppressed;
import io.regulars.events.Event;
import io.regulars.events.MembershipEvent;
import io.regulars.events.MembershipEvent.BenefitUsed;
import io.regulars.events.MembershipEvent.MemberEnrolled;
import io.regulars.events.MembershipEvent.MemberLeft;
import io.regulars.events.MembershipEvent.MemberStatusChanged;
import io.regulars.events.MembershipEvent.MembershipJoined;
import io.regulars.events.MembershipEvent.MembershipParted;
import io.regulars.events.MembershipEvent.Points;
import io.regulars.events.MembershipEvent.PointsActivated;
import io.regulars.events.MembershipEvent.PointsAdjusted;
import io.regulars.events.MembershipEvent.PointsAwarded;
import io.regulars.events.MembershipEvent.PointsEarned;
import io.regulars.events.MembershipEvent.PointsExpired;
import io.regulars.events.MembershipEvent.PointsExpiring;
import io.regulars.events.MembershipEvent.PointsReversed;
import io.regulars.events.MembershipEvent.PurchaseAssessed;
import io.regulars.events.MembershipEvent.TierAtRisk;
import io.regulars.events.MembershipEvent.TierChanged;
import io.regulars.events.TouchpointEvent;
import io.regulars.events.TouchpointEvent.CustomerIdentified;
import io.regulars.events.TouchpointEvent.CustomerShared;
import io.regulars.events.TouchpointEvent.CustomersMerged;
import io.regulars.events.TouchpointEvent.CustomersUnmerged;
import io.regulars.events.TouchpointEvent.Identifier;
import io.regulars.events.TouchpointEvent.IdentityConflict;
import io.regulars.events.TouchpointEvent.PurchaseRecorded;
import io.regulars.events.TouchpointEvent.PurchaseRefunded;
import io.regulars.events.TouchpointEvent.PurchaseVoided;
import io.regulars.events.TouchpointEvent.ReceiptConflicted;
import io.regulars.events.TouchpointEvent.ReceiptRepeated;
import io.regulars.events.TouchpointEvent.TouchpointRecorded;
import java.util.UUID;

/** How each fact reads on the timeline. A fact nobody taught it yet is still a line, only without details. */
final class EntryRules {

    private static final Entry PLAIN = new Entry(null, null, null);

    private EntryRules() {}

    /** Where it happened and what to show of it. */
    record Entry(String channel, String store, Detail detail) {}

    static Entry of(Event fact) {
        if (fact instanceof TouchpointEvent touchpoint) return ofCrm(touchpoint);
        if (fact instanceof MembershipEvent membership) return ofLoyalty(membership);
        return fact instanceof EngagementEvent engagement ? ofEngagement(engagement) : PLAIN;
    }

    private static Entry ofCrm(TouchpointEvent fact) {
        if (fact instanceof PurchaseRecorded it) {
            var said = it.purchase();
            Boolean training = said.training() ? true : null;
            var detail = new Detail.Purchase(
                    it.purchaseId(), said.total(), said.currency(), said.lines().size(), training);
            return new Entry(said.channel(), said.store(), detail);
        }
        if (fact instanceof PurchaseRefunded it) {
            var said = it.refund();
            var detail = new Detail.Refund(it.refundId(), it.originalId(), said.total(), said.currency());
            return new Entry(null, said.store(), detail);
        }
        if (fact instanceof PurchaseVoided it) {
            return new Entry(null, it.voiding().store(), new Detail.Undone(it.voidId(), it.purchaseId()));
        }
        if (fact instanceof TouchpointRecorded it) {
            return new Entry(it.channel(), it.store(), new Detail.Touchpoint(it.touchpointId(), it.type()));
        }
        if (fact instanceof CustomerIdentified it) {
            return plain(new Detail.Identifiers(
                    it.identifiers().stream().map(Identifier::type).toList()));
        }
        if (fact instanceof CustomerShared it) return plain(Detail.Sharing.of(it));
        if (fact instanceof IdentityConflict it)
            return plain(new Detail.Conflict(it.causedBy(), it.otherCustomerIds()));
        if (fact instanceof CustomersMerged it)
            return plain(new Detail.Merge(it.mergeId(), it.survivorId(), it.mergedId()));
        if (fact instanceof CustomersUnmerged it)
            return plain(new Detail.Merge(it.mergeId(), it.survivorId(), it.restoredId()));
        if (fact instanceof ReceiptRepeated it) return plain(new Detail.Receipt(it.receiptId()));
        return fact instanceof ReceiptConflicted it ? plain(new Detail.Receipt(it.receiptId())) : PLAIN;
    }

    private static Entry ofLoyalty(MembershipEvent fact) {
        if (fact instanceof PurchaseAssessed it) {
            return plain(new Detail.Assessment(
                    it.receiptId(), it.outcome(), earned(it.points()), balance(it.points()), it.tier()));
        }
        if (fact instanceof PointsEarned it) return points(it.purchaseId(), null, it.points());
        if (fact instanceof PointsReversed it) return points(it.purchaseId(), it.refundId(), it.points());
        if (fact instanceof MemberEnrolled it) {
            return new Entry(it.channel(), null, new Detail.Enrolment(it.programme(), it.tier()));
        }
        if (fact instanceof TierChanged it) return plain(new Detail.Tier(it.programme(), it.from(), it.to()));
        if (fact instanceof TierAtRisk it) return plain(new Detail.Risk(it.tier(), it.dropsTo(), it.keptUntil()));
        if (fact instanceof BenefitUsed it) return plain(new Detail.Benefit(it.programme(), it.benefit()));
        if (fact instanceof MemberLeft it) return plain(new Detail.Leaving(it.programme(), it.leaving()));
        if (fact instanceof MembershipJoined it) {
            return plain(new Detail.Membership(
                    it.programme(), it.mergeId(), it.fromCustomerId(), it.tier(), balance(it.points())));
        }
        if (fact instanceof MembershipParted it) {
            return plain(new Detail.Membership(
                    it.programme(), it.mergeId(), it.otherCustomerId(), it.tier(), balance(it.points())));
        }
        if (fact instanceof MemberStatusChanged it) {
            return plain(new Detail.Status(it.programme(), it.from(), it.to()));
        }
        return ofTime(fact);
    }

    /** What became of points without a receipt. */
    private static Entry ofTime(MembershipEvent fact) {
        if (fact instanceof PointsAdjusted it) return moved(it.amount(), it.points());
        if (fact instanceof PointsAwarded it) return points(null, null, it.points());
        if (fact instanceof PointsActivated it) return moved(it.amount(), it.points());
        if (fact instanceof PointsExpired it) return moved(-it.amount(), it.points());
        return fact instanceof PointsExpiring it ? plain(new Detail.Expiring(it.amount(), it.goneAt())) : PLAIN;
    }

    private static Entry moved(long amount, Points after) {
        return plain(new Detail.Points(null, null, amount, balance(after)));
    }

    private static Entry ofEngagement(EngagementEvent fact) {
        if (fact instanceof MessageDue it) return plain(new Detail.Message(it.messageId(), it.template(), null));
        if (fact instanceof MessageSent it) {
            return new Entry(it.channel(), null, new Detail.Message(it.messageId(), it.template(), null));
        }
        return fact instanceof MessageSuppressed it
                ? new Entry(it.channel(), null, new Detail.Message(it.messageId(), it.template(), it.reason()))
                : PLAIN;
    }

    private static Entry plain(Detail detail) {
        return new Entry(null, null, detail);
    }

    private static Entry points(UUID purchaseId, UUID refundId, Points points) {
        return plain(new Detail.Points(purchaseId, refundId, earned(points), balance(points)));
    }

    private static Long earned(Points points) {
        return points == null ? null : points.earned();
    }

    private static Long balance(Points points) {
        return points == null ? null : points.balance();
    }
}
