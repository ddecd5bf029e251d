package io.regulars.loyalty.night;

import static io.regulars.loyalty.night.EndingPoints.NIGHT;
import static io.regulars.loyalty.night.NightClub.BERLIN;
import static io.regulars.loyalty.night.NightClub.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.loyalty.Club;
import io.regulars.loyalty.night.Round.After;
import io.regulars.loyalty.night.visit.GivePresents;
import io.regulars.loyalty.night.visit.VisitCustomers;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.platform.database.Database;
import io.regulars.platform.journal.Shards;
import io.regulars.platform.testing.SuiteResource;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** However many are at a night, it ends in the same ledger. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class NightInLanesTest {

    private static final int MEMBERS = 48;
    private static final String POINTS = "expiry: { kind: rolling, after: P10D }";
    private static final String TIERS = """
        { basis: balance, window: { kind: ever }, levels: [{ id: low, threshold: 0 }, { id: high, threshold: 30 }] }""";
    private static final String LEDGER = """
        select concat_ws(' ', t.number, t.wallet, t.debit, t.credit, t.amount, t.balance, t.reason, t.lot, t.at,
                         l.state, l.remaining, l.expires_at, w.active, w.due_at, m.tier, m.transfers, m.unweighed,
                         m.reminded_on, m.risk_tier, m.risk_until)
        from transfer t join membership m using (customer_id, programme)
        join wallet w using (customer_id, programme, wallet)
        left join lot l on l.customer_id = t.customer_id and l.number = coalesce(t.lot, t.number)
        where t.customer_id = $1 order by t.number
        """;

    @Inject
    NightClub club;

    @Inject
    Database database;

    @Inject
    Nights nights;

    @Inject
    NextRound nextRound;

    @Inject
    VisitCustomers visitCustomers;

    @Inject
    GivePresents givePresents;

    @Inject
    MeterRegistry meters;

    @Test
    void two_lanes_end_in_the_same_ledger_as_one() {
        assertEquals(ledgerAfter("alone", 1), ledgerAfter("paired", 2));
    }

    @Test
    void no_two_lanes_share_a_shard_and_everybody_has_one() {
        Set<UUID> all = new HashSet<>();
        for (int i = 0; i < 500; i++) all.add(new UUID(i, -i));
        Set<Integer> seen = new HashSet<>();
        Set<UUID> found = new HashSet<>();
        for (List<UUID> lane : new Lanes(3, 12).split(all)) {
            Set<Integer> shards = new HashSet<>();
            lane.forEach(customer -> shards.add(Shards.of(customer, 12)));
            for (Integer shard : shards) assertTrue(seen.add(shard), () -> "shard " + shard + " is in two lanes");
            found.addAll(lane);
        }
        assertEquals(all, found);
    }

    @Test
    void there_are_no_more_lanes_than_shards_and_always_one() {
        assertEquals(List.of(1, 2, 4), List.of(lanes(0), lanes(2), lanes(9)));
    }

    private static int lanes(int asked) {
        return new Lanes(asked, 4).count();
    }

    /** What is written of each member and was told of them, in the order of their numbers. */
    private List<List<String>> ledgerAfter(String programme, int lanes) {
        Rulebook rules = NightClub.programme(programme, POINTS, TIERS);
        for (int i = 0; i < MEMBERS; i++) {
            club.enrols(rules, programme + i, "2026-03-01T09:00");
            club.earns(rules, programme + i, "2026-03-01T10:00", 10 + i);
            club.earns(rules, programme + i, i % 3 == 0 ? "2026-03-01T11:00" : "2026-03-04T11:00", 20);
        }
        night(rules, lanes);
        return IntStream.range(0, MEMBERS).mapToObj(i -> written(programme + i)).toList();
    }

    private void night(Rulebook rules, int count) {
        Lanes lanes = new Lanes(count, SuiteResource.PARTITIONS);
        VisitInLanes visiting = new VisitInLanes(database, nights, visitCustomers, givePresents, lanes, meters);
        RunNight running = new RunNight(database, nextRound, visiting);
        UUID owner = UUID.randomUUID();
        Night night = database.inTransaction(tx ->
                        nights.take(tx, rules.first(), at(NIGHT).atZone(BERLIN).toLocalDate(), at(NIGHT), owner))
                .orElseThrow();
        NightWatch watch = new NightWatch(night, owner, tx -> rules);
        Round round = running.step(watch, null, 10);
        while (round.after() == After.GO_ON) round = running.step(watch, round.reached(), 10);
        assertEquals(After.OVER, round.after());
    }

    private List<String> written(String name) {
        List<String> written = new ArrayList<>();
        for (Row row : database.inTransaction(tx -> tx.rows(LEDGER, Club.id(name)))) written.add(row.getString(0));
        written.addAll(club.told(name));
        return written;
    }
}
