package io.regulars.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Everything loyalty-service tells the world, on topic {@code memberships}. */
public sealed interface MembershipEvent extends Event {

    /** The customer the fact is about, or null on a receipt nobody was named on. */
    UUID customerId();

    @Override
    default UUID subject() {
        return customerId();
    }

    /**
     * Receipts with {@code occurredAt >= countsFrom} count, also those that came before the opt-in did. Said again of
     * whoever has left and comes back. {@code tier} is empty in a programme without tiers; {@code beSent} is false where
     * nothing is to be sent to somebody of this status, and left out where it may be.
     */
    @Type("loyalty.member.enrolled.v1")
    record MemberEnrolled(
            UUID customerId,
            String programme,
            Instant enrolledAt,
            Instant countsFrom,
            @MayBeMissing String channel,
            @MayBeMissing String consentVersion,
            String tier,
            @MayBeMissing Boolean beSent,
            Instant occurredAt)
            implements MembershipEvent {
        public MemberEnrolled(
                UUID customerId,
                String programme,
                Instant enrolledAt,
                Instant countsFrom,
                String channel,
                String consentVersion,
                String tier,
                Instant occurredAt) {
            this(customerId, programme, enrolledAt, countsFrom, channel, consentVersion, tier, null, occurredAt);
        }
    }

    /**
     * The one answer to each purchase and each refund: what it earned or took back at once, also nothing with the
     * reason. What changes later (an enrolment, a purchase that arrives after its refund) is told by
     * {@link PointsEarned} and {@link PointsReversed}.
     */
    @Type("loyalty.purchase.assessed.v1")
    record PurchaseAssessed(
            UUID receiptId,
            @MayBeMissing UUID customerId,
            Outcome outcome,
            @MayBeMissing String programme,
            List<Award> awards,
            @MayBeMissing Points points,
            @MayBeMissing String tier,
            Instant occurredAt)
            implements MembershipEvent {
        @Override
        public UUID subject() {
            return customerId == null ? receiptId : customerId;
        }
    }

    /** Points of a purchase that was assessed before: its customer opted in since. */
    @Type("loyalty.points.earned.v1")
    record PointsEarned(
            UUID customerId, String programme, UUID purchaseId, List<Award> awards, Points points, Instant occurredAt)
            implements MembershipEvent {}

    /** Points a refund took back after it was assessed: it had come before its purchase, or before the opt-in. */
    @Type("loyalty.points.reversed.v1")
    record PointsReversed(
            UUID customerId,
            String programme,
            UUID refundId,
            UUID purchaseId,
            List<Award> awards,
            Points points,
            Instant occurredAt)
            implements MembershipEvent {}

    /**
     * {@code spend} is what was weighed: in minor units where net spend moves the tier, else points or visits; {@code
     * why} is reached, ended (what held the tier is over), refunded, or what was done by hand: given, statusMatch,
     * lifetime, locked, unlocked, joined and parted (two customers turned out to be one, or two again); {@code beSent}
     * as when they enrol.
     */
    @Type("loyalty.tier.changed.v1")
    record TierChanged(
            UUID customerId,
            String programme,
            String from,
            String to,
            long spend,
            @MayBeMissing String why,
            @MayBeMissing Boolean beSent,
            Instant occurredAt)
            implements MembershipEvent {
        public TierChanged(
                UUID customerId, String programme, String from, String to, long spend, String why, Instant occurredAt) {
            this(customerId, programme, from, to, spend, why, null, occurredAt);
        }

        /** The same of somebody whose status lets them be sent messages, or does not. */
        public TierChanged told(boolean mayBeSent) {
            return new TierChanged(customerId, programme, from, to, spend, why, mayBeSent ? null : false, occurredAt);
        }
    }

    /**
     * Points that were waiting can be spent since {@code occurredAt}; {@code points} is missing when they are not of the
     * programme's first kind.
     */
    @Type("loyalty.points.activated.v1")
    record PointsActivated(
            UUID customerId,
            String programme,
            String wallet,
            long amount,
            @MayBeMissing Points points,
            Instant occurredAt)
            implements MembershipEvent {}

    /** Points are gone since {@code occurredAt}: nobody spent them in time; {@code points} as when they start. */
    @Type("loyalty.points.expired.v1")
    record PointsExpired(
            UUID customerId,
            String programme,
            String wallet,
            long amount,
            @MayBeMissing Points points,
            Instant occurredAt)
            implements MembershipEvent {}

    /** So many points will be gone at that moment, {@code daysAhead} days from the day of this fact. */
    @Type("loyalty.points.expiring.v1")
    record PointsExpiring(
            UUID customerId,
            String programme,
            String wallet,
            long amount,
            Instant goneAt,
            int daysAhead,
            Instant occurredAt)
            implements MembershipEvent {}

    /**
     * Points were given or taken by hand; {@code amount} is below zero when they were taken, {@code points} is missing
     * when they are not of the programme's first kind.
     */
    @Type("loyalty.points.adjusted.v1")
    record PointsAdjusted(
            UUID customerId,
            String programme,
            String wallet,
            Adjustment kind,
            long amount,
            @MayBeMissing Points points,
            Instant occurredAt)
            implements MembershipEvent {}

    /** After {@code keptUntil} the member drops, unless {@code missing} more is reached by then. */
    @Type("loyalty.tier.atRisk.v1")
    record TierAtRisk(
            UUID customerId,
            String programme,
            String tier,
            String dropsTo,
            LocalDate keptUntil,
            long missing,
            Instant occurredAt)
            implements MembershipEvent {}

    /** Something the tier gives besides points was used. */
    @Type("loyalty.benefit.used.v1")
    record BenefitUsed(UUID customerId, String programme, String benefit, String tier, Instant occurredAt)
            implements MembershipEvent {}

    /** Points for something else than a purchase: {@code trigger} is signUp, or what else sets rules off. */
    @Type("loyalty.points.awarded.v1")
    record PointsAwarded(
            UUID customerId, String programme, String trigger, List<Award> awards, Points points, Instant occurredAt)
            implements MembershipEvent {}

    /** A member left; {@code leaving} is what became of the points. */
    @Type("loyalty.member.left.v1")
    record MemberLeft(UUID customerId, String programme, Leaving leaving, Instant occurredAt)
            implements MembershipEvent {}

    /**
     * {@code customerId} and {@code fromCustomerId} turned out to be one: the membership of the latter is the former's from
     * now on, or on top of the former's own; {@code tier} and {@code points} are what the member has since.
     */
    @Type("loyalty.membership.joined.v1")
    record MembershipJoined(
            UUID customerId,
            String programme,
            UUID mergeId,
            UUID fromCustomerId,
            @MayBeMissing String tier,
            Points points,
            Instant occurredAt)
            implements MembershipEvent {}

    /**
     * A merge was undone. Said of each of the two who is a member since, with what they have; and with {@code member} false
     * of who is none any more.
     */
    @Type("loyalty.membership.parted.v1")
    record MembershipParted(
            UUID customerId,
            String programme,
            UUID mergeId,
            UUID otherCustomerId,
            boolean member,
            @MayBeMissing String tier,
            Points points,
            Instant occurredAt)
            implements MembershipEvent {}

    /**
     * What a member may earn, spend and be sent follows the status: {@code beSent} is false where nothing is to be sent
     * from now on.
     */
    @Type("loyalty.member.statusChanged.v1")
    record MemberStatusChanged(
            UUID customerId,
            String programme,
            MemberStatus from,
            MemberStatus to,
            @MayBeMissing Boolean beSent,
            Instant occurredAt)
            implements MembershipEvent {}

    /**
     * One line's points under one rule, negative when taken back; line 0 stands for the receipt as a whole. {@code
     * points} were credited; {@code desired} is what the rule gives where that was not all, {@code refusal} says why.
     */
    record Award(
            int line,
            String rule,
            long points,
            @MayBeMissing String wallet,
            @MayBeMissing Integer version,
            @MayBeMissing Long desired,
            @MayBeMissing String refusal) {}

    /** {@code earned}: by this fact, negative when taken back; {@code balance}: active less debt, after it. */
    record Points(long earned, long pending, long balance) {}

    enum Adjustment {
        @JsonProperty("correction")
        CORRECTION,
        @JsonProperty("goodwill")
        GOODWILL,
        @JsonProperty("reinstated")
        REINSTATED,
        @JsonProperty("openingBalance")
        OPENING_BALANCE,
        /** A late receipt showed that an earlier one should have brought more. */
        @JsonProperty("lateReceipt")
        LATE_RECEIPT
    }

    /** Kept: they can be spent as before. Frozen: they wait for the member to come back. Forfeited: they are gone. */
    enum Leaving {
        @JsonProperty("kept")
        KEPT,
        @JsonProperty("frozen")
        FROZEN,
        @JsonProperty("forfeited")
        FORFEITED
    }

    enum MemberStatus {
        @JsonProperty("new")
        NEW,
        @JsonProperty("active")
        ACTIVE,
        @JsonProperty("blocked")
        BLOCKED,
        @JsonProperty("closed")
        CLOSED,
        @JsonProperty("deceased")
        DECEASED
    }

    enum Outcome {
        @JsonProperty("earned")
        EARNED,
        @JsonProperty("nothingToEarn")
        NOTHING_TO_EARN,
        @JsonProperty("reversed")
        REVERSED,
        @JsonProperty("nothingToReverse")
        NOTHING_TO_REVERSE,
        @JsonProperty("waiting")
        WAITING,
        @JsonProperty("notMember")
        NOT_MEMBER,
        @JsonProperty("beforeEnrolment")
        BEFORE_ENROLMENT,
        @JsonProperty("anonymous")
        ANONYMOUS,
        @JsonProperty("training")
        TRAINING
    }
}
