package io.regulars.loyalty.model;

import static io.regulars.loyalty.Club.id;
import static io.regulars.loyalty.Club.told;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.regulars.loyalty.NeededByTime;
import io.regulars.loyalty.PaperStore;
import io.regulars.loyalty.TouchpointEvents;
import io.regulars.loyalty.membership.Customers;
import io.regulars.loyalty.membership.EnrolMember;
import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.membership.Members;
import io.regulars.loyalty.membership.Memberships;
import io.regulars.loyalty.membership.Memberships.OptIn;
import io.regulars.loyalty.membership.Memberships.Stored;
import io.regulars.loyalty.membership.Owner;
import io.regulars.loyalty.model.Case.Published;
import io.regulars.loyalty.points.Lot;
import io.regulars.loyalty.points.Lots;
import io.regulars.loyalty.points.PointsLedger;
import io.regulars.loyalty.points.Wallet;
import io.regulars.loyalty.programme.Programmes;
import io.regulars.loyalty.programme.publishing.NewInstallation;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Database;
import io.regulars.platform.database.Tx;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.journal.Cause;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * The same cases through a real database: what it hands out and keeps is what the paper store does. 200 of them with
 * {@code -Dregulars.model.stored=200}.
 */
@QuarkusTest
@TestProfile(NewInstallation.class)
class ModelThroughDatabaseTest {

    private static final int CASES = Integer.getInteger("regulars.model.stored", 40);
    private static final OptIn AGREED = new OptIn("I join.", "1", "store", Instant.EPOCH, "test");
    private static final String PUBLISH = """
        insert into programme_version
            (programme, number, document, author, drafted_at, approver, published_at, in_force_from)
        values ($1, $2, $3, 'ana', now(), 'bea', now(), $4)
        """;

    @Inject
    Database database;

    @Inject
    TouchpointEvents view;

    @Inject
    EnrolMember enrolMember;

    @Inject
    Customers customers;

    @Inject
    Members members;

    @Inject
    Memberships memberships;

    @Inject
    PointsLedger points;

    @Inject
    Lots lots;

    @Inject
    Programmes programmes;

    @Test
    void what_is_stored_is_what_was_folded() {
        List<Case> cases = new ArrayList<>();
        for (int seed = 0; seed < CASES; seed++) cases.add(Case.of(seed).named("-" + seed));
        publish(cases);
        for (Case each : cases) tell(each);
        for (Case each : cases) compare(each);
    }

    private void publish(List<Case> cases) {
        database.untilDone(tx -> {
            for (Case each : cases) {
                int number = 1;
                for (Published version : each.versions()) {
                    String text = Written.yaml(version.document());
                    tx.send(PUBLISH, each.programme(), number++, text, Column.at(version.from()));
                }
            }
            tx.send("update programme_revision set revision = revision + 1");
            return null;
        });
    }

    private void tell(Case made) {
        List<Command> batch = new ArrayList<>();
        for (Command command : made.commands()) {
            if (command.fact() != null) batch.add(command);
            if (command.fact() == null || batch.size() == 5) hear(batch);
            if (command.joinsAt() != null) join(command, made.programme());
            if (command.looks()) look(command);
        }
        hear(batch);
    }

    private void hear(List<Command> batch) {
        if (batch.isEmpty()) return;
        database.untilDone(tx -> {
            view.apply(
                    tx, batch.stream().map(each -> told(each.fact(), each.at())).toList());
            return null;
        });
        batch.clear();
    }

    private void join(Command command, String programme) {
        Cause cause = Cause.command(UUID.randomUUID(), command.at());
        try {
            database.untilDone(
                    tx -> enrolMember.enrol(tx, command.customer(), programme, command.joinsAt(), AGREED, cause));
        } catch (Refusal alreadyMember) {
            return; // told again
        }
    }

    private void look(Command command) {
        database.untilDone(tx -> {
            NeededByTime needed = new NeededByTime(programmes.judging(tx), command.at());
            customers.lock(tx, List.of(command.customer()));
            List<Member> all = members.open(tx, List.of(command.customer()), needed);
            for (Member member : all) {
                member.reach(command.at(), Cause.command(UUID.randomUUID(), command.at()), needed.rules());
                member.settle(command.at());
            }
            members.store(tx, all);
            return null;
        });
    }

    private void compare(Case made) {
        PaperStore paper = made.end(made.rulebook().orElseThrow());
        for (String who : made.who()) {
            List<Stored> stored = database.inTransaction(tx -> memberships.of(tx, id(who)));
            assertEquals(paper.member(id(who)), stored.isEmpty() ? null : stored.get(0), made::toString);
            if (stored.isEmpty()) continue;
            Owner owner = stored.get(0).owner();
            assertEquals(
                    amounts(paper.wallets(id(who))),
                    database.inTransaction(tx ->
                            amounts(points.wallets(tx, List.of(id(who))).get().getOrDefault(owner, List.of()))),
                    made::toString);
            assertEquals(holding(paper.lots(id(who))), holding(owner), made::toString);
        }
    }

    private List<String> holding(Owner owner) {
        return database.inTransaction((Tx tx) ->
                holding(lots.open(tx, List.of(owner.customerId())).get().getOrDefault(owner, Map.of()).values().stream()
                        .flatMap(Collection::stream)
                        .toList()));
    }

    private static List<String> holding(Collection<Lot> lots) {
        return lots.stream()
                .filter(lot -> lot.remaining() > 0)
                .map(lot -> lot.dated().toString())
                .sorted()
                .toList();
    }

    private static List<String> amounts(Collection<Wallet> wallets) {
        return wallets.stream()
                .map(each ->
                        each.id() + " " + each.active() + " " + each.pending() + " " + each.debt() + " " + each.dueAt())
                .sorted()
                .toList();
    }
}
