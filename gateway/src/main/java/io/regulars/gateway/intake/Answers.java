package io.regulars.gateway.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.regulars.events.Intake.VoidPosted;
import io.regulars.events.MembershipEvent.Outcome;
import io.regulars.events.MembershipEvent.Points;
import io.regulars.events.MembershipEvent.PurchaseAssessed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What a till is told: that its receipt is safe, or what it brought. */
public final class Answers {

    private static final Set<Outcome> OUTSIDERS = Set.of(Outcome.NOT_MEMBER, Outcome.ANONYMOUS);

    private Answers() {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Accepted(UUID purchaseId, UUID refundId, UUID voidId, UUID touchpointId, String status) {}

    /** {@code receiptText} can be printed as it stands. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Applied(
            UUID purchaseId,
            UUID refundId,
            UUID voidId,
            String status,
            Outcome outcome,
            UUID customerId,
            boolean member,
            Points points,
            String tier,
            List<Membership> memberships,
            List<String> receiptText,
            List<Object> offers) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Membership(String programme, Points points, String tier) {}

    static Applied purchase(PurchaseAssessed assessed) {
        return applied(assessed.receiptId(), null, null, assessed);
    }

    static Applied refund(PurchaseAssessed assessed) {
        return applied(null, assessed.receiptId(), null, assessed);
    }

    static Applied voided(VoidPosted undone, PurchaseAssessed assessed) {
        return applied(undone.purchaseId(), null, undone.voidId(), assessed);
    }

    private static Applied applied(UUID purchaseId, UUID refundId, UUID voidId, PurchaseAssessed assessed) {
        boolean member = assessed.programme() != null && !OUTSIDERS.contains(assessed.outcome());
        Points points = assessed.points() == null ? new Points(0, 0, 0) : assessed.points();
        List<Membership> memberships =
                member ? List.of(new Membership(assessed.programme(), points, assessed.tier())) : List.of();
        return new Applied(
                purchaseId,
                refundId,
                voidId,
                "applied",
                assessed.outcome(),
                assessed.customerId(),
                member,
                points,
                assessed.tier(),
                memberships,
                receiptText(assessed.outcome(), member, points),
                List.of());
    }

    private static List<String> receiptText(Outcome outcome, boolean member, Points points) {
        List<String> text = new ArrayList<>();
        if (points.earned() > 0) text.add("You earned " + points.earned() + " points.");
        if (points.earned() < 0) text.add(-points.earned() + " points were taken back.");
        if (member) text.add("Your balance: " + points.balance() + " points.");
        if (outcome == Outcome.NOT_MEMBER) text.add("Join us and earn points with every purchase.");
        return text;
    }
}
