package io.regulars.gateway.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"/%69nternal", "/a/%2e%2e/b", "/a%2Db", "/a%5Fb", "/a%7eb", "/a%30", "/a%", "/a%4", "/a%zz"})
    void what_stands_for_itself_is_not_escaped(String path) {
        assertTrue(PathRules.isDisguised(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/time", "/v1/customers/card%3A98", "/v1/customers/external:a%20b%C3%A9", "/a~b"})
    void what_has_to_be_escaped_may_be(String path) {
        assertFalse(PathRules.isDisguised(path));
    }

    @Test
    void a_segment_is_spelled_as_we_take_it() {
        String segment = PathRules.segment("card:a b~c-d_e.f+g");
        assertEquals("card%3Aa%20b~c-d_e.f%2Bg", segment);
        assertFalse(PathRules.isDisguised("/" + segment));
    }
}
