package io.regulars.loyalty.merge;

import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.membership.Members;
import io.regulars.loyalty.membership.Memberships;
import io.regulars.loyalty.membership.Owner;
import io.regulars.loyalty.merge.JoinedLives.Target;
import io.regulars.loyalty.points.Lot;
import io.regulars.loyalty.points.Passbook;
import io.regulars.loyalty.points.PointsLedger;
import io.regulars.loyalty.points.Wallet;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.tier.Standing.Ladder;
import io.regulars.platform.database.Tx;
import io.regulars.platform.journal.Cause;
import io.regulars.platform.journal.Facts;
import io.regulars.platform.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** All of one customer becomes another's: memberships with points, what counted, receipts. */
@ApplicationScoped
public class JoinCustomers {

    private final Memberships memberships;
    private final Members members;
    private final PointsLedger points;
    private final JoinedLives lives;
    private final MovedReceipts receipts;
    private final Aliases aliases;
    private final SettleJoined settle;

    JoinCustomers(
            Memberships memberships,
            Members members,
            PointsLedger points,
            JoinedLives lives,
            MovedReceipts receipts,
            Aliases aliases,
            SettleJoined settle) {
        this.memberships = memberships;
        this.members = members;
        this.points = points;
        this.lives = lives;
        this.receipts = receipts;
        this.aliases = aliases;
        this.settle = settle;
    }

    /** Whoever calls holds the programmes alone, and both. */
    void join(Tx tx, Pair pair, Rulebook rules, Facts facts, Cause cause) {
        List<Member> both = members.open(tx, pair.both(), new NeededToJoin(rules, List.of()));
        for (Member member : both) {
            member.reach(pair.at(), cause, rules).forEach(told -> facts.say(told, cause));
            member.settle(pair.at()).ifPresent(told -> facts.say(told, cause));
        }
        Map<String, Member> there = new HashMap<>();
        both.stream().filter(each -> is(each, pair.into())).forEach(each -> there.put(programme(each), each));
        List<Passbook> begun = new ArrayList<>();
        for (Member member : both) {
            if (is(member, pair.from())) begun.addAll(movePoints(tx, pair, member, there.get(programme(member))));
        }
        members.store(tx, both);
        begun.forEach(passbook -> points.open(tx, passbook));
        Map<String, Ladder> joined = joinLives(tx, pair, both, there, begun);
        Map<String, Set<UUID>> fresh = fresh(tx, pair, there.keySet(), joined.keySet());
        receipts.move(tx, pair.from(), pair.into());
        lives.person(tx, pair.from(), pair.into());
        aliases.join(tx, pair.from(), pair.into());
        settle.settle(tx, pair, rules, joined, fresh, facts, cause);
    }

    /** @return the points of a membership that the other one did not have */
    private List<Passbook> movePoints(Tx tx, Pair pair, Member from, Member into) {
        Passbook target = into == null ? begun(tx, pair, from.owner()) : into.passbook();
        from.passbook().giveTo(target, lot -> true, true, lot -> side(lot, pair), pair.mergeId(), pair.at());
        return into == null ? List.of(target) : List.of();
    }

    private static UUID side(Lot lot, Pair pair) {
        if (lot.purchaseId() != null) return null;
        return lot.side() == null ? pair.from() : lot.side();
    }

    private Passbook begun(Tx tx, Pair pair, Owner from) {
        Owner owner = new Owner(pair.into(), from.programme());
        List<Wallet> wallets = points.wallets(tx, List.of(pair.into())).get().getOrDefault(owner, List.of());
        return new Passbook(pair.into(), from.programme(), memberships.lastNumber(tx, owner), wallets, Map.of());
    }

    /** @return how far each that was joined had come on its way through the tiers, where both had one; else null */
    private Map<String, Ladder> joinLives(
            Tx tx, Pair pair, List<Member> both, Map<String, Member> there, List<Passbook> begun) {
        Map<String, Ladder> joined = new HashMap<>();
        for (Member member : both) {
            if (!is(member, pair.from())) continue;
            Member other = there.get(programme(member));
            Passbook target = other == null ? of(begun, programme(member)) : other.passbook();
            String standing =
                    other == null ? null : text(other.progress().standing().ladder());
            if (other == null) lives.takeOver(tx, member.owner(), pair.into(), target.number());
            else lives.addUp(tx, member.owner(), pair.into());
            Target into = new Target(pair.into(), other != null, standing, target.number());
            lives.keep(tx, pair.mergeId(), member.owner(), into, pair.at());
            lives.rest(tx, member.owner(), pair.mergeId());
            joined.put(
                    programme(member),
                    other == null ? null : member.progress().standing().ladder());
        }
        return joined;
    }

    /** Of each programme the refunds without a purchase that no membership has looked at. */
    private Map<String, Set<UUID>> fresh(Tx tx, Pair pair, Set<String> there, Set<String> joined) {
        Map<String, Set<UUID>> fresh = new HashMap<>();
        Set<UUID> ofFrom = receipts.withoutOriginal(tx, pair.from());
        Set<UUID> ofInto = receipts.withoutOriginal(tx, pair.into());
        Set<String> all = new HashSet<>(there);
        all.addAll(joined);
        for (String programme : all) {
            Set<UUID> its = new HashSet<>();
            if (!joined.contains(programme)) its.addAll(ofFrom);
            if (!there.contains(programme)) its.addAll(ofInto);
            fresh.put(programme, its);
        }
        return fresh;
    }

    private static Passbook of(List<Passbook> begun, String programme) {
        return begun.stream()
                .filter(each -> each.programme().equals(programme))
                .findFirst()
                .orElseThrow();
    }

    private static boolean is(Member member, UUID customerId) {
        return member.customerId().equals(customerId);
    }

    private static String programme(Member member) {
        return member.membership().programme();
    }

    private static String text(Ladder ladder) {
        return ladder == null ? null : new String(Json.bytes(ladder), StandardCharsets.UTF_8);
    }
}
