package io.regulars.loyalty.programme.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.loyalty.programme.Cafe;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.text.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Members have points, days and visits by the version before: the next one keeps what these were counted in. */
class SuccessionTest {

    private static final String BEFORE =
            "currency: EUR\nzone: Europe/Berlin\nwallets: [{ id: beans }, { id: stars }]\n";

    @Test
    void a_version_that_keeps_what_was_counted_may_follow() {
        assertEquals(List.of(), after(BEFORE));
        assertEquals(List.of(), after(BEFORE.replace("id: beans", "id: beans, maxBalance: 5")));
    }

    @Test
    void money_zone_and_wallets_stay_what_they_are() {
        assertEquals(List.of("/currency"), after(BEFORE.replace("EUR", "USD")));
        assertEquals(List.of("/zone"), after(BEFORE.replace("Berlin", "Lisbon")));
        assertEquals(List.of("/wallets"), after(BEFORE.replace("stars", "moons")));
        assertEquals(List.of("/wallets", "/wallets"), after("wallets: [{ id: points }]\n"));
    }

    @Test
    void what_a_scheduled_version_would_not_keep_is_told_with_its_number() {
        List<Fault> faults = SuccessionRules.whatLater(version(BEFORE), version(BEFORE.replace("EUR", "USD")));
        assertEquals(List.of("/currency"), faults.stream().map(Fault::pointer).toList());
        assertTrue(
                faults.get(0).detail().startsWith("Version 7 is scheduled after it. It stays EUR"), faults::toString);
    }

    private static List<String> after(String promises) {
        return SuccessionRules.between(version(BEFORE), version(promises)).stream()
                .map(Fault::pointer)
                .toList();
    }

    private static ProgrammeVersion version(String promises) {
        return Cafe.version("format: 1\nid: club\n" + promises
                + "earning: { rules: [{ id: base, gives: { points: 1, per: 1 } }] }\n");
    }
}
