package io.regulars.loyalty.merge;

import static io.regulars.loyalty.Club.id;
import static io.regulars.loyalty.Desk.asks;
import static io.regulars.loyalty.programme.publishing.Office.published;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.events.TouchpointEvent.CustomersMerged;
import io.regulars.events.TouchpointEvent.CustomersUnmerged;
import io.regulars.events.TouchpointEvent.PurchaseRecorded;
import io.regulars.loyalty.Club;
import io.regulars.loyalty.Desk;
import io.restassured.response.Response;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Words to tell of customers who are one, and two again. */
final class Family {

    private static final String TIERS = """
        tiers:
          basis: netSpend
          window: { kind: rolling, length: P12M }
          levels:
            - { id: bronze, threshold: 0 }
            - { id: silver, threshold: 50.00 }
            - { id: gold, threshold: 100.00 }
        """;
    private static final String BOOKS = """
        select w.active, w.debt,
               (select coalesce(sum(remaining), 0)::bigint from lot l
                where l.customer_id = w.customer_id and l.state = 'active') as lots,
               (select coalesce(sum(case when credit = 'active' then amount when debit = 'active' then -amount
                                    else 0 end), 0)::bigint from transfer t where t.customer_id = w.customer_id) as moved,
               (select coalesce(sum(case when credit = 'others' then amount when debit = 'others' then -amount
                                    else 0 end), 0)::bigint from transfer t
                where caused_by in (select merge_id from customer_merge where $1 in (survivor_id, merged_id))) as others
        from wallet w where w.customer_id = $1
        """;

    private Family() {}

    static CustomersMerged merged(String merge, String survivor, String other, String... identifiers) {
        List<UUID> refs = Stream.concat(Stream.of(other), Stream.of(identifiers))
                .map(Club::id)
                .toList();
        return new CustomersMerged(id(survivor), id(merge), id(survivor), id(other), refs, Instant.now());
    }

    static CustomersUnmerged unmerged(String merge, String survivor, String restored, String... identifiers) {
        List<UUID> refs = Arrays.stream(identifiers).map(Club::id).toList();
        return new CustomersUnmerged(
                id(survivor), id(merge), id(survivor), id(restored), List.of(), refs, Instant.now());
    }

    static PurchaseRecorded bought(String receipt, String customer, String identifier, long amount) {
        return new PurchaseRecorded(
                id(receipt),
                id(customer),
                id(identifier),
                Club.purchase(Instant.now(), false, Club.line(1, "A", amount)),
                false);
    }

    static void wallet(String customer, String programme, int active, String tier) {
        Response wallet = asks(customer, "wallet", programme);
        wallet.then().statusCode(200).body("points.active", equalTo(active));
        asks(customer, "tier", programme).then().statusCode(200).body("tier", equalTo(tier));
    }

    static void assertBooksBalance(Desk desk, String customer) {
        Row row = desk.row(BOOKS, customer);
        assertEquals(row.getLong("active"), row.getLong("lots"), customer);
        assertEquals(row.getLong("active"), row.getLong("moved"), customer);
        assertEquals(0, row.getLong("others"), customer);
    }

    static void club(String id, String membership) {
        published(id, """
                format: 1
                id: %s
                %s
                earning:
                  rules:
                    - { id: base, gives: { points: 1, per: 1.00 } }
                %s
                """.formatted(id, membership, TIERS));
    }

    static CustomersMerged again(CustomersMerged told, String under) {
        return new CustomersMerged(
                id(under),
                told.mergeId(),
                told.survivorId(),
                told.mergedId(),
                told.identifierRefs(),
                told.occurredAt());
    }
}
