package io.regulars.gateway.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.regulars.platform.http.Code;
import io.regulars.platform.http.Problem;
import io.regulars.platform.http.Problem.Flaw;
import io.regulars.platform.http.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadProductsTest {

    private static final String TWO =
            "{\"sku\":\"A/1\",\"category\":\"coffee\",\"labels\":[\"hot\"]}%s{\"sku\":\"B2\"}";

    @Test
    void an_array_and_lines_say_the_same() {
        List<Product> products = ReadProducts.of(bytes("[" + TWO.formatted(",") + "]"), false);
        assertEquals(
                List.of(
                        new Product("A/1", null, "coffee", null, null, List.of("hot")),
                        new Product("B2", null, null, null, null, null)),
                products);
        assertEquals(products, ReadProducts.of(bytes(TWO.formatted("\n\n")), true));
        assertEquals(List.of(), ReadProducts.of(bytes("[]"), false));
    }

    @Test
    void everything_that_is_wrong_is_told_with_its_place_and_keeps_all_of_them_out() {
        Problem problem = refused("""
                {"sku":"A1"}
                {"name":"nothing"}
                {"sku":"A1"}
                {"sku":" A"}
                {"sku":"B","colour":"red"}
                {"sku":"C","labels":["a\\u0000b"]}
                {"sku":
                {"sku":"D","category":""}
                7
                """, true);
        assertEquals(Code.INVALID, problem.code());
        assertEquals(
                List.of("/1/sku", "/2/sku", "/3/sku", "/4/colour", "/5/labels", "/6", "/7/category", "/8"),
                problem.errors().stream().map(Flaw::pointer).toList());
    }

    @Test
    void a_thousand_go_in_and_no_more() {
        String one = "{\"sku\":\"A%d\"}";
        StringBuilder thousand = new StringBuilder();
        for (int i = 0; i < 1_000; i++) thousand.append(one.formatted(i)).append('\n');
        assertEquals(1_000, ReadProducts.of(bytes(thousand.toString()), true).size());
        assertEquals(Code.TOO_LARGE, refused(thousand + "{\"sku\":\"B\"}", true).code());
        String many = "[" + String.join(",", Collections.nCopies(1_001, "{}")) + "]";
        assertEquals(Code.TOO_LARGE, refused(many, false).code());
    }

    @Test
    void what_is_no_list_is_not_read() {
        assertEquals(Code.MALFORMED_JSON, refused("{\"sku\":\"A\"}", false).code());
        assertEquals(Code.MALFORMED_JSON, refused("[{\"sku\":\"A\"}", false).code());
    }

    private static Problem refused(String body, boolean lines) {
        return assertThrows(Refusal.class, () -> ReadProducts.of(bytes(body), lines))
                .problem();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
