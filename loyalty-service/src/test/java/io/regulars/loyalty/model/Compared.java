package io.regulars.loyalty.model;

import io.regulars.events.TouchpointEvent.PurchaseRecorded;
import io.regulars.events.TouchpointEvent.TouchpointRecorded;
import io.regulars.loyalty.Club;
import io.regulars.loyalty.PaperStore;
import io.regulars.loyalty.assessment.Awarded;
import io.regulars.loyalty.earning.evaluation.Award;
import io.regulars.loyalty.membership.Memberships.Stored;
import io.regulars.loyalty.points.Lot;
import io.regulars.loyalty.points.Transfer;
import io.regulars.loyalty.points.Wallet;
import io.regulars.loyalty.points.life.Calendar;
import io.regulars.loyalty.points.life.Movement.Place;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.tier.Standing;
import io.regulars.loyalty.tier.standing.TierOutlook;
import io.regulars.loyalty.tier.standing.TierOutlookRules;
import io.regulars.loyalty.tier.standing.TierPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What the engine says of a member, in the words of the model. */
final class Compared {

    private Compared() {}

    static String difference(PaperStore store, PlainClub club, Rulebook rules, List<Command> told) {
        for (String who : RandomCommands.WHO) {
            UUID customer = Club.id(who);
            Stored member = store.member(customer);
            for (Command each : told) {
                UUID what = earns(customer, each);
                if (what == null) continue;
                List<PlainAward> ours = awards(store, what);
                List<PlainAward> theirs = club.awards(customer, what);
                if (!ours.equals(theirs)) return said(who, "awards for " + what, ours, theirs);
            }
            List<String> ours = member == null ? List.of() : state(store, member, rules);
            List<String> theirs = club.state(customer);
            if (!ours.equals(theirs)) return said(who, "state", ours, theirs);
            String broken = member == null ? null : unbalanced(store, customer);
            if (broken != null) return who + ": " + broken;
        }
        return null;
    }

    private static String said(String who, String what, List<?> engine, List<?> model) {
        return who + "'s " + what + "\n  engine:\n" + lines(engine) + "  model:\n" + lines(model);
    }

    private static String lines(List<?> all) {
        StringBuilder text = new StringBuilder();
        all.forEach(each -> text.append("    ").append(each).append('\n'));
        return text.toString();
    }

    private static UUID earns(UUID customer, Command told) {
        if (told.fact() instanceof PurchaseRecorded fact && customer.equals(fact.customerId()))
            return fact.purchaseId();
        if (told.fact() instanceof TouchpointRecorded fact && customer.equals(fact.customerId())) {
            return fact.touchpointId();
        }
        return null;
    }

    /** All that it is worth, with what was made good. */
    private static List<PlainAward> awards(PaperStore store, UUID what) {
        List<Award> earned = new ArrayList<>();
        store.judged(what).ifPresent(judged -> earned.addAll(judged.earned()));
        for (Awarded each : store.awarded()) if (what.equals(each.touchpointId())) earned.addAll(each.awards());
        return earned.stream()
                .map(each -> new PlainAward(each.line(), each.rule(), each.wallet(), each.desired(), each.actual()))
                .filter(each -> each.desired() != 0)
                .sorted()
                .toList();
    }

    private static List<String> state(PaperStore store, Stored member, Rulebook rules) {
        UUID customer = member.owner().customerId();
        List<String> state = new ArrayList<>();
        Map<String, Wallet> wallets = new TreeMap<>();
        store.wallets(customer).forEach(each -> wallets.put(each.id(), each));
        wallets.forEach((id, wallet) -> {
            if (wallet.active() + wallet.pending() + wallet.debt() == 0) return;
            state.add(id + ": active " + wallet.active() + ", pending " + wallet.pending() + ", debt " + wallet.debt());
            Map<String, Long> lots = new TreeMap<>();
            for (Lot lot : store.lots(customer)) {
                if (lot.remaining() == 0 || !lot.wallet().equals(id)) continue;
                String dates = lot.dated().startsAt() + " to " + lot.dated().expiresAt();
                lots.merge(id + " lot of " + dates, lot.remaining(), Long::sum);
            }
            lots.forEach((lot, remaining) -> state.add(lot + ": " + remaining));
        });
        Standing standing = member.standing();
        ProgrammeVersion version = rules.at(member.owner().programme(), standing.asOf());
        if (version.document().tiers() == null) return state;
        state.add("tier " + standing.tier() + " with " + standing.value() + ", held "
                + standing.ladder().standing().heldUntil());
        state.add(outlook(store, member, version));
        return state;
    }

    private static String outlook(PaperStore store, Stored member, ProgrammeVersion version) {
        UUID customer = member.owner().customerId();
        Calendar calendar = Calendar.of(version);
        long balance = store.wallets(customer).stream()
                .filter(each -> each.id().equals(version.tierWallet()))
                .mapToLong(Wallet::balance)
                .sum();
        TierOutlook outlook = new TierOutlookRules(
                        TierPlan.of(version),
                        calendar.dayOf(member.membership().enrolledAt()),
                        store.days(customer).values().stream()
                                .map(day -> day.counted())
                                .toList(),
                        balance)
                .on(
                        calendar.dayOf(member.standing().asOf()),
                        member.standing().ladder().standing());
        return outlook.next() == null ? "none above" : outlook.missing() + " to " + outlook.next();
    }

    /** All places together are 0, and a wallet is what its lots hold. */
    static String unbalanced(PaperStore store, UUID customer) {
        for (Wallet wallet : store.wallets(customer)) {
            Map<Place, Long> places = new TreeMap<>();
            for (Transfer each : store.transfers(customer)) {
                if (!each.wallet().equals(wallet.id())) continue;
                places.merge(each.way().to(), each.amount(), Long::sum);
                places.merge(each.way().from(), -each.amount(), Long::sum);
            }
            long lots = store.lots(customer).stream()
                    .filter(lot -> lot.wallet().equals(wallet.id()))
                    .mapToLong(Lot::remaining)
                    .sum();
            boolean zero = places.values().stream().mapToLong(Long::longValue).sum() == 0;
            boolean active = places.getOrDefault(Place.ACTIVE, 0L) == wallet.active();
            boolean pending = places.getOrDefault(Place.PENDING, 0L) == wallet.pending();
            boolean debt = -places.getOrDefault(Place.DEBT, 0L) == wallet.debt();
            if (!zero || !active || !pending || !debt) return "places " + places + " and " + wallet;
            if (lots != wallet.active() + wallet.pending()) return "lots hold " + lots + " and " + wallet;
            if (wallet.active() < 0 || wallet.pending() < 0 || wallet.debt() < 0) return "below zero: " + wallet;
        }
        return null;
    }
}
