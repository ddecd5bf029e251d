package io.regulars.loyalty.membership;

import io.regulars.loyalty.points.Passbook;
import io.regulars.loyalty.points.Wallet;
import io.regulars.loyalty.programme.Programme;
import io.regulars.loyalty.tier.Progress;
import io.regulars.loyalty.tier.Standing;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A member while facts are folded: the opt-in, the points and the way through the tiers. */
public record Member(Membership membership, Passbook passbook, Progress progress) {

    /** Somebody who opts in now. */
    public static Member newcomer(UUID customerId, Instant enrolledAt, Instant now, Programme programme) {
        Membership membership =
                new Membership(customerId, programme.id(), enrolledAt, programme.countsFrom(enrolledAt));
        Passbook passbook = new Passbook(customerId, programme.id(), Wallet.EMPTY, List.of());
        Standing standing = Standing.newcomer(programme.lowestTier(), now);
        return new Member(membership, passbook, new Progress(standing, List.of(), programme));
    }

    public UUID customerId() {
        return membership.customerId();
    }

    public String tier() {
        return progress.standing().tier();
    }
}
