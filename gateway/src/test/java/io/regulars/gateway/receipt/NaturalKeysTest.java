package io.regulars.gateway.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.events.Voiding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NaturalKeysTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    @Test
    void the_published_examples_hold() throws IOException {
        String page =
                Files.readString(Path.of(System.getProperty("regulars.home")).resolve("docs/natural-keys.md"));
        UUID purchase = NaturalKeys.purchase("S-001", "T-1", DAY, "000123");
        UUID refund = NaturalKeys.refund("S-001", "T-1", DAY, "000123");
        UUID touchpoint = NaturalKeys.touchpoint("store-key:0197a5c0-0000-7000-8000-000000000001", "visit|7");

        assertEquals(UUID.fromString("96eca2d9-ddbe-5a9a-b634-19a55265334b"), purchase);
        for (UUID example : new UUID[] {
            purchase,
            refund,
            touchpoint,
            Voiding.of(purchase),
            NaturalKeys.PURCHASES,
            NaturalKeys.REFUNDS,
            NaturalKeys.TOUCHPOINTS,
            Voiding.NAMESPACE
        }) {
            assertTrue(page.contains(example.toString()), () -> "docs/natural-keys.md lacks " + example);
        }
    }

    @Test
    void a_refund_is_not_the_purchase_of_the_same_number() {
        assertNotEquals(NaturalKeys.purchase("S", "T", DAY, "1"), NaturalKeys.refund("S", "T", DAY, "1"));
    }

    @Test
    void parts_do_not_run_into_each_other() {
        assertNotEquals(NaturalKeys.touchpoint("a|b", "c"), NaturalKeys.touchpoint("a", "b|c"));
        assertNotEquals(NaturalKeys.touchpoint("a\\", "|c"), NaturalKeys.touchpoint("a", "\\|c"));
    }

    @Test
    void ids_are_name_based() {
        assertEquals(5, NaturalKeys.purchase("S", "T", DAY, "1").version());
        assertEquals(5, Voiding.of(NaturalKeys.purchase("S", "T", DAY, "1")).version());
    }
}
