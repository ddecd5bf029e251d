package io.regulars.crm.identifier;

import static io.regulars.crm.identifier.Identifier.Type.CARD;
import static io.regulars.crm.identifier.Identifier.Type.COOKIE;
import static io.regulars.crm.identifier.Identifier.Type.EMAIL;
import static io.regulars.crm.identifier.Identifier.Type.EXTERNAL;
import static io.regulars.crm.identifier.Identifier.Type.PHONE;
import static io.regulars.crm.identifier.IdentifierRules.confidence;
import static io.regulars.crm.identifier.IdentifierRules.masked;
import static io.regulars.crm.identifier.IdentifierRules.normal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

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
    void what_is_shown_cannot_be_used() {
        assertEquals("a•••@example.com", masked(EMAIL, "ana@example.com"));
        assertEquals("•••", masked(EMAIL, "a@example.com"));
        assertEquals("•••0001", masked(CARD, "9840001"));
        assertEquals("•••", masked(CARD, "12345"));
        assertEquals("•••4567", masked(PHONE, "+436641234567"));
    }

    @Test
    void a_proof_says_more_than_how_it_came_to_us() {
        assertEquals(100, confidence(EMAIL, "signIn", true));
        assertEquals(80, confidence(EMAIL, "enrolment", false));
        assertEquals(70, confidence(PHONE, "purchase", false));
        assertEquals(90, confidence(CARD, "purchase", false));
        assertEquals(40, confidence(COOKIE, "touchpoint", false));
    }

    @Test
    void an_identifier_does_not_print_what_it_is() {
        assertFalse(new Identifier(EMAIL, "ana@example.com").toString().contains("ana"));
    }
}
