package io.regulars.crm.identifier;

import static io.regulars.crm.identifier.Identifier.Type.CARD;
import static io.regulars.crm.identifier.Identifier.Type.COOKIE;
import static io.regulars.crm.identifier.Identifier.Type.DEVICE;
import static io.regulars.crm.identifier.Identifier.Type.EMAIL;
import static io.regulars.crm.identifier.Identifier.Type.EXTERNAL;
import static io.regulars.crm.identifier.Identifier.Type.MAILBOX;
import static io.regulars.crm.identifier.Identifier.Type.PHONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.regulars.crm.identifier.Identifier.Type;
import io.regulars.crm.identifier.Mention.WhyNot;
import io.regulars.events.CustomerRef;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MentionsTest {

    private static final SomeSettings USUAL = SomeSettings.USUAL;

    @Test
    void a_number_is_one_however_it_is_written() {
        for (String written :
                List.of("0664 1234567", "+43 664 / 123-45.67", "0043 (664) 1234567", "+43 (0)664 1234567")) {
            assertEquals("+436641234567", phone(written, null).identifier().value(), written);
        }
        assertEquals(
                "+16502530000;ext=12",
                phone("+1 650 253-0000 ext. 12", null).identifier().value());
    }

    @Test
    void a_number_without_its_country_is_one_of_the_country_where_it_was_typed() {
        assertEquals(
                "+390236618300", phone("02 36618300", "MILANO").identifier().value());
        assertEquals("+4315121633", phone("01 5121633", "WIEN").identifier().value(), "of this store nothing is said");
    }

    @Test
    void a_number_is_looked_for_in_the_forms_of_before_too() {
        assertEquals(List.of("+436641234567", "06641234567"), values(phone("0664 1234567", null)));
        assertEquals(List.of("+436641234567", "06641234567"), values(phone("+43 664 1234567", null)));
        assertEquals(
                List.of("+436641234567", "+4306641234567", "06641234567"), values(phone("+43 (0)664 1234567", null)));
        assertEquals(
                List.of("+390236618300"), values(phone("02 36618300", "MILANO")), "nobody noted where it was typed");
    }

    @Test
    void what_is_no_number_or_address_is_only_looked_for() {
        assertNot(WhyNot.INVALID, List.of("12"), phone("12", null));
        assertNot(WhyNot.INVALID, List.of(), phone("12", "MILANO"));
        assertNot(WhyNot.INVALID, List.of("ana..b@example.com"), email("Ana..B@example.com", USUAL));
        assertNot(WhyNot.INVALID, List.of(), phone("call me", null));
        assertEquals(List.of(), of(new CustomerRef(null, " ", "", " ", "\t", "123456"), USUAL, null));
    }

    @Test
    void a_whole_number_that_no_plan_knows_is_taken_where_the_operator_wants_it() {
        assertEquals(WhyNot.INVALID, phone("+1 123 456 7899", null).whyNot());
        CustomerRef ref = new CustomerRef(null, null, null, "+1 123 456 7899", null, null);
        assertNull(of(ref, USUAL.takingAnyWholeNumber(), null).get(0).whyNot());
    }

    @Test
    void an_address_is_read_as_the_standard_spells_it() {
        Mention read = email("Ana (at work) @Bücher.example", USUAL);

        assertEquals("ana@xn--bcher-kva.example", read.identifier().value());
        assertEquals("Ana (at work) @Bücher.example", read.raw());
        assertEquals(
                "ana@example.com",
                email("\"Ana\"@Example.com", USUAL).identifier().value());
        assertNull(email("ana@example.com", USUAL).raw());
    }

    @Test
    void a_mailbox_is_an_identifier_of_its_own_where_addresses_are_folded() {
        CustomerRef ref = CustomerRef.email("An.A+shop@googlemail.com");
        assertEquals(List.of(EMAIL), types(of(ref, USUAL, null)));

        List<Mention> folded = of(ref, USUAL.folding(), null);
        assertEquals(List.of(EMAIL, MAILBOX), types(folded));
        assertEquals("an.a+shop@googlemail.com", folded.get(0).identifier().value());
        assertEquals("ana@gmail.com", folded.get(1).identifier().value());
    }

    @Test
    void what_everybody_types_names_nobody() {
        for (String typed : List.of("test@test", "TEST@test.com", "noreply@shop.example", "ana@localhost", "none")) {
            assertNot(WhyNot.BLOCKED, List.of(), email(typed, USUAL));
        }
        for (String typed : List.of("0000000", "000 00 00", "1234567", "+43 111 1111111", "99999999")) {
            assertNot(WhyNot.BLOCKED, List.of(), phone(typed, null));
        }
        assertNot(
                WhyNot.BLOCKED,
                List.of(),
                of(CustomerRef.card("00000000"), USUAL, null).get(0));
        assertFalse(of(CustomerRef.card("1"), USUAL, null).get(0).isBlocked());
    }

    @Test
    void what_the_operator_blocked_names_nobody_however_it_is_written() {
        Mentions mentions = new Mentions(
                USUAL, Map.of(), Set.of(new Identifier(PHONE, "+436641234567"), new Identifier(CARD, "9800")));
        CustomerRef ref = new CustomerRef(null, "9800", "ana@example.com", "0664-1234567", null, null);

        assertEquals(
                List.of(true, false, true),
                mentions.of(ref, null).stream().map(Mention::isBlocked).toList());
    }

    @Test
    void identifiers_come_in_the_order_in_which_they_are_believed() {
        CustomerRef all =
                new CustomerRef(UUID.randomUUID(), "1", "a@b.c", "+436641234567", "x", "code", "phone-1", "cookie-1");
        assertEquals(List.of(CARD, EXTERNAL, EMAIL, PHONE, DEVICE, COOKIE), types(of(all, USUAL, null)));

        List<Type> phonesFirst = List.of(PHONE, EMAIL);
        assertEquals(
                List.of(PHONE, EMAIL, CARD, EXTERNAL, DEVICE, COOKIE), types(of(all, USUAL.in(phonesFirst), null)));
        assertEquals(List.of(), of(null, USUAL, null));
    }

    private static Mention phone(String typed, String store) {
        return of(new CustomerRef(null, null, null, typed, null, null), USUAL, store)
                .get(0);
    }

    private static Mention email(String typed, IdentitySettings settings) {
        return of(CustomerRef.email(typed), settings, null).get(0);
    }

    private static List<Mention> of(CustomerRef ref, IdentitySettings settings, String store) {
        return new Mentions(settings, Map.of("MILANO", "IT"), Set.of()).of(ref, store);
    }

    private static List<Type> types(List<Mention> mentions) {
        return mentions.stream().map(Mention::type).toList();
    }

    private static List<String> values(Mention mention) {
        return mention.forms().stream().map(Identifier::value).toList();
    }

    private static void assertNot(WhyNot why, List<String> lookedFor, Mention mention) {
        assertEquals(why, mention.whyNot());
        assertEquals(lookedFor, values(mention));
    }
}
