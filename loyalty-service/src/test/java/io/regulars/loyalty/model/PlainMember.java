package io.regulars.loyalty.model;

import io.regulars.events.Refund;
import io.regulars.loyalty.model.PlainClub.Bought;
import io.regulars.loyalty.model.PlainPoints.PlainLot;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.programme.document.ExpiryPolicy;
import io.regulars.loyalty.programme.document.PendingPolicy;
import io.regulars.loyalty.programme.document.rule.EarningRule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** One member: what was bought and brought back, and what was given for it. */
final class PlainMember extends PlainMembership {

    private final PlainUses uses;
    private final Map<UUID, List<PlainAward>> awards = new HashMap<>();
    private final Map<UUID, ProgrammeVersion> judgedBy = new HashMap<>();
    private long purchases;

    PlainMember(Instant enrolledAt, Instant now, Rulebook rules, Map<String, Long> budgets) {
        super(enrolledAt, now, rules);
        this.uses = new PlainUses(budgets);
    }

    boolean earnedWith(UUID purchase) {
        return awards.containsKey(purchase);
    }

    void buy(Bought bought) {
        Instant happened = bought.receipt().occurredAt();
        ProgrammeVersion version = at(bought.judgedAt());
        Duration late = Duration.between(happened, bought.recordedAt());
        boolean graceOver = late.compareTo(Duration.ofDays(1)) > 0
                && bought.recordedAt()
                        .isAfter(happened.atZone(version.zone())
                                .plus(version.document().earning().lateGrace())
                                .toInstant());
        String standing = late.compareTo(Duration.ofDays(1)) > 0 ? tierAt(happened) : tier().level();
        LocalDate day = PlainPoints.day(bought.judgedAt(), version);
        Map<String, Long> balances = new HashMap<>();
        wallets().forEach((id, points) -> balances.put(id, points.active() + points.pending() - points.debt()));
        PlainReceipt receipt = new PlainReceipt(
                version,
                bought.receipt(),
                bought.judgedAt(),
                standing,
                tier().visited(day, bought.receipt().store()),
                purchases,
                tier().visits());
        List<PlainAward> earned = new PlainEarning(receipt, uses, balances).awards();
        awards.put(bought.id(), earned);
        judgedBy.put(bought.id(), version);
        credit(earned, bought.id(), bought.judgedAt(), standing, !graceOver, version);
        wallets().forEach((wallet, points) -> count(wallet, points.reach(clock())));
        if (graceOver) return;
        tier().count(
                        day,
                        version.accepts(bought.receipt().currency())
                                ? bought.receipt().total()
                                : 0,
                        0);
        tier().visit(day, bought.receipt().store());
        purchases++;
    }

    /** What starts and ends together is one lot, in the order of the awards. */
    private void credit(
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
            PlainLot same = together.putIfAbsent(award.wallet() + lot.start + lot.end, lot);
            if (same != null) same.remaining += lot.remaining;
            else wallet.put(lot, award.wallet());
        }
        for (PlainLot lot : together.values())
            count(wallet.get(lot), wallet(wallet.get(lot)).earn(lot, clock()));
    }

    private static PlainLot lot(
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
        Instant end = PlainPoints.end(expiry, start, version);
        return new PlainLot(purchase, counts, earnedAt, start, end, award.actual());
    }

    /** @param before goods of the same purchase that came back and counted earlier */
    void bringBack(Bought bought, List<Refund> before, Refund refund, Instant recordedAt) {
        ProgrammeVersion version = judgedBy.get(bought.id());
        List<Refund> all = new ArrayList<>(before);
        all.add(refund);
        PlainRefund then = PlainRefund.of(bought.receipt(), before);
        PlainRefund now = PlainRefund.of(bought.receipt(), all);
        var policy = version.document().refunds();
        Map<String, Long> earlier = then.due(awards.get(bought.id()), policy.takenFrom());
        long lessForTier = 0;
        for (var due : now.due(awards.get(bought.id()), policy.takenFrom()).entrySet()) {
            long points = due.getValue() - earlier.getOrDefault(due.getKey(), 0L);
            long taken = wallet(due.getKey()).takeBack(bought.id(), points, policy.whenSpent());
            if (due.getKey().equals(version.tierWallet())) lessForTier += taken;
        }
        Instant happened = bought.receipt().occurredAt();
        Instant grace = happened.atZone(version.zone())
                .plus(version.document().earning().lateGrace())
                .toInstant();
        boolean graceOver = bought.recordedAt().isAfter(happened.plus(Duration.ofDays(1)))
                && bought.recordedAt().isAfter(grace);
        if (graceOver || isOver(happened)) return;
        long money = version.accepts(refund.currency()) ? refund.total() : 0;
        tier().bringBack(
                        PlainPoints.day(bought.judgedAt(), version),
                        PlainPoints.day(PlainClub.earlier(refund.occurredAt(), recordedAt), version),
                        money,
                        lessForTier,
                        clockVersion());
    }

    private ProgrammeVersion clockVersion() {
        return at(clock());
    }

    /** Nobody knows the purchase: today's base rules say what it may have earned. */
    void bringBack(Refund refund, Instant recordedAt) {
        Instant judgedAt = PlainClub.earlier(refund.occurredAt(), recordedAt);
        ProgrammeVersion version = at(judgedAt);
        Map<String, Long> due = new TreeMap<>();
        for (PlainAward award : PlainGifts.ofGoods(refund, version)) {
            due.merge(award.wallet(), award.desired(), Long::sum);
        }
        long lessForTier = 0;
        for (var each : due.entrySet()) {
            long taken = wallet(each.getKey())
                    .takeBack(
                            null, each.getValue(), version.document().refunds().whenSpent());
            if (each.getKey().equals(version.tierWallet())) lessForTier += taken;
        }
        long money = version.accepts(refund.currency()) ? refund.total() : 0;
        tier().count(PlainPoints.day(judgedAt, version), -money, -lessForTier);
    }

    List<PlainAward> awards(UUID purchase) {
        return awards.getOrDefault(purchase, List.of()).stream().sorted().toList();
    }
}
