package io.regulars.loyalty.adjustment;

import io.regulars.loyalty.membership.Owner;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * Points somebody gives or takes by hand, as it was asked for.
 *
 * @param wallet which kind of points
 * @param earnedAt when they were earned elsewhere, of an opening balance; else null
 * @param expiresAt null: as the programme says
 * @param reference of an opening balance in the system it came from; else null
 * @param secondPerson whether somebody else has to approve it
 */
public record Adjustment(
        UUID adjustmentId,
        Owner owner,
        String wallet,
        Kind kind,
        long points,
        String reason,
        Instant earnedAt,
        Instant expiresAt,
        String reference,
        boolean secondPerson,
        String askedBy,
        Instant askedAt) {

    public enum Kind {
        CORRECTION,
        GOODWILL,
        OPENING_BALANCE
    }

    /** What became of it. */
    public record Decision(boolean posted, String reason, String decidedBy, Instant decidedAt) {}

    /** @param decision null while it is proposed */
    public record Kept(long number, Adjustment adjustment, Decision decision) {}

    /** Both say the same of the same reference. */
    public boolean isTheSameBalanceAs(Adjustment other) {
        return owner.equals(other.owner)
                && wallet.equals(other.wallet)
                && points == other.points
                && earnedAt.equals(other.earnedAt)
                && Objects.equals(expiresAt, other.expiresAt);
    }
}
