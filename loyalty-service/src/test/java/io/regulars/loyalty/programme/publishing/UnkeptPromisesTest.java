package io.regulars.loyalty.programme.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.loyalty.programme.Cafe;
import io.regulars.loyalty.programme.Programmes;
import io.regulars.loyalty.programme.document.ProgrammeDocument;
import io.regulars.loyalty.programme.text.DocumentText;
import io.regulars.loyalty.programme.text.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnkeptPromisesTest {

    @Test
    void what_is_built_in_is_kept() {
        assertEquals(
                List.of(),
                UnkeptPromises.of(Programmes.builtIn(Cafe.EURO, Cafe.BERLIN).document()));
    }

    @Test
    void each_promise_of_the_example_that_nobody_keeps_yet_is_named_with_its_place() {
        assertEquals(List.of("/refunds/debtExpiry"), pointers(UnkeptPromises.of(Cafe.document())));
    }

    @Test
    void a_condition_on_what_the_crm_does_not_tell_would_never_hold() {
        List<Fault> found = UnkeptPromises.of(rule("when: \"'vip' in member . segments && basket.total > 5\""));
        assertEquals(List.of("/earning/rules/0/when"), pointers(found));
        assertTrue(found.get(0).detail().contains("member.segments"));
        assertEquals(
                List.of("/earning/rules/0/lines/when"),
                pointers(UnkeptPromises.of(rule("lines: { when: \"'vip' in member.segments\" }"))));
        assertEquals(List.of(), UnkeptPromises.of(rule("when: member.attributes['shoe'] == '42'")));
        assertEquals(List.of(), UnkeptPromises.of(rule("when: member.tier != 'member.segments'")));
        assertEquals(List.of(), UnkeptPromises.of(rule("occasion: { birthday: month }")));
    }

    @Test
    void points_that_wait_for_an_event_and_end_with_inactivity_are_served() {
        String more = """
                wallets:
                  - id: points
                    pending: { kind: event, event: custom.delivered }
                    expiry: { kind: inactivity, after: P12M, activities: [purchase, visit] }
                """;
        assertEquals(List.of(), UnkeptPromises.of(DocumentText.read(Office.programme("x", 1) + more)));
    }

    @Test
    void redeeming_puts_no_end_off_and_no_debt_ages_yet() {
        String more = """
                wallets: [{ id: points, expiry: { kind: inactivity, after: P12M, activities: [purchase, redemption] } }]
                refunds: { debtExpiry: { kind: dates, dates: ["12-31"] } }
                """;
        assertEquals(
                List.of("/wallets/0/expiry/activities/1", "/refunds/debtExpiry"),
                pointers(UnkeptPromises.of(DocumentText.read(Office.programme("x", 1) + more))));
    }

    private static ProgrammeDocument rule(String line) {
        return DocumentText.read("""
                format: 1
                id: x
                earning:
                  rules:
                    - id: base
                      gives: { points: 1, per: 1.00 }
                      %s
                """.formatted(line));
    }

    private static List<String> pointers(List<Fault> faults) {
        return faults.stream().map(Fault::pointer).toList();
    }
}
