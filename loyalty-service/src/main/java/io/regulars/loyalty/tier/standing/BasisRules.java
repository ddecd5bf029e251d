package io.regulars.loyalty.tier.standing;

import io.regulars.loyalty.programme.document.TierPolicy.Basis;
import java.time.LocalDate;
import java.util.List;

/** What moves a member through the tiers, added up. Points count when they can be spent, and on when they are spent. */
public final class BasisRules {

    private BasisRules() {}

    /**
     * What counts of one local day.
     *
     * @param spend net, in minor units; what was refunded is below zero
     * @param points earned that became active, less those taken back; spending takes none away
     */
    public record Counted(LocalDate day, long spend, long points, long visits) {}

    /** @param balance points at hand now, for the basis that is nothing else */
    public static long value(Basis basis, List<Counted> counted, Days window, long balance) {
        if (basis == Basis.BALANCE) return balance;
        long value = 0;
        for (Counted each : counted) if (window.hold(each.day())) value += of(basis, each);
        return value;
    }

    private static long of(Basis basis, Counted counted) {
        return switch (basis) {
            case NET_SPEND -> counted.spend();
            case POINTS -> counted.points();
            case VISITS -> counted.visits();
            case BALANCE -> throw new IllegalArgumentException("a balance is not added up");
        };
    }
}
