package io.regulars.loyalty.adjustment.lasting;

import io.regulars.loyalty.adjustment.OpenMember;
import io.regulars.loyalty.adjustment.OpenMembers;
import io.regulars.loyalty.adjustment.lasting.LotChange.Kind;
import io.regulars.loyalty.adjustment.lasting.LotChange.Shown;
import io.regulars.loyalty.adjustment.lasting.LotChange.Wish;
import io.regulars.loyalty.adjustment.lasting.LotChanges.Known;
import io.regulars.loyalty.points.Lot;
import io.regulars.loyalty.points.life.DatedLot.State;
import io.regulars.loyalty.programme.Programmes;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.platform.database.Tx;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.journal.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Points that are still there last longer. */
@ApplicationScoped
public class ExtendLot {

    private final Programmes programmes;
    private final OpenMembers openMembers;
    private final LotChanges changes;

    ExtendLot(Programmes programmes, OpenMembers openMembers, LotChanges changes) {
        this.programmes = programmes;
        this.openMembers = openMembers;
        this.changes = changes;
    }

    Shown extend(Tx tx, UUID customerId, long number, Wish wish, String askedBy, Cause cause) {
        Rulebook rules = programmes.judging(tx);
        OpenMember open = openMembers.one(tx, customerId, wish.programme(), rules, cause);
        Lot lot = lot(tx, open, number);
        Instant ended = lot.dated().expiresAt();
        if (ended == null) throw Refusal.of(Code.CONFLICT, "These points have no end that could be put off.");
        if (!wish.expiresAt().isAfter(ended)) {
            throw Refusal.invalid("/expiresAt", "An end is only put off: these points last to " + ended + " anyway.");
        }
        LotChange change = new LotChange(
                cause.eventId(),
                open.member().owner(),
                number,
                Kind.EXTENDED,
                ended,
                wish.expiresAt(),
                lot.remaining(),
                wish.reason(),
                askedBy,
                cause.recordedAt());
        open.extend(lot, wish.expiresAt());
        open.settle(cause);
        openMembers.close(tx, List.of(open), cause.recordedAt());
        changes.add(tx, change);
        return change.shown(null, open.member().passbook().shown(lot.wallet()));
    }

    private Lot lot(Tx tx, OpenMember open, long number) {
        Lot lot = open.member().passbook().lot(number).orElse(null);
        if (lot != null && lot.remaining() > 0) return lot;
        Known known = changes.lot(tx, open.member().owner(), number)
                .orElseThrow(() -> Refusal.of(Code.NOT_FOUND, "This member has no such lot."));
        boolean expired = known.expired() > 0 || lot != null && lot.dated().posted() == State.EXPIRED;
        throw Refusal.of(
                Code.CONFLICT,
                expired
                        ? "These points are gone since " + known.expiresAt() + "; they can be reinstated."
                        : "Nothing is left of this lot that could last longer.");
    }
}
