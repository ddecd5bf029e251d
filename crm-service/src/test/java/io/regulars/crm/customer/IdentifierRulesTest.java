package io.regulars.crm.customer;

import static io.regulars.crm.customer.Identifier.Type.CARD;
import static io.regulars.crm.customer.Identifier.Type.EMAIL;
import static io.regulars.crm.customer.Identifier.Type.EXTERNAL;
import static io.regulars.crm.customer.Identifier.Type.PHONE;
import static io.regulars.crm.customer.IdentifierRules.masked;
import static io.regulars.crm.customer.IdentifierRules.named;
import static io.regulars.crm.customer.IdentifierRules.normal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.regulars.events.CustomerRef;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdentifierRulesTest {

    @Test
    void an_address_is_the_same_however_it_is_capitalised_or_spaced() {
        assertEquals("ana@example.com", normal(EMAIL, "  Ana@Example.COM "));
        assertEquals("ana+shop@example.com", normal(EMAIL, "ana+shop@example.com"));
    }

    @Test
    void an_international_domain_is_the_same_in_both_spellings() {
        assertEquals("ana@xn--bcher-kva.example", normal(EMAIL, "Ana@Bücher.example"));
        assertEquals("ana@xn--bcher-kva.example", normal(EMAIL, "ana@xn--bcher-kva.example"));
        assertEquals("jürgen@example.com", normal(EMAIL, "Jürgen@example.com"));
    }

    @Test
    void an_address_that_is_none_is_kept_as_typed_and_never_stops_a_receipt() {
        assertEquals("ü", normal(EMAIL, "Ü"));
        assertEquals("ana@" + "ü".repeat(80), normal(EMAIL, "ana@" + "Ü".repeat(80)));
    }

    @Test
    void a_number_is_its_digits_and_the_plus_in_front() {
        assertEquals("+436641234567", normal(PHONE, "+43 664 / 123-45.67"));
        assertEquals("+436641234567", normal(PHONE, "0043 (664) 1234567"));
        assertEquals("06641234567", normal(PHONE, "0664 1234567"));
        assertEquals("+15", normal(PHONE, "+١٥"));
    }

    @Test
    void cards_and_external_ids_keep_their_case() {
        assertEquals("AbC-1", normal(CARD, " AbC-1\t"));
        assertEquals("CRM/7", normal(EXTERNAL, "CRM/7"));
    }

    @Test
    void identifiers_come_in_order_of_trust_and_what_is_empty_names_nobody() {
        CustomerRef all = new CustomerRef(UUID.randomUUID(), "1", "a@b.c", "+1", "x", "code");
        assertEquals(
                List.of(CARD, EXTERNAL, EMAIL, PHONE),
                named(all).stream().map(Identifier::type).toList());
        assertEquals(List.of(), named(new CustomerRef(null, " ", "", "+", "\t", "123456")));
        assertEquals(List.of(), named(null));
    }

    @Test
    void what_is_shown_cannot_be_used() {
        assertEquals("a•••@example.com", masked(EMAIL, "ana@example.com"));
        assertEquals("•••", masked(EMAIL, "a@example.com"));
        assertEquals("•••0001", masked(CARD, "9840001"));
        assertEquals("•••", masked(CARD, "12345"));
        assertEquals("•••4567", masked(PHONE, "+436641234567"));
    }

    @Test
    void an_identifier_does_not_print_what_it_is() {
        assertFalse(new Identifier(EMAIL, "ana@example.com").toString().contains("ana"));
    }
}
