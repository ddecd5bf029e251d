package io.regulars.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
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

    /** Receipts with {@code occurredAt >= countsFrom} count, also those that came before the opt-in did. */
    @Type("loyalty.member.enrolled.v1")
    record MemberEnrolled(
            UUID customerId,
            String programme,
            Instant enrolledAt,
            Instant countsFrom,
            @MayBeMissing String channel,
            @MayBeMissing String consentVersion,
            String tier,
            Instant occurredAt)
            implements MembershipEvent {}

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

    /** {@code spend} in minor units is what was weighed, over the twelve months before this fact. */
    @Type("loyalty.tier.changed.v1")
    record TierChanged(UUID customerId, String programme, String from, String to, long spend, Instant occurredAt)
            implements MembershipEvent {}

    /** One line's points under one rule, negative when taken back; line 0 stands for a receipt without lines. */
    record Award(int line, String rule, long points) {}

    /** {@code earned}: by this fact, negative when taken back; {@code balance}: active less debt, after it. */
    record Points(long earned, long pending, long balance) {}

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
