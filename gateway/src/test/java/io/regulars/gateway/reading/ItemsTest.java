package io.regulars.gateway.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.gateway.reading.Items.Item;
import io.regulars.platform.http.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemsTest {

    @Test
    void an_array_is_cut_into_its_items() {
        String body =
                " [ {\"a\":{\"type\":\"x\"},\"é\":1} , {\"type\":\"refund\"},5,\"text\",[1,[2]],null,{\"type\":7}]";
        List<Item> items = Items.ofArray(bytes(body), 10);
        assertEquals(
                List.of(
                        "{\"a\":{\"type\":\"x\"},\"é\":1}",
                        "{\"type\":\"refund\"}",
                        "5",
                        "\"text\"",
                        "[1,[2]]",
                        "null",
                        "{\"type\":7}"),
                items.stream().map(item -> text(body, item)).toList());
        assertNull(items.get(0).type());
        assertEquals("refund", items.get(1).type());
        assertEquals("", items.get(6).type());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[", "[{}", "[{},]", "[{}] x"})
    void a_broken_array_breaks_the_whole(String body) {
        assertThrows(Refusal.class, () -> Items.ofArray(bytes(body), 10));
    }

    @Test
    void a_broken_line_breaks_itself() {
        String body = "{\"type\":\"refund\"}\r\n\n{broken\n{}";
        List<Item> items = Items.ofLines(bytes(body), 10);
        assertEquals(3, items.size());
        assertEquals("refund", items.get(0).type());
        assertTrue(items.get(1).broken());
        assertEquals("{}", text(body, items.get(2)));
    }

    @Test
    void more_than_allowed_are_seen_but_not_kept() {
        assertEquals(3, Items.ofArray(bytes("[1,2,3,4,5]"), 2).size());
        assertEquals(3, Items.ofLines(bytes("1\n2\n3\n4\n5"), 2).size());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(String body, Item item) {
        return new String(bytes(body), item.from(), item.length(), StandardCharsets.UTF_8);
    }
}
