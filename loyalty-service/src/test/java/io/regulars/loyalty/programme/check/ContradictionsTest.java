package io.regulars.loyalty.programme.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.loyalty.programme.Cafe;
import io.regulars.loyalty.programme.text.DocumentText;
import io.regulars.loyalty.programme.text.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every promise that contradicts itself is refused, with its place and a sentence. */
class ContradictionsTest {

    @Test
    void the_example_contradicts_nothing() {
        assertEquals(List.of(), faults(Cafe.text()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        format: 1                         | format: 2                          | /format
        id: cafe-club                     | id: Café Club                      | /id
        currency: EUR                     | currency: EUX                      | /currency
        id: stars                         | id: beans                          | /wallets/1/id
        spendable: false                  | spendable: false¶    qualifying: false| /wallets/1
        { kind: after, after: P14D }      | { kind: after }                    | /wallets/0/pending/after
        { kind: after, after: P14D }      | { kind: none, after: P14D }        | /wallets/0/pending/after
        { kind: after, after: P14D }      | { kind: dates }                    | /wallets/0/pending/dates
        { kind: after, after: P14D }      | { kind: after, after: P0D }        | /wallets/0/pending/after
        event: custom.delivered           | event: order.delivered             | /earning/rules/5/pending/event
        kind: rolling, after: P12M, until: month | kind: inactivity, after: P12M, activities: [purchase, sleep] | /wallets/0/expiry/activities/1
        kind: rolling, after: P12M, until: month | kind: inactivity, after: P12M, activities: [] | /wallets/0/expiry/activities
        after: P12M, until: month         | until: month                       | /wallets/0/expiry/after
        after: P12M, until: month         | after: P-1M                        | /wallets/0/expiry/after
        reminders: [P30D, P7D]            | reminders: [P0D]                   | /wallets/0/reminders/0
        { points: 20000, per: month }     | { points: 0, per: month }          | /wallets/0/cap/points
        maxBalance: 100000                | maxBalance: -1                     | /wallets/0/maxBalance
        `blocked: {`                      | `closed: {`                        | /membership/statuses/closed
        `blocked: {`                      | `deceased: {`                      | /membership/statuses/deceased
        lateGrace: P14D                   | lateGrace: P-1D                    | /earning/lateGrace
        `id: spring, points: 1000000`     | `id: spring, points: 0`            | /earning/budgets/0/points
        budget: spring                    | budget: autumn                     | /earning/rules/2/limits/budget
        group: happy-hours                | group: sad-hours                   | /earning/rules/3/group
        wallet: stars¶      gives        | wallet: moons¶      gives         | /earning/rules/1/wallet
        id: late-show                     | id: happy-hour                     | /earning/rules/4/id
        fromDate: 2026-03-01              | fromDate: 2026-07-01               | /earning/rules/2/place/untilDate
        `fromTime: "22:00", `             | ``                                 | /earning/rules/4/place
        fromTime: "22:00"                 | fromTime: "02:00"                  | /earning/rules/4/place/untilTime
        everyVisit: 10                    | everyVisit: 10, visit: 3           | /earning/rules/7/occasion
        everyVisit: 10                    | everyVisit: 10, firstPurchase: true| /earning/rules/7/occasion
        everyVisit: 10                    | everyVisit: 0                      | /earning/rules/7/occasion/everyVisit
        trigger: signUp                   | trigger: goodWeather               | /earning/rules/8/trigger
        `trigger: birthday¶      gives: { fixed: 250 }` | `trigger: birthday¶      gives: { multiply: 2 }` | /earning/rules/9/gives
        `gives: { fixed: 200 }`           | `gives: { fixed: 200, multiply: 2 }` | /earning/rules/5/gives
        `gives: { fixed: 200 }`           | `gives: { points: 2 }`             | /earning/rules/5/gives/per
        `gives: { fixed: 200 }`           | `gives: { fixed: 201 }`            | /earning/rules/5/limits/perReceipt
        times: { most: 1, per: week }     | times: { most: 0 }                 | /earning/rules/5/limits/times/most
        coolDown: P3D                     | coolDown: P0D                      | /earning/rules/5/limits/coolDown
        kinds: [sale, return, delivery]   | kinds: []                          | /earning/rules/0/lines/kinds
        price: paid                       | of: receipt                        | /earning/rules/0/gives/of
        include: { labels: [red] }        | include: { labels: [red] }, exclude: { labels: [red] } | /earning/rules/2/lines/exclude/labels/0
        kind: dates, dates: ["12-31"] }¶  takesBackTier | kind: rolling, after: P12M }¶  takesBackTier | /refunds/debtExpiry/kind
        whenSpent: debt                   | whenSpent: withinBalance           | /refunds/debtExpiry
        threshold: 1000                   | threshold: 299                     | /tiers/levels/2/threshold
        id: guest, threshold: 0           | id: guest, threshold: 1            | /tiers/levels/0/threshold
        id: friend, threshold             | id: guest, threshold               | /tiers/levels/1/id
        multiply: 1.5 }¶    - { id: family | multiply: 0 }¶    - { id: family | /tiers/levels/1/multiply
        kind: calendar, unit: year        | kind: calendar                     | /tiers/window/unit
        kind: calendar, unit: year        | kind: calendar, unit: day          | /tiers/window/unit
        kind: calendar, unit: year        | kind: rolling                      | /tiers/window/length
        basis: points¶  wallet: stars¶  window: { kind: calendar, unit: year } | basis: balance¶  window: { kind: rolling, length: P1Y } | /tiers/window/kind
        basis: points¶  wallet: stars    | basis: netSpend¶  wallet: stars   | /tiers/wallet
        basis: points¶  wallet: stars    | basis: points¶  wallet: beans     | /tiers/wallet
        levels: [friend, family]          | levels: [friend, foe]              | /benefits/0/levels/1
        - { id: happy-hours, choose: best } | - { id: happy-hours }¶    - { id: happy-hours } | /earning/groups/1/id
        - { id: spring, points: 1000000 }   | - { id: spring, points: 1 }¶    - { id: spring, points: 1 } | /earning/budgets/1/id
        expiry: { kind: dates, dates: ["12-31"] } | expiry: { kind: dates, dates: ["12-31"], atLeast: P101Y } | /wallets/1/expiry/atLeast
        levels: [friend, family]          | levels: []                         | /benefits/0/levels
        id: early-access                  | id: free-refill                    | /benefits/1/id
        after: P12M, until: month         | after: P101Y, until: month         | /wallets/0/expiry/after
        { kind: after, after: P14D }      | { kind: after, after: PT999999999H } | /wallets/0/pending/after
        reminders: [P30D, P7D]            | reminders: [P999999D]              | /wallets/0/reminders/0
        maxBalance: 100000                | maxBalance: 1000000000000001       | /wallets/0/maxBalance
        lateGrace: P14D                   | lateGrace: P2000000000Y            | /earning/lateGrace
        coolDown: P3D                     | coolDown: P40000D                  | /earning/rules/5/limits/coolDown
        `gives: { points: 4, per: 1.00`   | `gives: { points: 1000001, per: 1.00` | /earning/rules/0/gives/points
        `gives: { points: 4, per: 1.00`   | `gives: { points: 4, per: 1e999999999` | /earning/rules/0/gives/per
        `gives: { multiply: 3 }`          | `gives: { multiply: 1e999999999 }` | /earning/rules/2/gives/multiply
        `gives: { multiply: 3 }`          | `gives: { multiply: 1.0000001 }`   | /earning/rules/2/gives/multiply
        `gives: { multiply: 3 }`          | `gives: { multiply: 1001 }`        | /earning/rules/2/gives/multiply
        `gives: { fixed: 500 }`           | `gives: { fixed: 1000000001 }`     | /earning/rules/8/gives/fixed
        threshold: 1000                   | threshold: 1e999999999             | /tiers/levels/2/threshold
        grace: P1M                        | grace: P1300M                      | /tiers/hold/grace
        most: 2, per: month               | most: 0                            | /benefits/1/limit/most
        """)
    void a_contradiction_is_refused(String words, String instead, String pointer) {
        String changed = instead == null ? "" : lines(instead);
        List<Fault> faults = faults(Cafe.changed(lines(words), changed));
        assertTrue(faults.stream().anyMatch(fault -> fault.pointer().equals(pointer)), faults::toString);
        faults.forEach(fault -> assertTrue(fault.detail().matches("(?s).{10,}\\."), fault::toString));
    }

    @Test
    void an_upgrade_at_the_next_period_needs_periods() {
        String rolling = Cafe.changed("kind: calendar, unit: year", "kind: rolling, length: P12M");
        assertEquals(List.of(), faults(rolling));
        assertFalse(faults(rolling.replace("upgrade: atOnce", "upgrade: nextPeriod"))
                .isEmpty());
    }

    @Test
    void a_soft_landing_needs_a_hold() {
        String hold = "  hold: { until: endOfNextPeriod, grace: P1M, roundedToMonthEnd: true }\n";
        assertEquals("/tiers/downgrade", faults(Cafe.changed(hold, "")).get(0).pointer());
    }

    @Test
    void taking_back_only_what_is_pending_needs_something_pending() {
        String text = Cafe.changed(
                "whenSpent: debt\n  debtExpiry: { kind: dates, dates: [\"12-31\"] }", "whenSpent: onlyPending");
        assertEquals(List.of(), faults(text));
        String atOnce = text.replace("pending: { kind: after, after: P14D }", "pending: { kind: none }")
                .replace(
                        "      pending: { kind: event, event: custom.delivered, cancellation: P14D, givenUpAfter: P90D"
                                + " }\n",
                        "");
        assertEquals("/refunds/whenSpent", faults(atOnce).get(0).pointer());
    }

    @Test
    void a_multiplier_needs_a_base_in_its_own_wallet() {
        String text = Cafe.changed("gives: { multiply: 3 }", "gives: { multiply: 3 }\n      wallet: stars");
        assertEquals(List.of(), faults(text));
        String noBase = text.replace("gives: { points: 1, per: 1.00 }", "gives: { fixed: 1 }");
        assertEquals("/earning/rules/2", faults(noBase).get(0).pointer());
    }

    @Test
    void a_programme_gives_points_by_some_rule() {
        String none = "format: 1\nid: club\nearning: { rules: [] }\n";
        assertEquals(
                List.of("/earning/rules"),
                faults(none).stream().map(Fault::pointer).toList());
    }

    @Test
    void what_a_rule_names_is_told_with_what_there_is() {
        String text =
                "format: 1\nid: club\nearning: { rules: [{ id: base, gives: { points: 1, per: 1 }, group: x }] }\n";
        assertEquals("There is no x; there is none.", faults(text).get(0).detail());
        assertEquals(
                "There is no x; there is points.",
                faults(text.replace("group: x", "wallet: x")).get(0).detail());
    }

    @Test
    void a_group_of_one_is_fine() {
        assertEquals(
                List.of(),
                faults(Cafe.changed("    - id: late-show\n      group: happy-hours\n", "    - id: late-show\n")));
    }

    @Test
    void every_fault_is_found_and_not_only_the_first() {
        assertEquals(
                3,
                faults(Cafe.changed("threshold: 1000", "threshold: 3")
                                .replace("budget: spring", "budget: x")
                                .replace("format: 1", "format: 9"))
                        .size());
    }

    private static String lines(String words) {
        return words.replace("¶", "\n");
    }

    private static List<Fault> faults(String text) {
        Faults faults = new Faults();
        DocumentRules.check(DocumentText.read(text), Catalogue.UNKNOWN, faults);
        return faults.found();
    }
}
