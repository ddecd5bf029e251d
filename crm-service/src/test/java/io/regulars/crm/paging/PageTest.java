package io.regulars.crm.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.regulars.crm.paging.Page.Listing;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Problem;
import io.regulars.platform.http.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PageTest {

    private static final Place PLACE = new Place(Instant.parse("1969-03-02T12:00:00.123456Z"), UUID.randomUUID());

    @Test
    void a_cursor_leads_back_to_its_place() {
        assertEquals(PLACE, Page.asked("1", PLACE.cursor()).after());
    }

    @Test
    void twenty_when_not_said_and_a_hundred_at_most() {
        assertEquals(20, Page.asked(null, null).limit());
        assertEquals(100, Page.asked("100", null).limit());
        for (String limit : List.of("0", "101", "-1", "1e1", "x", "", " 5", "99999999999", "٥")) {
            assertEquals("/limit", pointerOf(limit, null), limit);
        }
    }

    @Test
    void a_cursor_that_is_not_ours_is_refused() {
        String ours = PLACE.cursor();
        String far = "f".repeat(32);
        for (String cursor : List.of("", "x", "%%%", ours + "AA", ours.substring(1), far)) {
            assertEquals("/cursor", pointerOf(null, cursor), cursor);
        }
    }

    @Test
    void the_last_part_has_no_next() {
        Page two = Page.asked("2", null);
        Listing<Place> more = two.listing(List.of(PLACE, PLACE, PLACE), place -> place, Map.of());
        Listing<Place> last = two.listing(List.of(PLACE, PLACE), place -> place, Map.of());

        assertEquals(2, more.data().size());
        assertEquals(PLACE.cursor(), more.next());
        assertNull(last.next());
    }

    private static String pointerOf(String limit, String cursor) {
        Problem problem =
                assertThrows(Refusal.class, () -> Page.asked(limit, cursor)).problem();
        assertEquals(Code.INVALID, problem.code());
        return problem.errors().get(0).pointer();
    }
}
