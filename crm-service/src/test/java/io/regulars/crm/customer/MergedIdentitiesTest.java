package io.regulars.crm.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.crm.customer.Identities.Identified;
import io.regulars.crm.customer.Identities.Sighting;
import io.regulars.events.CustomerRef;
import io.regulars.events.Event;
import io.regulars.events.TouchpointEvent.CustomerIdentified;
import io.regulars.events.TouchpointEvent.IdentityConflict;
import io.regulars.platform.journal.Cause;
import io.regulars.platform.journal.Fact;
import io.regulars.platform.journal.Facts;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Ana survived, Ben was merged into her, and nobody moved any identifier. */
class MergedIdentitiesTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final Facts facts = new Facts(NOON);
    private final RememberedCustomers town = new RememberedCustomers();
    private final UUID ana;
    private final Identified ben;
    private final UUID cleo;
    private final Identities identities;

    MergedIdentitiesTest() {
        Identities before = town.open(facts);
        ana = identify(before, CustomerRef.card("1")).customerId();
        ben = identify(before, CustomerRef.card("2"));
        cleo = identify(before, CustomerRef.card("3")).customerId();
        town.keep(before);
        town.merge(ana, ben.customerId());
        identities = town.open(facts);
    }

    @Test
    void what_is_new_belongs_to_the_side_it_was_shown_with_and_is_told_of_the_survivor() {
        Identified beside = identify(identities, ref("2", "new@example.com"));

        assertEquals(new Identified(ana, ben.identifierRef(), ben.customerId(), false), beside);
        assertEquals(ana, said(CustomerIdentified.class).get(3).customerId());
        assertEquals(
                ben.customerId(),
                identify(identities, CustomerRef.email("new@example.com")).side());
        assertEquals(ben.customerId(), identities.newLinks().get(0).customerId);
    }

    @Test
    void two_identifiers_of_one_person_are_no_conflict_and_the_more_trusted_says_the_side() {
        identify(identities, ref("2", "b@example.com"));
        Identified both = identify(identities, ref("1", "b@example.com"));

        assertEquals(ana, both.customerId());
        assertNull(both.side());
        assertTrue(said(IdentityConflict.class).isEmpty());
    }

    @Test
    void somebody_elses_conflict_is_with_the_survivor() {
        identify(identities, ref("2", "b@example.com"));
        identify(identities, ref("3", "b@example.com"));

        IdentityConflict conflict = said(IdentityConflict.class).get(0);
        assertEquals(cleo, conflict.customerId());
        assertEquals(List.of(ana), conflict.otherCustomerIds());
    }

    @Test
    void an_old_id_stands_for_the_survivor_and_in_place_of_a_ref_for_itself() {
        UUID old = ben.customerId();
        assertEquals(new Identified(ana, old, old, false), identify(identities, CustomerRef.known(old)));
        assertEquals(new Identified(ana, null, null, false), identify(identities, CustomerRef.known(ana)));
        CustomerRef named = new CustomerRef(old, null, "b@example.com", null, null, null);
        assertEquals(old, identify(identities, named).side());
    }

    private static CustomerRef ref(String card, String email) {
        return new CustomerRef(null, card, email, null, null, null);
    }

    private Identified identify(Identities those, CustomerRef ref) {
        UUID record = new UUID(3, facts.said().size());
        Cause cause = new Cause(record, record, null, null, NOON);
        return those.identify(ref, new Sighting(record, "purchase", NOON, cause));
    }

    private <E extends Event> List<E> said(Class<E> kind) {
        return facts.said().stream()
                .map(Fact::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
