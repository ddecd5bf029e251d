package io.regulars.loyalty.model;

import io.regulars.events.Refund;
import io.regulars.loyalty.model.PlainClub.Bought;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.programme.document.rule.EarningRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** One member: what was bought and brought back, and what was given for it. */
final class PlainMember extends PlainCredit {

    static final Comparator<Bought> IN_TIME =
            Comparator.comparing(Bought::judgedAt).thenComparing(Bought::id);

    private final PlainUses uses;
    private final Map<UUID, List<PlainAward>> awards = new HashMap<>();
    private final Map<UUID, ProgrammeVersion> judgedBy = new HashMap<>();
    private final Map<UUID, String> judgedIn = new HashMap<>();
    private final List<Bought> judged = new ArrayList<>();
    private final List<Bought> counted = new ArrayList<>();
    private long purchases;

    PlainMember(Instant enrolledAt, Instant now, Rulebook rules, Map<String, Long> budgets, List<PlainContact> heard) {
        super(enrolledAt, now, rules, heard);
        this.uses = new PlainUses(budgets);
    }

    boolean earnedWith(UUID purchase) {
        return awards.containsKey(purchase);
    }

    void buy(Bought bought) {
        Instant happened = bought.receipt().occurredAt();
        ProgrammeVersion version = at(bought.judgedAt());
        boolean graceOver = PlainLateness.isGraceOver(bought, version);
        wasThere(EarningRule.PURCHASE, bought.judgedAt());
        String standing = PlainLateness.isLate(bought) ? tierAt(happened) : tier().level();
        LocalDate day = PlainPoints.day(bought.judgedAt(), version);
        PlainThen then =
                PlainLateness.isLate(bought) && !graceOver ? before(bought) : new PlainThen(uses, visits(), purchases);
        List<PlainAward> earned =
                new PlainEarning(then.see(bought, standing, version), then.uses(), balances()).awards();
        if (then.uses() != uses) uses.takeOver(bought.id(), then.uses());
        awards.put(bought.id(), earned);
        judgedBy.put(bought.id(), version);
        judgedIn.put(bought.id(), standing);
        judged.add(bought);
        credit(earned, bought.id(), bought.judgedAt(), standing, !graceOver, version);
        wallets().forEach((wallet, points) -> count(wallet, points.reach(clock())));
        if (graceOver) return;
        tier().count(bought.id(), day, money(bought, version), 0);
        if (visits().add(day, bought.receipt().store(), bought.id())) tier().countVisits(day, 1);
        purchases++;
        counted.add(bought);
    }

    final Map<String, Long> balances() {
        Map<String, Long> balances = new HashMap<>();
        wallets().forEach((id, points) -> balances.put(id, points.active() + points.pending() - points.debt()));
        return balances;
    }

    /** What was right before that receipt: without all that happened since. */
    final PlainThen before(Bought moment) {
        Set<UUID> since = new HashSet<>();
        for (Bought each : judged) if (IN_TIME.compare(each, moment) >= 0) since.add(each.id());
        long fewer = counted.stream().filter(each -> since.contains(each.id())).count();
        return new PlainThen(uses.without(since), visits().without(since), purchases - fewer);
    }

    /** A receipt came late: what it makes others worth more is made good. */
    void makeGood(Bought late, Function<Bought, List<Back>> back) {
        boolean makes = PlainLateness.isLate(late) && counted.contains(late);
        if (makes) new PlainMakingGood(this, late, back).makeGood();
    }

    /** Whoever is there does not lose what ends with inactivity. */
    private void wasThere(String activity, Instant at) {
        showed(activity, at);
        wallets().values().forEach(points -> points.putOff(activity, at));
    }

    /** Something else than buying: it keeps points from ending, starts what waited for it, and sets off rules. */
    void does(PlainContact contact) {
        boolean counts = counts(contact.happened());
        if (counts) wasThere(contact.name(), contact.happened());
        wallets().values().forEach(points -> points.hear(contact, signs()));
        reach(clock());
        ProgrammeVersion version = at(contact.happened());
        if (!counts || !PlainContact.triggers(version).contains(contact.name())) return;
        Instant happened = contact.fact().occurredAt();
        String standing = PlainLateness.isLate(happened, contact.recordedAt()) ? tierAt(happened) : tier().level();
        boolean graceOver = PlainLateness.isGraceOver(happened, contact.recordedAt(), version);
        List<PlainAward> earned = new PlainEarning(contact.seen(version, standing), uses, balances()).awards();
        awards.put(contact.fact().touchpointId(), earned);
        credit(earned, null, contact.happened(), standing, !graceOver, version);
        wallets().forEach((wallet, points) -> count(wallet, points.reach(clock())));
    }

    private static long money(Bought bought, ProgrammeVersion version) {
        return version.accepts(bought.receipt().currency()) ? bought.receipt().total() : 0;
    }

    /** Goods that came back, and when that was known. */
    record Back(Refund refund, Instant recordedAt) {

        LocalDate day(ProgrammeVersion version) {
            return PlainPoints.day(PlainClub.earlier(refund.occurredAt(), recordedAt), version);
        }

        long money(ProgrammeVersion version) {
            return version.accepts(refund.currency()) ? refund.total() : 0;
        }
    }

    /** @param before goods of the same purchase that came back and counted earlier */
    void bringBack(Bought bought, List<Back> before, Back back) {
        ProgrammeVersion version = judgedBy.get(bought.id());
        List<Back> all = new ArrayList<>(before);
        all.add(back);
        long less = takeBack(bought, due(bought, before, version), due(bought, all, version), version);
        if (PlainLateness.isGraceOver(bought, version)
                || isOver(bought.receipt().occurredAt())) return;
        Map<LocalDate, Long> stood = tier().standing(bought.id());
        tier().count(bought.id(), back.day(version), -back.money(version), -less);
        undo(bought, back.money(version), 0, stood, tier().standing(bought.id()));
    }

    /** What the tier was reached with, it may not have been reached with. */
    private void undo(Bought bought, long money, long visits, Map<LocalDate, Long> stood, Map<LocalDate, Long> stands) {
        LocalDate day = PlainPoints.day(bought.judgedAt(), judgedBy.get(bought.id()));
        tier().undo(day, money, 0, visits, at(clock()));
        stood.forEach((on, points) -> tier().undo(on, 0, points - stands.getOrDefault(on, 0L), 0, at(clock())));
    }

    /** A whole receipt is undone: all that still stands of it goes back, and it counts as if it had never been. */
    void undo(Bought bought, List<Back> before) {
        ProgrammeVersion version = judgedBy.get(bought.id());
        Map<String, Long> all = new TreeMap<>();
        for (PlainAward award : awards.get(bought.id())) all.merge(award.wallet(), award.actual(), Long::sum);
        takeBack(bought, due(bought, before, version), all, version);
        if (PlainLateness.isGraceOver(bought, version)) return;
        LocalDate day = PlainPoints.day(bought.judgedAt(), version);
        long money = money(bought, version);
        for (Back back : before) money -= back.money(version);
        boolean visit = visits().remove(day, bought.receipt().store(), bought.id());
        counted.remove(bought);
        purchases--;
        if (isOver(bought.receipt().occurredAt())) return;
        if (visit) tier().countVisits(day, -1);
        Map<LocalDate, Long> stood = tier().standing(bought.id());
        tier().forget(bought.id());
        undo(bought, money, visit ? 1 : 0, stood, Map.of());
    }

    private Map<String, Long> due(Bought bought, List<Back> back, ProgrammeVersion version) {
        return due(bought, awards.get(bought.id()), back, version);
    }

    static Map<String, Long> due(Bought bought, List<PlainAward> awards, List<Back> back, ProgrammeVersion version) {
        if (back.isEmpty()) return Map.of();
        return PlainRefund.of(bought.receipt(), back.stream().map(Back::refund).toList())
                .due(awards, version.document().refunds().takenFrom());
    }

    /** Says how many of what counts for the tier were not pending any more. */
    private long takeBack(Bought bought, Map<String, Long> before, Map<String, Long> now, ProgrammeVersion version) {
        long less = 0;
        for (var due : now.entrySet()) {
            long points = due.getValue() - before.getOrDefault(due.getKey(), 0L);
            long taken = wallet(due.getKey())
                    .takeBack(bought.id(), points, version.document().refunds().whenSpent());
            if (due.getKey().equals(version.tierWallet())) less += taken;
        }
        return less;
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
        tier().count(null, PlainPoints.day(judgedAt, version), -money, -lessForTier);
    }

    /** Receipts that count, in the order in which they happened. */
    List<Bought> receipts() {
        return counted.stream().sorted(IN_TIME).toList();
    }

    /** With those that count no longer or never did. */
    List<Bought> all() {
        return judged.stream().sorted(IN_TIME).toList();
    }

    ProgrammeVersion judgedBy(Bought bought) {
        return judgedBy.get(bought.id());
    }

    String judgedIn(Bought bought) {
        return judgedIn.get(bought.id());
    }

    List<PlainAward> earnedBy(Bought bought) {
        return awards.get(bought.id());
    }

    void earnsMore(Bought bought, List<PlainAward> more) {
        List<PlainAward> all = new ArrayList<>(awards.get(bought.id()));
        all.addAll(more);
        awards.put(bought.id(), all);
    }

    PlainUses uses() {
        return uses;
    }

    List<PlainAward> awards(UUID purchase) {
        return awards.getOrDefault(purchase, List.of()).stream().sorted().toList();
    }
}
