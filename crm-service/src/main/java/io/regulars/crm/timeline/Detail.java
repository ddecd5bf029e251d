package io.regulars.crm.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.regulars.events.MembershipEvent;
import io.regulars.events.MembershipEvent.Outcome;
import io.regulars.events.TouchpointEvent.Attribute;
import io.regulars.events.TouchpointEvent.CustomerShared;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What a line of the timeline shows of its fact: enough to read it, little enough to keep millions. */
sealed interface Detail {

    /** {@code training} is only said when it was one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Purchase(UUID purchaseId, Long total, String currency, int lines, Boolean training) implements Detail {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Refund(UUID refundId, UUID purchaseId, long total, String currency) implements Detail {}

    record Undone(UUID voidId, UUID purchaseId) implements Detail {}

    record Receipt(UUID receiptId) implements Detail {}

    record Identifiers(List<String> identifiers) implements Detail {}

    /** What a person shares now, by its names; never what it is. */
    record Sharing(boolean birthday, List<String> attributes) implements Detail {
        static Sharing of(CustomerShared fact) {
            return new Sharing(
                    fact.birthday() != null,
                    fact.attributes().stream().map(Attribute::name).toList());
        }
    }

    record Conflict(UUID causedBy, List<UUID> otherCustomerIds) implements Detail {}

    record Merge(UUID mergeId, UUID survivorId, UUID otherId) implements Detail {}

    record Touchpoint(UUID touchpointId, String touchpoint) implements Detail {}

    record Enrolment(String programme, String tier) implements Detail {}

    /** A membership that was joined with another customer's, or goes on apart. */
    record Membership(String programme, UUID mergeId, UUID otherId, String tier, Long balance) implements Detail {}

    record Leaving(String programme, MembershipEvent.Leaving leaving) implements Detail {}

    record Status(String programme, MembershipEvent.MemberStatus from, MembershipEvent.MemberStatus to)
            implements Detail {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Assessment(UUID receiptId, Outcome outcome, Long points, Long balance, String tier) implements Detail {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Points(UUID purchaseId, UUID refundId, Long points, Long balance) implements Detail {}

    /** So many points will be gone then. */
    record Expiring(long points, Instant goneAt) implements Detail {}

    record Tier(String programme, String from, String to) implements Detail {}

    record Risk(String tier, String dropsTo, LocalDate keptUntil) implements Detail {}

    record Benefit(String programme, String benefit) implements Detail {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Message(UUID messageId, String template, String reason) implements Detail {}
}
