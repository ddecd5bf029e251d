package io.regulars.loyalty.model;

import io.regulars.loyalty.model.PlainPoints.PlainLot;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.programme.document.ExpiryPolicy;
import io.regulars.loyalty.programme.document.PendingPolicy;
import io.regulars.loyalty.programme.document.rule.EarningRule;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** One member to whom points are credited: when they start and end follows from what the member did and what was heard. */
class PlainCredit extends PlainMembership {

    private final List<PlainContact> heard;
    private final Map<String, Instant> signs = new TreeMap<>();

    /** @param heard of this customer, also before, in the order in which it was */
    PlainCredit(Instant enrolledAt, Instant now, Rulebook rules, List<PlainContact> heard) {
        super(enrolledAt, now, rules);
        this.heard = heard;
    }

    final void showed(String activity, Instant at) {
        signs.merge(activity, at, (one, other) -> one.isAfter(other) ? one : other);
    }

    /** When the member last did what. */
    final Map<String, Instant> signs() {
        return signs;
    }

    /** When points start of which it was heard before them what they wait for; or null. */
    final Instant heardOf(PlainLot lot) {
        for (PlainContact each : heard) {
            boolean first = each.name().equals(lot.terms.event()) && each.concerns(lot);
            if (first) return each.isInTime(lot) ? lot.terms.start(each.happened()) : null;
        }
        return null;
    }

    /** What starts and ends together is one lot, in the order of the awards. */
    final void credit(
            List<PlainAward> earned,
            UUID purchase,
            Instant earnedAt,
            String standing,
            boolean counts,
            ProgrammeVersion version) {
        Map<String, PlainLot> together = new LinkedHashMap<>();
        Map<PlainLot, String> wallet = new HashMap<>();
        for (PlainAward award : earned) {
            if (award.actual() == 0) continue;
            PlainLot lot = lot(award, purchase, earnedAt, standing, counts, version);
            PlainLot same = together.putIfAbsent(award.wallet() + lot.start + lot.end + lot.terms, lot);
            if (same != null) same.remaining += lot.remaining;
            else wallet.put(lot, award.wallet());
        }
        for (PlainLot lot : together.values())
            count(wallet.get(lot), wallet(wallet.get(lot)).earn(lot, clock()));
    }

    final PlainLot lot(
            PlainAward award,
            UUID purchase,
            Instant earnedAt,
            String standing,
            boolean counts,
            ProgrammeVersion version) {
        EarningRule rule = version.document().earning().rules().stream()
                .filter(each -> each.id().equals(award.rule()))
                .findFirst()
                .orElse(null);
        var wallet = version.wallet(award.wallet());
        PendingPolicy pending = rule == null || rule.pending() == null ? wallet.pending() : rule.pending();
        ExpiryPolicy expiry = wallet.expiry();
        if (version.document().tiers() != null) {
            for (var level : version.document().tiers().levels()) {
                if (level.id().equals(standing) && level.expiry() != null) expiry = level.expiry();
            }
        }
        if (rule != null && rule.expiry() != null) expiry = rule.expiry();
        Instant start = PlainPoints.start(pending, earnedAt, version);
        Instant givenUpAt =
                pending.givenUpAfter() == null ? null : pending.givenUpAfter().after(earnedAt, version.zone());
        PlainTerms terms = new PlainTerms(expiry, pending.event(), pending.cancellation(), givenUpAt, version);
        PlainLot lot = new PlainLot(purchase, counts, earnedAt, terms, award.actual());
        if (start == null) start = heardOf(lot);
        return start == null ? lot : lot.from(start, signs());
    }
}
