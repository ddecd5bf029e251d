package io.regulars.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.regulars.events.MembershipEvent.PurchaseAssessed;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Each change is planted into a real schema, by hand, and has to be told for what it is. */
class SchemaChangesTest {

    private static final ObjectNode LANDED = SchemaOf.of(PurchaseAssessed.class);

    @Test
    void the_same_schema_has_no_changes() {
        assertTrue(after(now -> {}).none());
    }

    @Test
    void a_removed_field_breaks() {
        assertBreaks("/tier was removed", now -> properties(now).remove("tier"));
    }

    @Test
    void a_removed_field_of_a_list_element_breaks() {
        assertBreaks("/awards/*/rule was removed", now -> properties(award(now)).remove("rule"));
    }

    @Test
    void another_type_breaks() {
        assertBreaks(
                "/tier changed its type from \"string\" to \"integer\"",
                now -> ((ObjectNode) properties(now).get("tier")).put("type", "integer"));
    }

    @Test
    void another_format_breaks() {
        assertBreaks(
                "/receiptId changed its format from \"uuid\" to ",
                now -> ((ObjectNode) properties(now).get("receiptId")).remove("format"));
    }

    @Test
    void an_object_that_becomes_a_list_breaks() {
        assertBreaks("/points changed its type from \"object\" to \"array\"", now -> {
            ObjectNode points = (ObjectNode) properties(now).get("points");
            points.put("type", "array").set("items", points.deepCopy());
        });
    }

    @Test
    void a_new_field_that_is_required_breaks() {
        assertBreaks("/store is new and required", now -> {
            properties(now).putObject("store").put("type", "string");
            now.withArray("required").add("store");
        });
    }

    @Test
    void a_field_that_becomes_required_breaks() {
        assertBreaks("/tier became required", now -> now.withArray("required").add("tier"));
    }

    @Test
    void a_field_that_may_now_be_missing_breaks() {
        assertBreaks("/awards/*/points may now be missing", now -> {
            ArrayNode required = award(now).withArray("required");
            for (int at = 0; at < required.size(); at++) {
                if (required.get(at).asText().equals("points")) required.remove(at);
            }
        });
    }

    @Test
    void a_lost_word_of_a_list_breaks() {
        assertBreaks(
                "/outcome lost earned",
                now -> ((ArrayNode) properties(now).get("outcome").get("enum")).remove(0));
    }

    @Test
    void a_list_of_words_made_of_free_text_breaks() {
        assertBreaks(
                "/tier changed between free text and a list of words",
                now -> ((ObjectNode) properties(now).get("tier"))
                        .putArray("enum")
                        .add("gold"));
    }

    @Test
    void a_field_that_must_stay_away_and_may_come_breaks() {
        ObjectNode landed = SchemaOf.of(TouchpointEvent.PurchaseRefunded.class);
        ObjectNode now = landed.deepCopy();
        ((ObjectNode) now.at("/properties/refund/properties"))
                .putObject("reason")
                .put("type", "string");

        assertEquals(
                List.of("/refund/reason changed whether it may be there at all"),
                SchemaChanges.between(landed, now).breaking());
    }

    @Test
    void a_new_field_that_may_be_missing_is_an_addition() {
        assertAdds("/store is new", now -> properties(now).putObject("store").put("type", "string"));
    }

    @Test
    void a_new_word_of_a_list_is_an_addition_that_readers_must_know_first() {
        assertAdds(
                "/outcome gained doubled (readers of then park it: bring out all readers before the first writer)",
                now -> ((ArrayNode) properties(now).get("outcome").get("enum")).add("doubled"));
    }

    @Test
    void another_title_is_an_addition() {
        assertAdds("its wording changed", now -> now.put("title", "Assessed"));
    }

    private static void assertBreaks(String sentence, Consumer<ObjectNode> change) {
        assertEquals(List.of(sentence), after(change).breaking());
    }

    private static void assertAdds(String sentence, Consumer<ObjectNode> change) {
        assertEquals(List.of(), after(change).breaking());
        assertEquals(List.of(sentence), after(change).additions());
    }

    private static SchemaChanges after(Consumer<ObjectNode> change) {
        ObjectNode now = LANDED.deepCopy();
        change.accept(now);
        return SchemaChanges.between(LANDED, now);
    }

    private static ObjectNode properties(ObjectNode schema) {
        return (ObjectNode) schema.get("properties");
    }

    private static ObjectNode award(ObjectNode schema) {
        return (ObjectNode) properties(schema).get("awards").get("items");
    }
}
