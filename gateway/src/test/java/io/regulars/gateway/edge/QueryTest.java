package io.regulars.gateway.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class QueryTest {

    @Test
    void what_is_asked_for_is_escaped_and_what_is_left_out_is_left_out() {
        assertEquals("", Query.of(new Paging(null, null)).and("programme", null).text());
        assertEquals("?programme=a%26b%3D1", Query.of("programme", "a&b=1").text());
        assertEquals(
                "?limit=5&cursor=c%23&programme=club",
                Query.of(new Paging("5", "c#")).and("programme", "club").text());
        assertEquals("/lots?limit=1", "/lots" + Query.of("limit", "1"));
    }
}
