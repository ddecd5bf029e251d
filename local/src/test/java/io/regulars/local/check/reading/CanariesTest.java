package io.regulars.local.check.reading;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CanariesTest {
    private final Canaries canaries = new Canaries();

    CanariesTest() {
        canaries.add("ana.k@example.org");
        canaries.add("+1 (555) 000-1234");
        canaries.add("9840001");
        canaries.add("12345");
        canaries.add(null);
    }

    @Test
    void values_are_met_in_texts_whatever_stands_around_them() {
        assertTrue(inJson("{\"note\":\"ana.k@example.org\"}"));
        assertTrue(inJson("{\"note\":\"said \\\"ANA.K@Example.org.\\\"\"}"));
        assertTrue(inJson("{\"a\":[{\"phone\":\"+15550001234\"}]}"));
        assertTrue(inJson("{\"card\":\"9840001\"}"));
        assertTrue(canaries.inText("ana.k@example.org".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void numbers_ids_and_short_values_are_not_taken_for_one() {
        assertFalse(inJson("{\"total\":9840001}"));
        assertFalse(inJson("{\"id\":\"9840001a-0000-7000-8000-000000000000\"}"));
        assertFalse(inJson("{\"receipt\":\"12345\"}"));
        assertFalse(inJson("{\"note\":\"hana.k@example.org\"}"));
        assertFalse(canaries.inJson(null));
    }

    private boolean inJson(String json) {
        return canaries.inJson(json.getBytes(StandardCharsets.UTF_8));
    }
}
