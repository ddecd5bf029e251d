package io.regulars.loyalty.adjustment;

import io.regulars.loyalty.adjustment.Adjustment.Decision;
import io.regulars.loyalty.adjustment.Adjustment.Kind;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.Programmes;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.platform.database.Tx;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.journal.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Somebody gives or takes points: at once, or once a second person has approved it where they are many. */
@ApplicationScoped
public class AskAdjustment {

    private final Programmes programmes;
    private final OpenMembers openMembers;
    private final Adjustments adjustments;
    private final PostAdjustment posting;
    private final long limit;

    /** @param limit points that one person may move alone, up or down */
    AskAdjustment(
            Programmes programmes,
            OpenMembers openMembers,
            Adjustments adjustments,
            PostAdjustment posting,
            @ConfigProperty(name = "regulars.adjustment-limit") long limit) {
        this.programmes = programmes;
        this.openMembers = openMembers;
        this.adjustments = adjustments;
        this.posting = posting;
        this.limit = limit;
    }

    /** @param programme null for the only one; @param wallet null for the first */
    record Wish(String programme, String wallet, long points, Kind kind, String reason, Instant expiresAt) {}

    ShownAdjustment ask(Tx tx, UUID customerId, Wish wish, String askedBy, Cause cause) {
        Rulebook rules = programmes.judging(tx);
        OpenMember open = openMembers.one(tx, customerId, wish.programme(), rules, cause);
        Instant now = cause.recordedAt();
        ProgrammeVersion version = open.version(now);
        String wallet = wish.wallet() == null ? version.firstWallet() : wish.wallet();
        AdjustmentRules.wallet(wallet, version).ifPresent(why -> {
            throw Refusal.invalid("/wallet", why);
        });
        Adjustment adjustment = new Adjustment(
                cause.eventId(),
                open.member().owner(),
                wallet,
                wish.kind(),
                wish.points(),
                wish.reason(),
                null,
                wish.expiresAt(),
                null,
                AdjustmentRules.needsSecondPerson(wish.points(), limit),
                askedBy,
                now);
        adjustments.ask(tx, List.of(adjustment));
        if (adjustment.secondPerson()) return ShownAdjustment.of(adjustment, null, null);
        return posting.post(tx, open, adjustment, new Decision(true, null, askedBy, now), cause);
    }
}
