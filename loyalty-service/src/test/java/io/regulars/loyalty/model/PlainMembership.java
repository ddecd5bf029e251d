package io.regulars.loyalty.model;

import io.regulars.loyalty.model.PlainPoints.PlainLot;
import io.regulars.loyalty.model.PlainPoints.Started;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.programme.document.MembershipPolicy.CountsFrom;
import io.regulars.loyalty.programme.document.MembershipPolicy.Leaving;
import io.regulars.loyalty.programme.document.TierPolicy;
import io.regulars.loyalty.programme.document.TierPolicy.Basis;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One member as time passes: joining and leaving, what points there are, which tier. */
class PlainMembership {

    private record Moved(Instant at, String tier) {}

    private final Rulebook rules;
    private final String programme;
    private final Map<String, PlainPoints> wallets = new TreeMap<>();
    private final List<Moved> moves = new ArrayList<>();
    private Instant enrolledAt;
    private Instant countsFrom;
    private Instant left;
    private PlainTier tier;
    private final PlainVisits visits = new PlainVisits();
    private Instant clock;

    PlainMembership(Instant enrolledAt, Instant now, Rulebook rules) {
        this.enrolledAt = enrolledAt;
        this.rules = rules;
        this.programme = rules.first();
        ProgrammeVersion version = at(enrolledAt);
        LocalDate day = PlainPoints.day(enrolledAt, version);
        boolean dayCounts = version.document().membership().countsFrom() == CountsFrom.START_OF_BUSINESS_DAY;
        this.countsFrom = dayCounts ? PlainPoints.midnight(day, version) : enrolledAt;
        this.tier = new PlainTier(enrolledAt);
        this.clock = now;
        settle();
        moves.set(0, new Moved(enrolledAt, tier.level()));
    }

    final ProgrammeVersion at(Instant then) {
        return rules.at(programme, then);
    }

    boolean counts(Instant then) {
        return !then.isBefore(countsFrom) && (left == null || then.isBefore(left));
    }

    /** It happened in a membership that is over: whoever came back began anew. */
    final boolean isOver(Instant happened) {
        return happened.isBefore(countsFrom) && happened.isBefore(enrolledAt);
    }

    boolean hasLeft() {
        return left != null;
    }

    /** Points are kept, frozen or given up, as the programme says. */
    void leave(Instant at) {
        reach(at);
        settle();
        if (at(at).document().membership().onLeaving() == Leaving.FORFEITED) {
            wallets.values().forEach(PlainPoints::giveUp);
        }
        left = at;
        settle();
    }

    boolean mayComeBack(Instant at) {
        return left != null && !at.isBefore(left);
    }

    /** A tier that is given back is the one the member left with, if it would still be held; else the lowest. */
    void comeBack(Instant since, Instant now) {
        reach(now);
        String leftWith = tierAt(left);
        left = null;
        countsFrom = since;
        ProgrammeVersion version = at(since);
        if (!version.document().membership().rejoiningRestoresTier()) {
            enrolledAt = since;
            tier = new PlainTier(since);
            visits.forgetDays();
            settle();
            if (tier.level() == null) moves.add(new Moved(clock, null));
            return;
        }
        settle();
        if (!tier.isBelow(leftWith, version)) return;
        tier.fall(PlainPoints.day(clock, at(clock)), at(clock));
        settle();
    }

    /**
     * Time passes: what starts or ends by then does. A tier that follows what is at hand is looked at whenever something
     * starts or ends, as if each night had: first by what was there until points end, then by what is left.
     */
    void reach(Instant now) {
        if (followsBalance()) {
            for (Instant moment : wallet(at(now).tierWallet()).moments(now)) {
                wallets.forEach((wallet, points) -> count(wallet, points.startUntil(moment)));
                settle(moment);
                wallets.forEach((wallet, points) -> count(wallet, points.reach(moment)));
                settle(moment);
            }
        }
        if (now.isAfter(clock)) clock = now;
        wallets.forEach((wallet, points) -> count(wallet, points.reach(clock)));
        tier.enter(PlainPoints.day(clock, at(clock)), at(clock));
    }

    private void settle(Instant moment) {
        if (moment.isAfter(clock)) clock = moment;
        settle();
    }

    private boolean followsBalance() {
        TierPolicy tiers = at(clock).document().tiers();
        return tiers != null && tiers.basis() == Basis.BALANCE;
    }

    final void count(String wallet, List<Started> started) {
        for (Started each : started) {
            ProgrammeVersion version = at(each.at());
            if (!wallet.equals(version.tierWallet())) continue;
            tier.count(each.purchase(), PlainPoints.day(each.at(), version), 0, each.points());
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

    final String tierAt(Instant then) {
        String found = null;
        for (Moved move : moves) if (!move.at().isAfter(then)) found = move.tier();
        return found == null ? tier.level() : found;
    }

    private long balance(String wallet) {
        PlainPoints points = wallet(wallet);
        return points.active() - points.debt();
    }

    final PlainPoints wallet(String id) {
        return wallets.computeIfAbsent(id, missing -> new PlainPoints());
    }

    final Map<String, PlainPoints> wallets() {
        return wallets;
    }

    final PlainVisits visits() {
        return visits;
    }

    final PlainTier tier() {
        return tier;
    }

    final Instant clock() {
        return clock;
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
