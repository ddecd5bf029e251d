package io.regulars.loyalty.model;

import io.regulars.loyalty.model.PlainClub.Bought;
import io.regulars.loyalty.programme.Level;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.TierPolicy;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The way through the tiers from the tier of then on, with a late receipt and without it. */
final class PlainHindsight {

    private final PlainMember member;
    private final Bought late;
    private PlainTier with;
    private PlainTier without;

    PlainHindsight(PlainMember member, Bought late) {
        this.member = member;
        this.late = late;
        ProgrammeVersion version = member.judgedBy(late);
        String known = member.judgedIn(late);
        if (known == null || member.tier().level() == null || !isReckoned(version)) return;
        this.with = member.tier().inThought(known, version);
        this.without = member.tier().inThought(known, version);
        goOn(late, false);
    }

    /** What the balance was is not kept. */
    private static boolean isReckoned(ProgrammeVersion version) {
        TierPolicy tiers = version.document().tiers();
        return tiers != null && tiers.basis() != TierPolicy.Basis.BALANCE;
    }

    /** The tier by which it would have been judged; one it was not lifted to by the late receipt is left as it was. */
    String tierOf(Bought bought) {
        String announced = member.judgedIn(bought);
        ProgrammeVersion version = member.judgedBy(bought);
        if (with == null || announced == null || !isReckoned(version)) return announced;
        List<Level> levels = version.levels();
        goOn(bought, true);
        String lifted = with.level();
        int rank = PlainTier.rank(lifted, levels);
        boolean higher = rank > PlainTier.rank(without.level(), levels) && rank > PlainTier.rank(announced, levels);
        goOn(bought, false);
        return higher ? lifted : announced;
    }

    /** To right before it, or right after it. */
    private void goOn(Bought moment, boolean before) {
        ProgrammeVersion version = member.judgedBy(moment);
        LocalDate day = day(moment);
        Set<UUID> toCome = new HashSet<>();
        for (Bought each : member.receipts()) {
            int order = PlainMember.IN_TIME.compare(each, moment);
            if (day(each).equals(day) && (order > 0 || before && order == 0)) toCome.add(each.id());
        }
        with.think(day, member.tier().valueThen(day, toCome, null, member.visits(), version), version);
        toCome.add(late.id());
        without.think(day, member.tier().valueThen(day, toCome, late.id(), member.visits(), version), version);
    }

    private LocalDate day(Bought bought) {
        return PlainPoints.day(bought.judgedAt(), member.judgedBy(bought));
    }
}
