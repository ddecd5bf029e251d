package io.regulars.crm.touchpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TellableTest {

    @Test
    void a_purchase_is_named_by_its_whole_id_or_not_at_all() {
        UUID id = UUID.randomUUID();
        assertEquals(id, TellableRules.purchaseId(Map.of("purchaseId", id.toString())));
        assertNull(TellableRules.purchaseId(Map.of("purchaseId", "1-1-1-1-1")));
        assertNull(TellableRules.purchaseId(Map.of("purchaseId", "the one of Monday")));
        assertNull(TellableRules.purchaseId(Map.of("purchaseId", 7)));
        assertNull(TellableRules.purchaseId(Map.of()));
        assertNull(TellableRules.purchaseId(null));
    }

    @Test
    void a_rating_is_a_number_within_bounds_and_told_without_its_fraction() {
        assertEquals(5, TellableRules.rating(Map.of("rating", 5)));
        assertEquals(4, TellableRules.rating(Map.of("rating", 4.9)));
        assertEquals(0, TellableRules.rating(Map.of("rating", 0)));
        assertNull(TellableRules.rating(Map.of("rating", 101)));
        assertNull(TellableRules.rating(Map.of("rating", -1)));
        assertNull(TellableRules.rating(Map.of("rating", Double.NaN)));
        assertNull(TellableRules.rating(Map.of("rating", "5 stars, says Ana")));
    }
}
