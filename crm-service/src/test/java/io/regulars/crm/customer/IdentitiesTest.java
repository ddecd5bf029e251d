package io.regulars.crm.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.crm.customer.Identities.Identified;
import io.regulars.crm.customer.Identities.Sighting;
import io.regulars.crm.identifier.Identifier;
import io.regulars.crm.identifier.Mention;
import io.regulars.crm.identifier.Mentions;
import io.regulars.crm.identifier.SomeSettings;
import io.regulars.events.CustomerRef;
import io.regulars.events.Event;
import io.regulars.events.TouchpointEvent.CustomerIdentified;
import io.regulars.events.TouchpointEvent.IdentityConflict;
import io.regulars.platform.journal.Cause;
import io.regulars.platform.journal.Fact;
import io.regulars.platform.journal.Facts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

class IdentitiesTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final Facts facts = new Facts(NOON);
    private final RememberedCustomers town = new RememberedCustomers();
    private Identities identities = town.open(facts);
    private int told;

    @Test
    void a_new_identifier_makes_a_new_customer_and_says_so_once() {
        Identified first = identify(CustomerRef.card("1"));
        Identified second = identify(CustomerRef.card("1"));

        assertTrue(first.created());
        assertEquals(first.customerId(), second.customerId());
        assertEquals(first.identifierRef(), second.identifierRef());
        assertEquals(1, said(CustomerIdentified.class).size());
    }

    @Test
    void identifiers_of_one_receipt_link_up() {
        UUID ana = identify(CustomerRef.card("1")).customerId();
        UUID same = identify(ref("1", "ana@example.com", null)).customerId();

        assertEquals(ana, same);
        assertEquals(ana, identify(CustomerRef.email("ANA@example.com")).customerId());
        assertEquals(2, said(CustomerIdentified.class).size());
    }

    @Test
    void two_customers_on_one_receipt_leave_the_others_where_they_are() {
        UUID ana = identify(CustomerRef.card("1")).customerId();
        UUID ben = identify(CustomerRef.email("ben@example.com")).customerId();
        UUID cleo = identify(ref(null, null, "+43 1 588580")).customerId();

        assertEquals(ana, identify(ref("1", "ben@example.com", "+43 1 588580")).customerId());

        assertEquals(ben, identify(CustomerRef.email("ben@example.com")).customerId());
        assertEquals(List.of(ben, cleo), said(IdentityConflict.class).get(0).otherCustomerIds());
    }

    @Test
    void an_unseen_card_beside_a_known_address_is_linked_to_its_owner() {
        UUID ana = identify(CustomerRef.email("ana@example.com")).customerId();
        Identified both = identify(ref("1", "ana@example.com", null));

        assertEquals(ana, both.customerId());
        assertEquals(both.identifierRef(), identify(CustomerRef.card("1")).identifierRef());
        assertTrue(said(IdentityConflict.class).isEmpty());
    }

    @Test
    void a_customer_named_by_an_id_nobody_has_is_not_named() {
        assertSame(Identified.NOBODY, identify(CustomerRef.known(UUID.randomUUID())));
        Identified byCard = identify(new CustomerRef(UUID.randomUUID(), "1", null, null, null, null));
        nextTransaction();
        Identified byId = identify(CustomerRef.known(byCard.customerId()));

        assertEquals(byCard.customerId(), byId.customerId());
        assertNull(byId.identifierRef());
        assertFalse(byId.created());
    }

    @Test
    void an_id_outweighs_every_identifier_and_new_ones_are_linked_to_it() {
        UUID ana = identify(CustomerRef.card("1")).customerId();
        UUID ben = identify(CustomerRef.card("2")).customerId();
        nextTransaction();
        Identified it = identify(new CustomerRef(ana, "2", "new@example.com", null, null, null));

        assertEquals(ana, it.customerId());
        assertEquals(List.of(ben), said(IdentityConflict.class).get(0).otherCustomerIds());
        assertEquals(ana, identify(CustomerRef.email("new@example.com")).customerId());
        assertEquals(
                it.identifierRef(),
                identify(CustomerRef.email("new@example.com")).identifierRef());
    }

    @Test
    void the_days_an_identifier_was_shown_do_not_depend_on_the_order_of_arrival() {
        identify(CustomerRef.card("1"), NOON);
        identify(CustomerRef.card("1"), NOON.minus(9, ChronoUnit.DAYS));
        nextTransaction();
        assertTrue(identities.seenOnAnotherDay().isEmpty());
        identify(CustomerRef.card("1"), NOON.plus(1, ChronoUnit.HOURS));
        assertTrue(identities.seenOnAnotherDay().isEmpty(), "the same day costs no write");
        identify(CustomerRef.card("1"), NOON.plus(3, ChronoUnit.DAYS));

        Link link = identities.seenOnAnotherDay().get(0);
        assertEquals(LocalDate.parse("2026-02-21"), link.firstSeen);
        assertEquals(LocalDate.parse("2026-03-05"), link.lastSeen);
    }

    @Test
    void the_size_of_batches_does_not_matter() {
        for (int seed = 0; seed < 200; seed++) {
            List<CustomerRef> named = someone(new Random(seed));
            List<Fact> atOnce = fold(named, () -> named.size());
            Random sizes = new Random(seed + 1_000);
            assertEquals(atOnce, fold(named, () -> 1 + sizes.nextInt(7)), "seed " + seed);
            assertEquals(atOnce, fold(named, () -> 1), "seed " + seed);
        }
    }

    @Test
    void whoever_is_named_first_by_priority_gets_it_and_nobody_is_lost() {
        for (int seed = 0; seed < 200; seed++) {
            identities = new RememberedCustomers().open(facts);
            Set<Identifier> seen = new HashSet<>();
            for (CustomerRef ref : someone(new Random(seed))) {
                List<UUID> owners = named(ref).stream()
                        .filter(seen::contains)
                        .map(identifier -> identify(alone(identifier)).customerId())
                        .toList();
                Identified who = identify(ref);
                if (owners.isEmpty()) assertEquals(!named(ref).isEmpty(), who.created());
                else assertEquals(owners.get(0), who.customerId());
                assertEquals(named(ref).isEmpty(), who.customerId() == null);
                seen.addAll(named(ref));
            }
        }
    }

    private static List<Identifier> named(CustomerRef ref) {
        return new Mentions(SomeSettings.USUAL, Map.of(), Set.of())
                .of(ref, null).stream().map(Mention::identifier).toList();
    }

    private static List<Fact> fold(List<CustomerRef> named, IntSupplier size) {
        RememberedCustomers town = new RememberedCustomers();
        Facts facts = new Facts(NOON);
        for (int from = 0, to; from < named.size(); from = to) {
            to = Math.min(named.size(), from + size.getAsInt());
            Identities identities = town.open(facts);
            for (int at = from; at < to; at++) identities.identify(named.get(at), sighting(at, NOON));
            town.keep(identities);
        }
        return facts.said();
    }

    private static List<CustomerRef> someone(Random random) {
        List<CustomerRef> named = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            named.add(ref(pick(random, "card"), pick(random, "Mail@"), pick(random, "+43 664 123456")));
        }
        return named;
    }

    private static String pick(Random random, String prefix) {
        return random.nextInt(3) == 0 ? prefix + random.nextInt(6) : null;
    }

    private static CustomerRef alone(Identifier identifier) {
        return switch (identifier.type()) {
            case CARD -> CustomerRef.card(identifier.value());
            case EMAIL -> CustomerRef.email(identifier.value());
            default -> ref(null, null, identifier.value());
        };
    }

    private static CustomerRef ref(String card, String email, String phone) {
        return new CustomerRef(null, card, email, phone, null, null);
    }

    private static Sighting sighting(int number, Instant at) {
        UUID record = new UUID(3, number);
        return new Sighting(record, "purchase", at, new Cause(record, record, null, null, NOON));
    }

    private Identified identify(CustomerRef ref) {
        return identify(ref, NOON);
    }

    private Identified identify(CustomerRef ref, Instant at) {
        return identities.identify(ref, sighting(++told, at));
    }

    private void nextTransaction() {
        town.keep(identities);
        identities = town.open(facts);
    }

    private <E extends Event> List<E> said(Class<E> kind) {
        return facts.said().stream()
                .map(Fact::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
