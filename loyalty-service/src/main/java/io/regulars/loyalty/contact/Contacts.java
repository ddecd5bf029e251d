package io.regulars.loyalty.contact;

import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Contacts that some programme asked for, so that each is told once and is there for points that come later. */
@ApplicationScoped
public class Contacts {

    private static final String CLAIM = """
        insert into contact (touchpoint_id, customer_id, name, purchase_id, occurred_at, recorded_at)
        select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::timestamptz[], $6::timestamptz[])
        on conflict (touchpoint_id) do nothing returning touchpoint_id
        """;
    private static final String FOR_PURCHASES = """
        select c.touchpoint_id, who.customer_id, c.name, c.purchase_id, c.occurred_at, c.recorded_at
        from (select id as side, id as customer_id from unnest($1::uuid[]) as t (id)
              union all select customer_id, root_id from customer_alias where root_id = any($1::uuid[])) as who
        join contact c on c.customer_id = who.side
        where c.name = any($2::text[]) and (c.purchase_id = any($3::uuid[]) or c.purchase_id is null and c.occurred_at > $4)
        """;

    /** Those that were not seen before. Whoever claims holds the customers. */
    public Set<UUID> claim(Tx tx, Collection<Contact> contacts) {
        Set<UUID> fresh = new HashSet<>();
        if (contacts.isEmpty()) return fresh;
        for (Row row : tx.rows(
                CLAIM,
                Column.uuids(contacts, Contact::touchpointId),
                Column.uuids(contacts, Contact::customerId),
                Column.texts(contacts, Contact::name),
                Column.uuids(contacts, Contact::purchaseId),
                Column.instants(contacts, Contact::occurredAt),
                Column.instants(contacts, Contact::recordedAt))) {
            fresh.add(row.getUUID(0));
        }
        return fresh;
    }

    /** What happened of these names to purchases that are only now heard of, or after the first of them. */
    public List<Contact> of(
            Tx tx, Collection<UUID> customers, Collection<String> names, Collection<UUID> purchases, Instant first) {
        List<Contact> contacts = new ArrayList<>();
        if (customers.isEmpty() || names.isEmpty()) return contacts;
        for (Row row : tx.rows(
                FOR_PURCHASES,
                Column.uuids(customers),
                Column.texts(names, name -> name),
                Column.uuids(purchases),
                Column.at(first))) {
            contacts.add(contact(row));
        }
        return contacts;
    }

    private static Contact contact(Row row) {
        return new Contact(
                row.getUUID("touchpoint_id"),
                row.getUUID("customer_id"),
                row.getString("name"),
                null,
                null,
                row.getUUID("purchase_id"),
                null,
                row.getOffsetDateTime("occurred_at").toInstant(),
                row.getOffsetDateTime("recorded_at").toInstant());
    }
}
