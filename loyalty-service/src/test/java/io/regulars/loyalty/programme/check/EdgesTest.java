package io.regulars.loyalty.programme.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.loyalty.programme.text.DocumentText;
import io.regulars.loyalty.programme.text.Fault;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last thing that is still right, and the first that is not: where exactly a promise becomes a contradiction. */
class EdgesTest {

    private static final Catalogue SOLD = new Catalogue(
            Set.of("A"), Set.of("food"), Set.of("house"), Set.of("fall"), Set.of("any", "blue", "red"), Set.of("S-1"));

    /** A rule beside a base rule; no pointer: nothing is wrong with it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        gives: { fixed: 1 }                                              |
        gives: { fixed: 0 }                                              | /gives/fixed
        gives: { points: 0, per: 1 }                                     | /gives/points
        gives: { points: 1, per: 0.01 }                                  |
        gives: { points: 1, per: 0 }                                     | /gives/per
        gives: { fixed: 5, per: 1 }                                      | /gives/per
        gives: { multiply: 1.01 }                                        |
        gives: { multiply: 1 }                                           | /gives/multiply
        gives: { points: 1, per: 1, of: receipt }                        |
        gives: { fixed: 5 }, limits: { perReceipt: 5 }                   |
        gives: { fixed: 5 }, limits: { perReceipt: 4 }                   | /limits/perReceipt
        gives: { points: 1, per: 1 }, limits: { perReceipt: 1 }          |
        gives: { points: 1, per: 1 }, limits: { perReceipt: 0 }          | /limits/perReceipt
        gives: { fixed: 5 }, limits: { times: { most: 1 } }              |
        gives: { fixed: 5 }, limits: { times: { most: 0 } }              | /limits/times/most
        gives: { fixed: 5 }, limits: { cap: { points: 1, per: day } }    |
        gives: { fixed: 5 }, limits: { cap: { points: 0, per: day } }    | /limits/cap/points
        gives: { fixed: 5 }, limits: { coolDown: PT1S }                  |
        gives: { fixed: 5 }, limits: { coolDown: PT0S }                  | /limits/coolDown
        gives: { fixed: 5 }, place: { fromDate: 2026-03-01, untilDate: 2026-03-01 } |
        gives: { fixed: 5 }, place: { fromDate: 2026-03-02, untilDate: 2026-03-01 } | /place/untilDate
        gives: { fixed: 5 }, place: { untilDate: 2026-03-01 }            |
        gives: { fixed: 5 }, place: { fromDate: 2026-03-01 }             |
        `gives: { fixed: 5 }, place: { fromTime: "10:00", untilTime: "10:01" }` |
        `gives: { fixed: 5 }, place: { fromTime: "10:00", untilTime: "10:00" }` | /place/untilTime
        `gives: { fixed: 5 }, place: { fromTime: "10:00" }`              | /place
        gives: { fixed: 5 }, place: { stores: [S-1] }                    |
        gives: { fixed: 5 }, place: { stores: [S-1, S-2] }               | /place/stores/1
        gives: { fixed: 5 }, occasion: { visit: 1 }                      |
        gives: { fixed: 5 }, occasion: { visit: 0 }                      | /occasion/visit
        gives: { fixed: 5 }, occasion: { everyVisit: 1 }                 |
        gives: { fixed: 5 }, occasion: { everyVisit: 0 }                 | /occasion/everyVisit
        gives: { fixed: 5 }, occasion: { visit: 2, everyVisit: 2 }       | /occasion
        gives: { fixed: 5 }, occasion: { firstPurchase: true, visit: 1 } |
        gives: { fixed: 5 }, occasion: { firstPurchase: true, visit: 2 } | /occasion
        gives: { fixed: 5 }, occasion: { firstPurchase: true, everyVisit: 1 } |
        gives: { fixed: 5 }, occasion: { firstPurchase: true, everyVisit: 2 } | /occasion
        gives: { fixed: 5 }, needsBase: true                             |
        gives: { fixed: 5 }, needsBase: true, trigger: signUp            | /needsBase
        gives: { fixed: 5 }, trigger: signUp                             |
        gives: { fixed: 5 }, trigger: custom.a                           |
        gives: { fixed: 5 }, trigger: custom.                            | /trigger
        gives: { fixed: 5, each: line }, trigger: review                 | /gives
        gives: { points: 1, per: 1 }, trigger: review                    | /gives
        gives: { fixed: 5 }, trigger: review, lines: { include: { skus: [A] } } | /lines
        gives: { fixed: 5 }, trigger: review, occasion: { visit: 1 }     | /occasion
        gives: { fixed: 5 }, lines: { include: { skus: [A], categories: [food], brands: [house], collections: [fall], labels: [any] } } |
        gives: { fixed: 5 }, lines: { include: { skus: [B] } }           | /lines/include/skus/0
        gives: { fixed: 5 }, lines: { include: { categories: [toys] } }  | /lines/include/categories/0
        gives: { fixed: 5 }, lines: { include: { brands: [else] } }      | /lines/include/brands/0
        gives: { fixed: 5 }, lines: { include: { collections: [lost] } } | /lines/include/collections/0
        gives: { fixed: 5 }, lines: { include: { labels: [red, cold] } } | /lines/include/labels/1
        gives: { fixed: 5 }, lines: { exclude: { skus: [A, B] } }        | /lines/exclude/skus/1
        gives: { fixed: 5 }, lines: { include: { skus: [A] }, exclude: { skus: [A] } }                | /lines/exclude/skus/0
        gives: { fixed: 5 }, lines: { include: { categories: [food] }, exclude: { categories: [food] } } | /lines/exclude/categories/0
        gives: { fixed: 5 }, lines: { include: { brands: [house] }, exclude: { brands: [house] } }    | /lines/exclude/brands/0
        gives: { fixed: 5 }, lines: { include: { collections: [fall] }, exclude: { collections: [fall] } } | /lines/exclude/collections/0
        gives: { fixed: 5 }, lines: { include: { labels: [red] }, exclude: { labels: [blue, red] } }  | /lines/exclude/labels/1
        gives: { fixed: 5 }, pending: { kind: event, event: custom.delivered, cancellation: P1D, givenUpAfter: P1D } |
        gives: { fixed: 5 }, pending: { kind: event }                    | /pending/event
        gives: { fixed: 5 }, pending: { kind: event, event: custom.delivered, cancellation: P0D } | /pending/cancellation
        gives: { fixed: 5 }, pending: { kind: event, event: custom.delivered, givenUpAfter: P0D } | /pending/givenUpAfter
        gives: { fixed: 5 }, pending: { kind: none, event: custom.delivered }   | /pending/event
        gives: { fixed: 5 }, pending: { kind: none, cancellation: P1D }  | /pending/cancellation
        gives: { fixed: 5 }, pending: { kind: none, givenUpAfter: P1D }  | /pending/givenUpAfter
        `gives: { fixed: 5 }, pending: { kind: none, dates: ["01-01"] }` | /pending/dates
        gives: { fixed: 5 }, expiry: { kind: rolling, after: P1D }       |
        gives: { fixed: 5 }, expiry: { kind: rolling, after: P0D }       | /expiry/after
        gives: { fixed: 5 }, expiry: { kind: dates }                     | /expiry/dates
        `gives: { fixed: 5 }, expiry: { kind: dates, dates: ["12-31"], atLeast: P0D }` |
        `gives: { fixed: 5 }, expiry: { kind: dates, dates: ["12-31"], atLeast: P-1D }` | /expiry/atLeast
        `gives: { fixed: 5 }, expiry: { kind: never, dates: ["12-31"] }` | /expiry/dates
        gives: { fixed: 5 }, expiry: { kind: inactivity, after: P1Y }    |
        gives: { fixed: 5 }, expiry: { kind: inactivity }                | /expiry/after
        gives: { fixed: 5 }, expiry: { kind: inactivity, after: P1Y, until: instant } | /expiry/until
        gives: { fixed: 5 }, expiry: { kind: rolling, after: P1Y, until: instant } |
        """)
    void a_rule(String rule, String pointer) {
        String text = "format: 1\nid: club\nearning:\n  rules:\n    - { id: base, gives: { points: 1, per: 1 } }\n"
                + "    - { id: more, " + rule + " }\n";
        check(text, pointer == null ? null : "/earning/rules/1" + pointer);
    }

    /** Something beside one base rule. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        id: a                                                    |
        id: a123456789012345678901234567890123456789             |
        id: a1234567890123456789012345678901234567890            | /id
        wallets: [{ id: a }, { id: b }]                          |
        wallets: [{ id: a }, { id: b }, { id: c }]               | /wallets
        wallets: [{ id: a, spendable: false }]                   | /wallets
        wallets: [{ id: a, qualifying: false }]                  |
        wallets: [{ id: a, spendable: false }, { id: b }]        |
        wallets: [{ id: a, spendable: false, qualifying: false }, { id: b }] | /wallets/0
        wallets: [{ id: a, maxBalance: 1 }]                      |
        wallets: [{ id: a, maxBalance: 0 }]                      | /wallets/0/maxBalance
        wallets: [{ id: a, perReceipt: 1 }]                      |
        wallets: [{ id: a, perReceipt: 0 }]                      | /wallets/0/perReceipt
        wallets: [{ id: a, cap: { points: 1, per: day } }]       |
        wallets: [{ id: a, reminders: [P1D] }]                   |
        wallets: [{ id: a, reminders: [P1D, P-1D] }]             | /wallets/0/reminders/1
        `wallets: [{ id: a, name: { one: " ", many: points } }]` | /wallets/0/name
        `wallets: [{ id: a, name: { one: point, many: " " } }]`  | /wallets/0/name
        `wallets: [{ id: -a }]`                                  | /wallets/0/id
        membership: { statuses: { new: { earn: false, spend: false, beSent: false } } } |
        membership: { statuses: { closed: { earn: false, spend: true, beSent: true } } } |
        membership: { statuses: { closed: { earn: true, spend: false, beSent: false } } } | /membership/statuses/closed
        membership: { statuses: { deceased: { earn: false, spend: false, beSent: true } } } | /membership/statuses/deceased
        membership: { statuses: { new: { earn: false, spend: true, beSent: true }, active: { earn: false, spend: true, beSent: true } } } | /membership/statuses
        refunds: { takesBackTier: false }                        | /refunds/takesBackTier
        `refunds: { debtExpiry: { kind: dates, dates: ["12-31"] } }` |
        refunds: { debtExpiry: { kind: dates } }                 | /refunds/debtExpiry/dates
        refunds: { whenSpent: onlyPending }                      | /refunds/whenSpent
        benefits: [{ id: tea, levels: [low] }]                   | /benefits/0/levels/0
        """)
    void a_promise(String promise, String pointer) {
        String id = promise.startsWith("id:") ? "" : "id: club\n";
        String text =
                "format: 1\n" + id + promise + "\nearning: { rules: [{ id: base, gives: { points: 1, per: 1 } }] }\n";
        check(text, pointer);
    }

    /** Tiers of two levels. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        basis: visits, window: { kind: ever }                                      |
        basis: visits, window: { kind: ever, unit: year }                          | /tiers/window/unit
        basis: visits, window: { kind: ever, length: P1Y }                         | /tiers/window/length
        basis: visits, window: { kind: ever }, hold: {}                            | /tiers/hold
        basis: visits, window: { kind: ever }, upgrade: nextPeriod                 | /tiers/upgrade
        basis: visits, window: { kind: anniversary }, upgrade: nextPeriod          |
        basis: visits, window: { kind: calendar, unit: month }, upgrade: nextPeriod |
        basis: visits, window: { kind: calendar, unit: quarter }                   |
        basis: visits, window: { kind: calendar, unit: week }                      | /tiers/window/unit
        basis: visits, window: { kind: rolling, length: P1D }                      |
        basis: visits, window: { kind: rolling, length: P0D }                      | /tiers/window/length
        basis: visits, window: { kind: rolling, length: P-1D }                     | /tiers/window/length
        basis: visits, window: { kind: rolling, length: P1Y, unit: year }          | /tiers/window/unit
        basis: visits, window: { kind: anniversary }, hold: { grace: P0D }         |
        basis: visits, window: { kind: anniversary }, hold: { grace: P-1D }        | /tiers/hold/grace
        basis: visits, window: { kind: anniversary }, downgrade: softLanding       | /tiers/downgrade
        basis: visits, window: { kind: anniversary }, downgrade: softLanding, hold: {} |
        basis: visits, wallet: a, window: { kind: ever }                           | /tiers/wallet
        basis: points, wallet: a, window: { kind: ever }                           |
        basis: balance, wallet: b, window: { kind: ever }                          | /tiers/wallet
        basis: balance, wallet: c, window: { kind: ever }                          | /tiers/wallet
        basis: balance, window: { kind: rolling, length: P1Y }                     | /tiers/window/kind
        basis: points, window: { kind: rolling, length: P1Y }                      |
        """)
    void tiers(String tiers, String pointer) {
        check(with(tiers, "threshold: 1, multiply: 1"), pointer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        threshold: 0.01                                                     |
        threshold: 0                                                        | /tiers/levels/1/threshold
        threshold: 1, multiply: 1                                           |
        threshold: 1, multiply: 0.99                                        | /tiers/levels/1/multiply
        threshold: 1, expiry: { kind: rolling }                             | /tiers/levels/1/expiry/after
        """)
    void a_level(String level, String pointer) {
        check(with("basis: netSpend, window: { kind: ever }", level), pointer);
    }

    private static String with(String tiers, String level) {
        return "format: 1\nid: club\nwallets: [{ id: a }, { id: b, qualifying: false }]\n"
                + "earning: { rules: [{ id: base, gives: { points: 1, per: 1 } }] }\n"
                + "tiers: { " + tiers + ", levels: [{ id: low, threshold: 0 }, { id: mid, " + level + " }] }\n"
                + "refunds: { takesBackTier: false }\n"
                + "benefits: [{ id: tea, levels: [mid], limit: { most: 1, per: day } }]\n";
    }

    private static void check(String text, String pointer) {
        Faults faults = new Faults();
        DocumentRules.check(DocumentText.read(text), SOLD, faults);
        List<String> found =
                faults.found().stream().map(Fault::pointer).distinct().toList();
        if (pointer == null) assertEquals(List.of(), found, faults.found()::toString);
        else assertTrue(found.contains(pointer), faults.found()::toString);
    }
}
