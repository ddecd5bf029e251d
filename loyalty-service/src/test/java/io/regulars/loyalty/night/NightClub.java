package io.regulars.loyalty.night;

import static io.regulars.loyalty.Club.id;

import com.fasterxml.jackson.databind.JsonNode;
import io.regulars.events.MembershipEvent;
import io.regulars.loyalty.earning.evaluation.Award;
import io.regulars.loyalty.membership.Customers;
import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.membership.Members;
import io.regulars.loyalty.membership.Owner;
import io.regulars.loyalty.night.visit.NeededAtNight;
import io.regulars.loyalty.points.ReadPoints;
import io.regulars.loyalty.points.Transfer.Origin;
import io.regulars.loyalty.points.WalletView.KindOfPoints;
import io.regulars.loyalty.points.life.OpeningRules;
import io.regulars.loyalty.points.life.OpeningRules.NewLot;
import io.regulars.loyalty.programme.CompileProgramme;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.programme.text.DocumentText;
import io.regulars.platform.database.Database;
import io.regulars.platform.journal.Cause;
import io.regulars.platform.journal.Facts;
import io.regulars.platform.journal.Journal;
import io.regulars.platform.json.Json;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Programmes of their own beside the service's, with members whose days and nights are told by hand. */
@ApplicationScoped
class NightClub {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Database database;
    private final Customers customers;
    private final Members members;
    private final ReadPoints readPoints;
    private final Journal journal;
    private final RunNights runNights;

    NightClub(
            Database database,
            Customers customers,
            Members members,
            ReadPoints readPoints,
            Journal journal,
            RunNights runNights) {
        this.database = database;
        this.customers = customers;
        this.members = members;
        this.readPoints = readPoints;
        this.journal = journal;
        this.runNights = runNights;
    }

    /** A programme with one kind of points, which live as the words say, and tiers, if there are any words on them. */
    static Rulebook programme(String id, String points, String tiers) {
        String text = """
            format: 1
            id: %s
            wallets:
              - { id: points, %s }
            earning:
              rules:
                - { id: base, gives: { points: 1, per: 1 } }
            %s
            """.formatted(id, points, tiers == null ? "" : "tiers: " + tiers);
        return Rulebook.of(CompileProgramme.from(DocumentText.read(text), 1, Currency.getInstance("USD"), BERLIN));
    }

    /** A moment as the clock on the wall in Berlin has it. */
    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    void enrols(Rulebook rules, String name, String at) {
        Instant now = at(at);
        database.untilDone(tx -> {
            customers.lock(tx, List.of(id(name)));
            Member member = Member.newcomer(id(name), rules.first(), now, now, rules);
            members.join(tx, member);
            members.store(tx, List.of(member));
            return null;
        });
    }

    /** Something happens to a member, as a receipt does: what is due first, then this, then the tier follows. */
    void happens(Rulebook rules, String name, String at, Consumer<Member> what) {
        happens(rules, id(name), at(at), what);
    }

    void happens(Rulebook rules, UUID customer, Instant now, Consumer<Member> what) {
        Night moment = new Night(rules.first(), LocalDate.ofInstant(now, BERLIN), now, null, null, null);
        database.untilDone(tx -> {
            customers.lock(tx, List.of(customer));
            Cause cause = Cause.command(UUID.randomUUID(), now);
            Member member = members.open(tx, List.of(customer), new NeededAtNight(rules, moment, Step.REMINDERS))
                    .get(0);
            List<MembershipEvent> said = new ArrayList<>(member.reach(now, cause, rules));
            what.accept(member);
            member.settle(now).ifPresent(said::add);
            members.store(tx, List.of(member));
            Facts facts = new Facts(now);
            said.forEach(each -> facts.say(each, cause));
            journal.append(tx, facts);
            return null;
        });
    }

    void earns(Rulebook rules, String name, String at, long points) {
        happens(rules, name, at, member -> earns(rules, member, at(at), points));
    }

    static void earns(Rulebook rules, Member member, Instant now, long points) {
        ProgrammeVersion version = rules.at(rules.first(), now);
        Award award = new Award(0, "base", 1, "points", points, points, null);
        List<NewLot> lots = OpeningRules.lots(List.of(award), version, member.tier(), now);
        member.passbook().earn(lots, now, now, Origin.purchase(UUID.randomUUID(), UUID.randomUUID()));
        member.earned(lots, now, version);
    }

    void buys(Rulebook rules, String name, String at, long spend) {
        happens(rules, name, at, member -> member.bought(at(at).atZone(BERLIN).toLocalDate(), spend, null));
    }

    /** Runs the night of that moment, as somebody new; says whether it came to its end. */
    boolean night(Rulebook rules, String at) {
        return runNights.run(rules.first(), BERLIN, at(at), tx -> rules, UUID.randomUUID());
    }

    List<KindOfPoints> shown(Rulebook rules, String name, Instant now) {
        Owner owner = new Owner(id(name), rules.first());
        return database.inTransaction(tx -> readPoints.of(tx, owner, rules.at(rules.first(), now), now));
    }

    /** What moved: way, amount, when. */
    List<String> moved(String name) {
        List<String> moved = new ArrayList<>();
        String transfers = "select reason, amount, at from transfer where customer_id = $1 order by number";
        for (Row row : database.inTransaction(tx -> tx.rows(transfers, id(name)))) {
            moved.add(row.getString("reason") + " " + row.getLong("amount") + " "
                    + row.getOffsetDateTime("at").toInstant());
        }
        return moved;
    }

    /** What the world was told of this customer, each with what matters of it. */
    List<String> told(String name) {
        List<String> told = new ArrayList<>();
        String facts = "select type, body from journal where customer_id = $1 order by shard, seq";
        for (Row row : database.inTransaction(tx -> tx.rows(facts, id(name)))) {
            JsonNode body = Json.read(row.getBuffer("body").getBytes(), JsonNode.class);
            StringBuilder words = new StringBuilder(row.getString("type").replaceAll("loyalty\\.|\\.v1", ""));
            for (String field : List.of("amount", "daysAhead", "from", "to", "dropsTo", "keptUntil", "missing")) {
                if (body.has(field)) words.append(' ').append(body.get(field).asText());
            }
            told.add(words.toString());
        }
        return told;
    }

    String tier(String name) {
        String tier = "select tier from membership where customer_id = $1";
        return database.inTransaction(tx -> tx.rows(tier, id(name)))
                .iterator()
                .next()
                .getString(0);
    }

    /** The lines of an answer of the database, after what is set for it alone. */
    String lines(String setting, String question) {
        return database.inTransaction(tx -> {
            tx.send(setting);
            StringBuilder lines = new StringBuilder();
            for (Row row : tx.rows(question)) lines.append(row.getString(0)).append('\n');
            return lines.toString();
        });
    }

    /** The answer of the database to a question with one number in it. */
    long number(String question, Object... arguments) {
        return database.inTransaction(tx -> tx.rows(question, arguments))
                .iterator()
                .next()
                .getLong(0);
    }
}
