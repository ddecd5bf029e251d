package io.regulars.loyalty.model;

import static io.regulars.loyalty.Club.told;

import io.regulars.loyalty.NeededByTime;
import io.regulars.loyalty.TouchpointEvents;
import io.regulars.loyalty.earning.limit.Counters.Key;
import io.regulars.loyalty.membership.Customers;
import io.regulars.loyalty.membership.EnrolMember;
import io.regulars.loyalty.membership.LeaveProgramme;
import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.membership.Members;
import io.regulars.loyalty.membership.Memberships;
import io.regulars.loyalty.membership.Memberships.OptIn;
import io.regulars.loyalty.membership.Memberships.Stored;
import io.regulars.loyalty.membership.Needed;
import io.regulars.loyalty.membership.Owner;
import io.regulars.loyalty.model.Case.Published;
import io.regulars.loyalty.points.Lot;
import io.regulars.loyalty.points.Lots;
import io.regulars.loyalty.points.PointsLedger;
import io.regulars.loyalty.points.Wallet;
import io.regulars.loyalty.programme.Programmes;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.tier.standing.Days;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.journal.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A real database that is told what happens, of many at once, by the service's own ways in. */
@ApplicationScoped
class StoredClub {

    private static final OptIn AGREED = new OptIn("I join.", "1", "store", Instant.EPOCH, "test");
    private static final String PUBLISH = """
        insert into programme_version
            (programme, number, document, author, drafted_at, approver, published_at, in_force_from)
        values ($1, $2, $3, 'ana', now(), 'bea', now(), $4)
        """;

    private final TouchpointEvents view;
    private final EnrolMember enrolMember;
    private final LeaveProgramme leaveProgramme;
    private final Customers customers;
    private final Members members;
    private final Memberships memberships;
    private final PointsLedger points;
    private final Lots lots;
    private final Programmes programmes;

    StoredClub(
            TouchpointEvents view,
            EnrolMember enrolMember,
            LeaveProgramme leaveProgramme,
            Customers customers,
            Members members,
            Memberships memberships,
            PointsLedger points,
            Lots lots,
            Programmes programmes) {
        this.view = view;
        this.enrolMember = enrolMember;
        this.leaveProgramme = leaveProgramme;
        this.customers = customers;
        this.members = members;
        this.memberships = memberships;
        this.points = points;
        this.lots = lots;
        this.programmes = programmes;
    }

    /** What is kept of a member. */
    record Kept(Stored member, Collection<Wallet> wallets, List<Lot> lots) {}

    static void publish(Tx tx, String programme, int number, Published version) {
        tx.send(PUBLISH, programme, number, Written.yaml(version.document()), Column.at(version.from()));
        tx.send("update programme_revision set revision = revision + 1");
    }

    void hear(Tx tx, List<Command> facts) {
        if (facts.isEmpty()) return;
        view.apply(tx, facts.stream().map(each -> told(each.fact(), each.at())).toList());
    }

    void join(Tx tx, Command command, String programme) {
        Cause cause = Cause.command(UUID.randomUUID(), command.at());
        try {
            enrolMember.enrol(tx, command.customer(), programme, command.joinsAt(), AGREED, cause);
        } catch (Refusal alreadyMember) {
            return; // told again
        }
    }

    void leave(Tx tx, Command command, String programme) {
        Cause cause = Cause.command(UUID.randomUUID(), command.at());
        try {
            leaveProgramme.leave(tx, command.customer(), programme, "test", cause);
        } catch (Refusal noMember) {
            return; // or not any more
        }
    }

    /** @param looks of one member each */
    void look(Tx tx, List<Command> looks) {
        if (looks.isEmpty()) return;
        Map<UUID, Instant> at = new HashMap<>();
        looks.forEach(each -> at.put(each.customer(), each.at()));
        Rulebook rules = programmes.judging(tx);
        customers.lock(tx, at.keySet());
        List<Member> all = members.open(tx, at.keySet(), new NeededByMoments(rules, at));
        for (Member member : all) {
            Instant then = at.get(member.customerId());
            member.reach(then, Cause.command(UUID.randomUUID(), then), rules);
            member.settle(then);
        }
        members.store(tx, all);
    }

    Map<UUID, Kept> read(Tx tx, Set<UUID> ids) {
        Map<UUID, Kept> kept = new HashMap<>();
        Map<Owner, List<Wallet>> wallets = points.wallets(tx, ids).get();
        Map<Owner, Map<String, List<Lot>>> open = lots.open(tx, ids).get();
        for (Stored stored : memberships.asked(tx, ids).get()) {
            List<Lot> theirs = open.getOrDefault(stored.owner(), Map.of()).values().stream()
                    .flatMap(Collection::stream)
                    .toList();
            kept.put(
                    stored.owner().customerId(),
                    new Kept(stored, wallets.getOrDefault(stored.owner(), List.of()), theirs));
        }
        return kept;
    }

    /** Members are looked at, each at a moment of their own. */
    private record NeededByMoments(Rulebook rules, Map<UUID, Instant> at) implements Needed {

        private NeededByTime of(UUID customerId) {
            return new NeededByTime(rules, at.get(customerId));
        }

        @Override
        public List<Days> days(Stored member) {
            return of(member.owner().customerId()).days(member);
        }

        @Override
        public Set<Key> limits(Stored member) {
            return Set.of();
        }

        @Override
        public boolean lots(UUID customerId, Collection<Wallet> wallets) {
            return of(customerId).lots(customerId, wallets);
        }

        @Override
        public boolean history(UUID customerId) {
            return false;
        }
    }
}
