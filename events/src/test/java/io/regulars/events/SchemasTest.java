package io.regulars.events;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The schemas under docs/schemas are what the records say, and never take back what they once promised. */
class SchemasTest {

    private static final Path FOLDER = Wire.HOME.resolve("docs/schemas");

    /** Writing adds what is new; it never overwrites a promise. */
    @BeforeAll
    static void write_what_was_added_when_asked_to() throws IOException {
        if (!"write".equals(System.getProperty("regulars.schemas"))) return;
        Files.createDirectories(FOLDER);
        for (var kind : Types.all().entrySet()) {
            JsonNode schema = SchemaOf.of(kind.getValue());
            if (isNew(kind.getKey())
                    || changes(kind.getKey(), schema).breaking().isEmpty()) {
                Files.writeString(file(kind.getKey()), schema.toPrettyString() + "\n");
            }
        }
    }

    @Test
    void nothing_that_was_promised_is_taken_back() {
        List<String> broken = new ArrayList<>();
        Types.all().forEach((type, kind) -> {
            if (isNew(type)) return;
            changes(type, SchemaOf.of(kind)).breaking().forEach(change -> broken.add(type + ": " + change));
        });

        assertEquals(
                List.of(),
                broken,
                "incompatible: facts of this kind lie on topics for ever and others read them;"
                        + " give the new shape a record of its own with the next version (.v2) and leave this one");
    }

    @Test
    void everything_the_records_say_is_written_down() {
        List<String> unwritten = new ArrayList<>();
        Types.all().forEach((type, kind) -> {
            if (isNew(type)) unwritten.add(type + " has no schema yet");
            else changes(type, SchemaOf.of(kind)).additions().forEach(change -> unwritten.add(type + ": " + change));
        });

        assertEquals(
                List.of(),
                unwritten,
                "compatible, but not written down: run the tests of this module once with"
                        + " -Dregulars.schemas=write, look at the difference and check it in");
    }

    @Test
    void no_schema_stands_without_its_kind() {
        List<String> orphans = new ArrayList<>(Wire.namesOfJson(FOLDER));
        orphans.removeAll(Types.all().keySet());

        assertEquals(List.of(), orphans, "a kind that was once said cannot be unsaid: keep its record");
    }

    @Test
    void every_golden_fact_is_valid() {
        assertAll(Wire.golden().map(golden -> () -> assertTrue(valid(golden.type(), golden.json()), golden.name())));
    }

    @Test
    void a_fact_without_what_it_always_has_is_not_valid() {
        ObjectNode due = golden("engagement.message.due.v1");
        due.remove("template");

        assertFalse(valid("engagement.message.due.v1", due));
    }

    @Test
    void a_recorded_purchase_that_names_its_customer_is_not_valid() {
        ObjectNode recorded = golden("crm.purchase.recorded.v1");
        ((ObjectNode) recorded.get("purchase")).putObject("customer").put("email", "ana@example.com");

        assertFalse(valid("crm.purchase.recorded.v1", recorded));
    }

    private static SchemaChanges changes(String type, JsonNode now) {
        return SchemaChanges.between(Wire.tree(file(type)), now);
    }

    private static boolean isNew(String type) {
        return !Files.exists(file(type));
    }

    private static Path file(String type) {
        return FOLDER.resolve(type + ".json");
    }

    private static boolean valid(String type, JsonNode fact) {
        JsonSchemaOptions options =
                new JsonSchemaOptions().setDraft(Draft.DRAFT202012).setBaseUri("urn:regulars:");
        JsonObject schema = new JsonObject(Wire.tree(file(type)).toString());
        return Validator.create(JsonSchema.of(schema), options)
                .validate(new JsonObject(fact.toString()))
                .getValid();
    }

    private static ObjectNode golden(String name) {
        return Wire.golden()
                .filter(golden -> golden.name().equals(name))
                .map(golden -> (ObjectNode) golden.json())
                .findFirst()
                .orElseThrow();
    }
}
