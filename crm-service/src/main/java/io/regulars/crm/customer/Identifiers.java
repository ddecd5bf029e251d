package io.regulars.crm.customer;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.regulars.crm.customer.Identities.NewCustomer;
import io.regulars.crm.identifier.Identifier;
import io.regulars.crm.identifier.Mention;
import io.regulars.crm.identifier.Policy;
import io.regulars.crm.passedover.PassedOverBook;
import io.regulars.crm.suggestion.Suggestions;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Race;
import io.regulars.platform.database.Tx;
import io.regulars.platform.journal.Facts;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Identifiers and the customers they mean. Read unlocked: an identifier never moves, and a new one meets its key. */
@ApplicationScoped
public class Identifiers {

    private static final String LINKS = """
            select i.type, i.value, i.ref, i.customer_id, i.first_seen, i.last_seen, i.verified_at,
                   coalesce(c.merged_into, c.customer_id)
            from unnest($1::text[], $2::text[]) as asked (type, value)
            join identifier i on i.type = asked.type and i.value = asked.value
            join customer c on c.customer_id = i.customer_id
            """;
    private static final String EXISTING = """
            select customer_id, coalesce(merged_into, customer_id) from customer where customer_id = any($1::uuid[])
            """;
    private static final String ADD_CUSTOMERS = """
            insert into customer (customer_id, since) select * from unnest($1::uuid[], $2::timestamptz[])
            """;
    // In key order, so that two workers with the same new identifiers wait for each other instead of forever.
    private static final String ADD_LINKS = """
            insert into identifier (type, value, ref, customer_id, source, first_seen, last_seen, raw, verified_at)
            select * from unnest($1::text[], $2::text[], $3::uuid[], $4::uuid[], $5::text[], $6::date[], $7::date[],
                                 $8::text[], $9::timestamptz[])
                          as link (type, value, ref, customer_id, source, first_seen, last_seen, raw, verified_at)
            order by type collate "C", value collate "C"
            on conflict do nothing
            """;
    private static final String WIDEN_DAYS = """
            update identifier i
            set first_seen = least(i.first_seen, shown.first_seen), last_seen = greatest(i.last_seen, shown.last_seen),
                verified_at = coalesce(i.verified_at, shown.verified_at)
            from (select held.type, held.value, day.first_seen, day.last_seen, day.verified_at
                  from unnest($1::text[], $2::text[], $3::date[], $4::date[], $5::timestamptz[])
                       as day (type, value, first_seen, last_seen, verified_at)
                  join identifier held on held.type = day.type and held.value = day.value
                  order by held.type, held.value
                  for update of held) shown
            where i.type = shown.type and i.value = shown.value
            """;

    private final NoArgGenerator ids = Generators.timeBasedEpochRandomGenerator();
    private final Policy policy;
    private final Gatherings gatherings;
    private final PassedOverBook passedOver;
    private final Suggestions suggestions;

    Identifiers(Policy policy, Gatherings gatherings, PassedOverBook passedOver, Suggestions suggestions) {
        this.policy = policy;
        this.gatherings = gatherings;
        this.passedOver = passedOver;
        this.suggestions = suggestions;
    }

    /** Asks for everything these references name; the answer is awaited when it is taken. */
    public Supplier<Identities> ask(Tx tx, Collection<Shown> shown, Facts facts) {
        ReadOnce read = new ReadOnce(policy.mentions(tx));
        Set<Identifier> named = new HashSet<>();
        Set<UUID> namedById = new HashSet<>();
        for (Shown each : shown) {
            for (Mention mention : read.of(each)) named.addAll(mention.forms());
            if (each.ref() != null && each.ref().id() != null)
                namedById.add(each.ref().id());
        }
        Supplier<Map<Identifier, Link>> links = named.isEmpty() ? Map::of : askLinks(tx, named);
        Supplier<Map<UUID, UUID>> customers = namedById.isEmpty() ? Map::of : askCustomers(tx, namedById);
        return () -> {
            Map<Identifier, Link> known = links.get();
            Map<UUID, UUID> roots = customers.get();
            Gathered gathered = gatherings.ofThoseWhoGain(tx, shown, read, known, roots);
            return new Identities(known, roots, ids::generate, facts, read, gathered);
        };
    }

    /** Stores what the fold added; loses the race when somebody else added one of these identifiers meanwhile. */
    public Runnable store(Tx tx, Identities identities) {
        addCustomers(tx, identities.newCustomers());
        List<Link> added = identities.newLinks();
        Tx.Answer adding = added.isEmpty() ? null : addLinks(tx, added);
        List<Link> widened = identities.seenOnAnotherDay();
        if (!widened.isEmpty()) {
            tx.send(
                    WIDEN_DAYS,
                    types(widened),
                    values(widened),
                    first(widened),
                    last(widened),
                    Column.instants(widened, link -> link.verifiedAt));
        }
        suggestions.add(tx, identities.notices().suggestions());
        passedOver.add(tx, identities.notices().passedOver());
        return () -> {
            if (adding != null && adding.rows().rowCount() < added.size())
                throw new Race("an identifier was new twice");
        };
    }

    private static void addCustomers(Tx tx, List<NewCustomer> added) {
        if (added.isEmpty()) return;
        tx.send(
                ADD_CUSTOMERS,
                Column.uuids(added, NewCustomer::customerId),
                Column.instants(added, NewCustomer::since));
    }

    private static Tx.Answer addLinks(Tx tx, List<Link> added) {
        return tx.ask(
                ADD_LINKS,
                types(added),
                values(added),
                Column.uuids(added, link -> link.ref),
                Column.uuids(added, link -> link.customerId),
                Column.texts(added, link -> link.source),
                first(added),
                last(added),
                Column.texts(added, link -> link.raw),
                Column.instants(added, link -> link.verifiedAt));
    }

    private static Supplier<Map<Identifier, Link>> askLinks(Tx tx, Set<Identifier> named) {
        Tx.Answer answer = tx.ask(
                LINKS,
                Column.texts(named, identifier -> identifier.type().wireName()),
                Column.texts(named, Identifier::value));
        return () -> linksOf(answer.rows());
    }

    private static Supplier<Map<UUID, UUID>> askCustomers(Tx tx, Set<UUID> namedById) {
        Tx.Answer answer = tx.ask(EXISTING, (Object) Column.uuids(namedById));
        return () -> {
            Map<UUID, UUID> customers = new HashMap<>();
            for (Row row : answer.rows()) customers.put(row.getUUID(0), row.getUUID(1));
            return customers;
        };
    }

    private static Map<Identifier, Link> linksOf(RowSet<Row> rows) {
        Map<Identifier, Link> links = new HashMap<>(rows.size() * 2);
        for (Row row : rows) {
            Identifier identifier = new Identifier(Identifier.Type.named(row.getString(0)), row.getString(1));
            OffsetDateTime verified = row.getOffsetDateTime(6);
            Link link =
                    Link.stored(identifier, row.getUUID(2), row.getUUID(3), row.getLocalDate(4), row.getLocalDate(5));
            links.put(
                    identifier, link.under(row.getUUID(7)).kept(null, verified == null ? null : verified.toInstant()));
        }
        return links;
    }

    private static String[] types(List<Link> links) {
        return Column.texts(links, link -> link.identifier.type().wireName());
    }

    private static String[] values(List<Link> links) {
        return Column.texts(links, link -> link.identifier.value());
    }

    private static java.time.LocalDate[] first(List<Link> links) {
        return Column.dates(links, link -> link.firstSeen);
    }

    private static java.time.LocalDate[] last(List<Link> links) {
        return Column.dates(links, link -> link.lastSeen);
    }
}
