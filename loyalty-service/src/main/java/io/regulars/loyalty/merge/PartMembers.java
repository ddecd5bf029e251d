package io.regulars.loyalty.merge;

import io.regulars.events.MembershipEvent.MembershipParted;
import io.regulars.events.MembershipEvent.Points;
import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.membership.Members;
import io.regulars.loyalty.membership.Memberships;
import io.regulars.loyalty.membership.Owner;
import io.regulars.loyalty.merge.JoinedLives.Join;
import io.regulars.loyalty.points.Passbook;
import io.regulars.loyalty.points.PointsLedger;
import io.regulars.loyalty.points.Wallet;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.platform.database.Tx;
import io.regulars.platform.journal.Cause;
import io.regulars.platform.journal.Facts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Memberships that were joined go on apart: points, days and tiers go with the receipts they are of. */
@ApplicationScoped
public class PartMembers {

    private final Memberships memberships;
    private final Members members;
    private final PointsLedger points;
    private final JoinedLives lives;
    private final PartReceipts receipts;

    PartMembers(
            Memberships memberships, Members members, PointsLedger points, JoinedLives lives, PartReceipts receipts) {
        this.memberships = memberships;
        this.members = members;
        this.points = points;
        this.lives = lives;
        this.receipts = receipts;
    }

    void part(Tx tx, Parting parting, Rulebook rules, Facts facts, Cause cause) {
        Pair pair = parting.pair();
        Map<String, Member> held = open(tx, parting.root(), rules);
        for (Member member : held.values()) {
            member.reach(pair.at(), cause, rules).forEach(told -> facts.say(told, cause));
            member.settle(pair.at()).ifPresent(told -> facts.say(told, cause));
        }
        members.store(tx, List.copyOf(held.values()));
        List<Join> joins = lives.joins(tx, pair.mergeId()).stream()
                .filter(join -> held.containsKey(join.programme()))
                .toList();
        Set<String> others = lives.joinedBeside(tx, parting);
        Set<String> wholes = joins.stream()
                .filter(join -> isWhole(join, parting) && !others.contains(join.programme()))
                .map(Join::programme)
                .collect(Collectors.toSet());
        PartReceipts.Parts parts = receipts.of(tx, parting, joins, held.keySet(), wholes);
        for (Join join : joins) {
            if (wholes.contains(join.programme())) giveBack(tx, parting, join, rules);
            else lives.wake(tx, new Owner(parting.restored(), join.programme()), parting.root());
        }
        divide(tx, parting, joins, wholes, parts, rules, facts, cause);
        receipts.part(tx, parting, parts);
        lives.parted(tx, pair.mergeId(), pair.at());
        tell(tx, parting, joins, rules, facts, cause);
    }

    private Map<String, Member> open(Tx tx, UUID customerId, Rulebook rules) {
        Map<String, Member> open = new HashMap<>();
        for (Member each : members.open(tx, List.of(customerId), new NeededToJoin(rules, List.of()))) {
            open.put(each.membership().programme(), each);
        }
        return open;
    }

    /** The restored one alone had joined this programme: all of the membership is its own. */
    private static boolean isWhole(Join join, Parting parting) {
        return !join.summed() && join.into().equals(parting.root());
    }

    private void giveBack(Tx tx, Parting parting, Join join, Rulebook rules) {
        Pair pair = parting.pair();
        Owner owner = new Owner(parting.restored(), join.programme());
        Member whole = members.open(tx, List.of(parting.root()), new NeededToJoin(rules, List.of())).stream()
                .filter(each -> each.membership().programme().equals(join.programme()))
                .findFirst()
                .orElseThrow();
        List<Wallet> wallets =
                points.wallets(tx, List.of(owner.customerId())).get().getOrDefault(owner, List.of());
        Passbook target = new Passbook(
                owner.customerId(), owner.programme(), memberships.lastNumber(tx, owner), wallets, Map.of());
        whole.passbook().giveTo(target, lot -> true, true, parting::side, pair.mergeId(), pair.at());
        members.store(tx, List.of(whole));
        points.open(tx, target);
        lives.takeOver(tx, whole.owner(), owner.customerId(), target.number());
        lives.rest(tx, whole.owner(), pair.mergeId());
        lives.forget(tx, whole.owner());
    }

    private void divide(
            Tx tx,
            Parting parting,
            List<Join> joins,
            Set<String> wholes,
            PartReceipts.Parts parts,
            Rulebook rules,
            Facts facts,
            Cause cause) {
        Pair pair = parting.pair();
        Map<String, Member> from = open(tx, parting.root(), rules);
        Map<String, Member> to = open(tx, parting.restored(), rules);
        for (Join join : joins) {
            if (wholes.contains(join.programme())) continue;
            Member one = from.get(join.programme());
            Member other = to.get(join.programme());
            one.passbook()
                    .giveTo(
                            other.passbook(),
                            lot -> parting.owns(lot, parts.going()),
                            false,
                            parting::side,
                            pair.mergeId(),
                            pair.at());
            receipts.since(tx, parting, join, parts, rules)
                    .forEach(each -> each.counted().goes(one, other, each.visitStays()));
            one.progress().part(join.standing(), other.progress().standing().ladder());
            other.progress().part(other.progress().standing().ladder(), null);
            for (Member member : List.of(one, other)) {
                member.settle(pair.at()).ifPresent(told -> facts.say(told, cause));
            }
            members.store(tx, List.of(one, other));
        }
    }

    private void tell(Tx tx, Parting parting, List<Join> joins, Rulebook rules, Facts facts, Cause cause) {
        Map<UUID, Map<String, Member>> both = Map.of(
                parting.root(),
                open(tx, parting.root(), rules),
                parting.restored(),
                open(tx, parting.restored(), rules));
        for (Join join : joins) {
            for (UUID who : List.of(parting.root(), parting.restored())) {
                UUID other = who.equals(parting.root()) ? parting.restored() : parting.root();
                Member member = both.get(who).get(join.programme());
                facts.say(
                        new MembershipParted(
                                who,
                                join.programme(),
                                parting.pair().mergeId(),
                                other,
                                member != null,
                                member == null ? null : member.tier(),
                                member == null ? new Points(0, 0, 0) : member.earned(List.of()),
                                parting.pair().at()),
                        cause);
            }
        }
    }
}
