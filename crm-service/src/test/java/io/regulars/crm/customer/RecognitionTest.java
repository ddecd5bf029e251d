package io.regulars.crm.customer;

import static io.regulars.crm.identifier.Identifier.Type.EMAIL;
import static io.regulars.crm.identifier.Identifier.Type.PHONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.crm.customer.Identities.Identified;
import io.regulars.crm.customer.Identities.Sighting;
import io.regulars.crm.identifier.Identifier;
import io.regulars.crm.identifier.Mention.WhyNot;
import io.regulars.crm.identifier.SomeSettings;
import io.regulars.crm.identifier.SomeSettings.Limits;
import io.regulars.crm.suggestion.Suggestion;
import io.regulars.events.CustomerRef;
import io.regulars.platform.journal.Cause;
import io.regulars.platform.journal.Fact;
import io.regulars.platform.journal.Facts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whom what somebody typed names, and whom it does not. */
class RecognitionTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final Facts facts = new Facts(NOON);
    private RememberedCustomers town = new RememberedCustomers();
    private Identities identities = town.open(facts);
    private int told;

    @Test
    void a_number_written_in_two_ways_is_one_customer() {
        UUID ana = identify(phone("0664 1234567")).customerId();

        assertEquals(ana, identify(phone("+43 664 123 45 67")).customerId());
        assertEquals("0664 1234567", identities.newLinks().get(0).raw);
    }

    @Test
    void whoever_was_known_before_numbers_and_addresses_were_read_is_known_still() {
        UUID ana = town.knownOfOld(new Identifier(PHONE, "06641234567"));
        UUID ben = town.knownOfOld(new Identifier(EMAIL, "ben..b@example.com"));
        nextTransaction();

        assertEquals(ana, identify(phone("+43 664 1234567")).customerId());
        assertEquals("+436641234567", identities.newLinks().get(0).identifier.value(), "she is known by both now");
        assertEquals(ben, identify(CustomerRef.email("Ben..B@example.com")).customerId());
        assertTrue(identities.notices().passedOver().isEmpty());
    }

    @Test
    void two_forms_of_one_number_that_were_two_customers_are_suggested() {
        UUID older = town.knownOfOld(new Identifier(PHONE, "06641234567"));
        UUID newer = town.knownOfOld(new Identifier(PHONE, "+436641234567"));
        nextTransaction();

        assertEquals(newer, identify(phone("0664 1234567")).customerId());
        identify(phone("0664 1234567"));

        Suggestion suggested = identities.notices().suggestions().iterator().next();
        assertEquals(Set.of(older, newer), suggested.customers());
        assertEquals(2, suggested.times());
    }

    @Test
    void what_is_no_number_is_left_out_and_noted() {
        Identified ana = identify(new CustomerRef(null, "1", null, "call me", null, null));
        assertTrue(ana.created());
        assertSame(Identified.NOBODY, identify(CustomerRef.email("ana at example")));

        assertEquals(List.of(WhyNot.INVALID, WhyNot.INVALID), whyNots());
        assertEquals(ana.customerId(), identities.notices().passedOver().get(0).customerId());
        assertNull(identities.notices().passedOver().get(1).customerId());
    }

    @Test
    void a_blocked_value_names_nobody_though_somebody_is_known_by_it() {
        town.knownOfOld(new Identifier(EMAIL, "test@test.com"));
        nextTransaction();

        assertSame(Identified.NOBODY, identify(CustomerRef.email("test@test.com")));
        assertEquals(List.of(WhyNot.BLOCKED), whyNots());
    }

    @Test
    void a_customer_gathers_only_so_many_identifiers() {
        town = new RememberedCustomers(SomeSettings.USUAL.atMost(new Limits(20, 20, 2, 10, 20, 50)));
        nextTransaction();
        UUID ana = identify(card("1", "a@example.com")).customerId();
        identify(card("1", "b@example.com"));
        nextTransaction();
        identify(card("1", "b@example.com"));
        assertEquals(ana, identify(card("1", "c@example.com")).customerId());

        assertEquals(List.of(WhyNot.LIMIT), whyNots());
        assertNotEquals(ana, identify(CustomerRef.email("c@example.com")).customerId());
        assertEquals(ana, identify(CustomerRef.email("b@example.com")).customerId());
    }

    @Test
    void what_was_seen_of_a_browser_becomes_the_customers_once_she_says_who_she_is() {
        UUID somebody = identify(cookie(null, "c-1")).customerId();
        UUID ana = identify(cookie("ana@example.com", "c-1")).customerId();

        assertEquals(somebody, ana);
        assertEquals(ana, identify(CustomerRef.email("ana@example.com")).customerId());
    }

    @Test
    void another_person_at_the_same_browser_stays_another() {
        UUID ana = identify(cookie("ana@example.com", "c-1")).customerId();
        Identified ben = identify(cookie("ben@example.com", "c-1"));

        assertTrue(ben.created());
        assertNotEquals(ana, ben.customerId());
        assertEquals(ana, identify(cookie(null, "c-1")).customerId());
        assertEquals(
                Set.of(ana, ben.customerId()),
                identities.notices().suggestions().iterator().next().customers());
    }

    @Test
    void who_signs_in_has_proved_her_address_and_that_stays() {
        UUID ana = identify(CustomerRef.email("ana@example.com")).customerId();
        assertNull(identities.newLinks().get(0).verifiedAt);
        nextTransaction();
        identities.identify(CustomerRef.email("ana@example.com"), sighting("signIn", NOON.plusSeconds(60)));

        assertEquals(NOON.plusSeconds(60), identities.seenOnAnotherDay().get(0).verifiedAt);
        nextTransaction();
        identities.identify(CustomerRef.email("ana@example.com"), sighting("signIn", NOON.plusSeconds(90)));
        assertTrue(identities.seenOnAnotherDay().isEmpty());
        assertEquals(ana, identify(CustomerRef.email("ana@example.com")).customerId());
    }

    @Test
    void the_size_of_batches_does_not_matter_to_browsers_and_limits() {
        for (int seed = 0; seed < 100; seed++) {
            List<CustomerRef> named = someone(new Random(seed));
            assertEquals(fold(named, named.size()), fold(named, 1), "seed " + seed);
            assertEquals(fold(named, named.size()), fold(named, 3), "seed " + seed);
        }
    }

    private List<Fact> fold(List<CustomerRef> named, int size) {
        RememberedCustomers town = new RememberedCustomers(SomeSettings.USUAL.atMost(new Limits(2, 2, 2, 2, 2, 2)));
        Facts said = new Facts(NOON);
        for (int from = 0; from < named.size(); from += size) {
            Identities batch = town.open(said);
            for (int at = from; at < Math.min(named.size(), from + size); at++) {
                told = at;
                batch.identify(named.get(at), sighting("purchase", NOON));
            }
            town.keep(batch);
        }
        return said.said();
    }

    private static List<CustomerRef> someone(Random random) {
        List<CustomerRef> named = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String card = random.nextInt(3) == 0 ? "card" + random.nextInt(5) : null;
            String email = random.nextInt(3) == 0 ? "ana@" + random.nextInt(5) + ".example" : null;
            String cookie = random.nextInt(2) == 0 ? "cookie" + random.nextInt(6) : null;
            named.add(new CustomerRef(null, card, email, null, null, null, null, cookie));
        }
        return named;
    }

    private static CustomerRef phone(String typed) {
        return new CustomerRef(null, null, null, typed, null, null);
    }

    private static CustomerRef card(String card, String email) {
        return new CustomerRef(null, card, email, null, null, null);
    }

    private static CustomerRef cookie(String email, String cookie) {
        return new CustomerRef(null, null, email, null, null, null, null, cookie);
    }

    private List<WhyNot> whyNots() {
        return identities.notices().passedOver().stream()
                .map(each -> each.why())
                .toList();
    }

    private Sighting sighting(String source, Instant at) {
        UUID record = new UUID(3, ++told);
        return new Sighting(record, source, at, new Cause(record, record, null, null, NOON));
    }

    private Identified identify(CustomerRef ref) {
        return identities.identify(ref, sighting("purchase", NOON));
    }

    private void nextTransaction() {
        town.keep(identities);
        identities = town.open(facts);
    }
}
