package io.regulars.loyalty.adjustment.lasting;

import io.regulars.loyalty.adjustment.OpenMember;
import io.regulars.loyalty.adjustment.OpenMembers;
import io.regulars.loyalty.adjustment.lasting.LotChange.Kind;
import io.regulars.loyalty.adjustment.lasting.LotChange.Shown;
import io.regulars.loyalty.adjustment.lasting.LotChange.Wish;
import io.regulars.loyalty.adjustment.lasting.LotChanges.Known;
import io.regulars.loyalty.points.Life;
import io.regulars.loyalty.points.life.Movement;
import io.regulars.loyalty.programme.Programmes;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.platform.database.Tx;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.journal.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** All that expired of a lot is there again, once: in a new lot, so that the old one stays as it ended. */
@ApplicationScoped
public class ReinstatePoints {

    private final Programmes programmes;
    private final OpenMembers openMembers;
    private final LotChanges changes;

    ReinstatePoints(Programmes programmes, OpenMembers openMembers, LotChanges changes) {
        this.programmes = programmes;
        this.openMembers = openMembers;
        this.changes = changes;
    }

    Shown reinstate(Tx tx, UUID customerId, long number, Wish wish, String askedBy, Cause cause) {
        Rulebook rules = programmes.judging(tx);
        OpenMember open = openMembers.one(tx, customerId, wish.programme(), rules, cause);
        Known lot = changes.lot(tx, open.member().owner(), number)
                .orElseThrow(() -> Refusal.of(Code.NOT_FOUND, "This member has no such lot."));
        if (lot.reinstated()) throw Refusal.of(Code.CONFLICT, "What expired of this lot was reinstated before.");
        long expired = lot.expired() + expiredJustNow(open, number);
        if (expired == 0) throw Refusal.of(Code.CONFLICT, "Nothing of this lot has expired.");
        LotChange change = new LotChange(
                cause.eventId(),
                open.member().owner(),
                number,
                Kind.REINSTATED,
                lot.expiresAt(),
                wish.expiresAt(),
                expired,
                wish.reason(),
                askedBy,
                cause.recordedAt());
        long before = open.member().passbook().number();
        open.reinstate(lot.wallet(), expired, new Life(lot.earnedAt(), wish.expiresAt()), cause);
        open.settle(cause);
        openMembers.close(tx, List.of(open), cause.recordedAt());
        changes.add(tx, change);
        return change.shown(before + 1, open.member().passbook().shown(lot.wallet()));
    }

    /** Its end was reached, and nobody had posted that. */
    private static long expiredJustNow(OpenMember open, long number) {
        return open.member().passbook().transfers().stream()
                .filter(each -> each.way() == Movement.EXPIRED && each.lot() == number)
                .mapToLong(each -> each.amount())
                .sum();
    }
}
