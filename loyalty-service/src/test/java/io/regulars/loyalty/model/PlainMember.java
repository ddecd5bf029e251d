package io.regulars.loyalty.model;

import io.regulars.events.Refund;
import io.regulars.loyalty.model.PlainClub.Bought;
import io.regulars.loyalty.model.PlainPoints.PlainLot;
import io.regulars.loyalty.model.PlainPoints.Started;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.programme.document.ExpiryPolicy;
import io.regulars.loyalty.programme.document.MembershipPolicy.CountsFrom;
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

/** One member: points, tier, and what was given so far. */
final class PlainMember {

    private record Moved(Instant at, String tier) {}

    private final Rulebook rules;
    private final String programme;
    private final PlainUses uses;
    private final Map<String, PlainPoints> wallets = new TreeMap<>();
    private final Map<UUID, List<PlainAward>> awards = new HashMap<>();
    private final Map<UUID, ProgrammeVersion> judgedBy = new HashMap<>();
    private final List<Moved> moves = new ArrayList<>();
    private final Instant countsFrom;
    private final PlainTier tier;
    private Instant clock;
    private long purchases;

    PlainMember(Instant enrolledAt, Instant now, Rulebook rules, Map<String, Long> budgets) {
        this.rules = rules;
        this.programme = rules.first();
        this.uses = new PlainUses(budgets);
        ProgrammeVersion version = at(enrolledAt);
        LocalDate day = PlainPoints.day(enrolledAt, version);
        boolean dayCounts = version.document().membership().countsFrom() == CountsFrom.START_OF_BUSINESS_DAY;
        this.countsFrom = dayCounts ? PlainPoints.midnight(day, version) : enrolledAt;
        this.tier = new PlainTier(enrolledAt);
        this.clock = now;
        settle();
        moves.set(0, new Moved(enrolledAt, tier.level()));
    }

    private ProgrammeVersion at(Instant then) {
        return rules.at(programme, then);
    }

    boolean counts(Instant then) {
        return !then.isBefore(countsFrom);
    }

    /** Time passes: what starts or ends by then does. */
    void reach(Instant now) {
        if (now.isAfter(clock)) clock = now;
        wallets.forEach((wallet, points) -> count(wallet, points.reach(clock)));
    }

    private void count(String wallet, List<Started> started) {
        for (Started each : started) {
            ProgrammeVersion version = at(each.at());
            if (!wallet.equals(version.tierWallet())) continue;
            tier.count(PlainPoints.day(each.at(), version), 0, each.points());
        }
    }

    void settle() {
        ProgrammeVersion version = at(clock);
        String before = tier.level();
        tier.settle(PlainPoints.day(clock, version), balance(version.tierWallet()), version);
        if (moves.isEmpty()
                || before != null && !before.equals(tier.level())
                || before == null && tier.level() != null) {
            moves.add(new Moved(clock, tier.level()));
        }
    }

    private String tierAt(Instant then) {
        String found = null;
        for (Moved move : moves) if (!move.at().isAfter(then)) found = move.tier();
        return moves.get(0).at().isAfter(then) ? tier.level() : found;
    }

    private long balance(String wallet) {
        PlainPoints points = wallet(wallet);
        return points.active() - points.debt();
    }

    private PlainPoints wallet(String id) {
        return wallets.computeIfAbsent(id, missing -> new PlainPoints());
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
        String standing = late.compareTo(Duration.ofDays(1)) > 0 ? tierAt(happened) : tier.level();
        LocalDate day = PlainPoints.day(bought.judgedAt(), version);
        Map<String, Long> balances = new HashMap<>();
        wallets.forEach((id, points) -> balances.put(id, points.active() + points.pending() - points.debt()));
        PlainReceipt receipt = new PlainReceipt(
                version,
                bought.receipt(),
                bought.judgedAt(),
                standing,
                tier.visited(day, bought.receipt().store()),
                purchases,
                tier.visits());
        List<PlainAward> earned = new PlainEarning(receipt, uses, balances).awards();
        awards.put(bought.id(), earned);
        judgedBy.put(bought.id(), version);
        credit(earned, bought.id(), bought.judgedAt(), standing, !graceOver, version);
        reach(clock);
        if (graceOver) return;
        tier.count(
                day,
                version.accepts(bought.receipt().currency()) ? bought.receipt().total() : 0,
                0);
        tier.visit(day, bought.receipt().store());
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
            count(wallet.get(lot), wallet(wallet.get(lot)).earn(lot, clock));
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
        if (graceOver) return;
        long money = version.accepts(refund.currency()) ? refund.total() : 0;
        tier.bringBack(
                PlainPoints.day(bought.judgedAt(), version),
                PlainPoints.day(PlainClub.earlier(refund.occurredAt(), recordedAt), version),
                money,
                lessForTier,
                clockVersion());
    }

    private ProgrammeVersion clockVersion() {
        return at(clock);
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
        tier.count(PlainPoints.day(judgedAt, version), -money, -lessForTier);
    }

    List<PlainAward> awards(UUID purchase) {
        return awards.getOrDefault(purchase, List.of()).stream().sorted().toList();
    }

    /** All that can be seen of the member. */
    List<String> state() {
        ProgrammeVersion version = at(clock);
        List<String> state = new ArrayList<>();
        wallets.forEach((id, points) -> {
            if (points.active() + points.pending() + points.debt() == 0) return;
            state.add(id + ": active " + points.active() + ", pending " + points.pending() + ", debt " + points.debt());
            Map<String, Long> lots = new TreeMap<>();
            for (PlainLot lot : points.open()) {
                lots.merge(id + " lot of " + lot.start + " to " + lot.end, lot.remaining, Long::sum);
            }
            lots.forEach((lot, remaining) -> state.add(lot + ": " + remaining));
        });
        if (version.document().tiers() == null) return state;
        LocalDate today = PlainPoints.day(clock, version);
        long balance = balance(version.tierWallet());
        state.add(
                "tier " + tier.level() + " with " + tier.value(today, balance, version) + ", held " + tier.heldUntil());
        state.add(tier.outlook(today, balance, version));
        return state;
    }
}
