package io.regulars.engagement.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageAskedTest {

    @Test
    void a_cursor_leads_back_to_its_place() {
        Instant at = Instant.parse("2026-11-21T09:00:00.000001Z");
        UUID id = UUID.randomUUID();

        assertEquals(new PageAsked(100, at, id), PageAsked.of("100", PageAsked.after(at, id)));
        assertEquals(new PageAsked(20, null, null), PageAsked.of(null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "1e1", "", "999999999999", "ten"})
    void a_limit_is_from_1_to_100(String limit) {
        assertRefused("/limit", limit, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "bm9uc2Vuc2U", "Lw", "MjAyNi0xMS0yMVQwOTowMDowMFovMQ"})
    void a_foreign_cursor_is_refused(String cursor) {
        assertRefused("/cursor", null, cursor);
    }

    private static void assertRefused(String pointer, String limit, String cursor) {
        Refusal refusal = assertThrows(Refusal.class, () -> PageAsked.of(limit, cursor));
        assertEquals(Code.INVALID, refusal.problem().code());
        assertEquals(pointer, refusal.problem().errors().get(0).pointer());
    }
}
