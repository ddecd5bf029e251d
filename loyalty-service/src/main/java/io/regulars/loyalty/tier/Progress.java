package io.regulars.loyalty.tier;

import io.regulars.events.MembershipEvent.TierChanged;
import io.regulars.loyalty.programme.Programme;
import io.regulars.loyalty.tier.TierRules.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One member's way through the tiers while facts are folded. */
public final class Progress {

    private final Programme programme;
    private final List<Counted> nearTheEdges;
    private final Standing before;
    private Span window;
    private Standing standing;

    /** A receipt that counts, by when it happened; {@code amount} is negative for a refund. */
    public record Counted(Instant occurredAt, long amount) {}

    /** @param nearTheEdges whatever counted already within {@link TierRules#edges} */
    public Progress(Standing standing, List<Counted> nearTheEdges, Programme programme) {
        this.before = standing;
        this.standing = standing;
        this.nearTheEdges = new ArrayList<>(nearTheEdges);
        this.programme = programme;
        this.window = TierRules.window(standing.asOf(), programme);
    }

    public Standing standing() {
        return standing;
    }

    public boolean moved() {
        return !standing.equals(before);
    }

    /** A fact of this member is applied: the window moves up to it, and never back. */
    public void reach(Instant recordedAt) {
        if (!recordedAt.isAfter(standing.asOf())) return;
        Span next = TierRules.window(recordedAt, programme);
        long spend = standing.spend();
        for (Counted each : nearTheEdges) {
            if (window.holds(each.occurredAt())) spend -= each.amount();
            if (next.holds(each.occurredAt())) spend += each.amount();
        }
        window = next;
        standing = standing.at(recordedAt, spend);
    }

    public void count(Instant occurredAt, long amount) {
        nearTheEdges.add(new Counted(occurredAt, amount));
        long spend = standing.spend() + (window.holds(occurredAt) ? amount : 0);
        standing = standing.counting(occurredAt, spend);
    }

    /** The tier follows the spend; says so when it moved. */
    public Optional<TierChanged> settle(UUID customerId, Instant at) {
        String from = standing.tier();
        String to = TierRules.tierFor(standing.spend(), programme);
        if (to.equals(from)) return Optional.empty();
        standing = standing.reaching(to);
        return Optional.of(new TierChanged(customerId, programme.id(), from, to, standing.spend(), at));
    }
}
