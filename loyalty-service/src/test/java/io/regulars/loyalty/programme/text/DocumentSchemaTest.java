package io.regulars.loyalty.programme.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.regulars.loyalty.programme.Cafe;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The schema that is checked in is what the reader reads; write it anew with {@code -Dregulars.schemas=write}. */
class DocumentSchemaTest {

    private static final Path FILE = Cafe.HOME.resolve("docs/schemas/documents/programme.v1.json");

    @BeforeAll
    static void write_it_when_asked_to() throws IOException {
        if (!"write".equals(System.getProperty("regulars.schemas"))) return;
        Files.createDirectories(FILE.getParent());
        Files.writeString(FILE, DocumentSchema.ofProgramme().toPrettyString() + "\n");
    }

    @Test
    void the_schema_is_what_the_records_say() throws IOException {
        assertEquals(DocumentSchema.ofProgramme().toPrettyString() + "\n", Files.readString(FILE));
    }

    @Test
    void the_example_and_the_built_in_programme_are_valid() throws IOException {
        assertTrue(valid(tree(Cafe.text())));
        try (var builtIn = DocumentSchema.class.getResourceAsStream("/programme/default.yaml")) {
            assertTrue(valid(new YAMLMapper().readTree(builtIn)));
        }
    }

    @Test
    void what_is_exported_with_its_defaults_is_valid() throws IOException {
        assertTrue(valid(tree(DocumentText.yaml(Cafe.document()))));
    }

    @Test
    void what_the_reader_refuses_the_schema_refuses() throws IOException {
        assertFalse(valid(tree(Cafe.changed("lateGrace:", "lateGrcae:"))));
        assertFalse(valid(tree(Cafe.changed("mode: floor", "mode: up"))));
        assertFalse(valid(tree(Cafe.changed("maxBalance: 100000", "maxBalance: many"))));
        assertFalse(valid(tree(Cafe.changed("after: P14D", "after: soon"))));
        ObjectNode withoutId = (ObjectNode) tree(Cafe.text());
        withoutId.remove("id");
        assertFalse(valid(withoutId));
    }

    private static JsonNode tree(String yaml) throws IOException {
        return new YAMLMapper().readTree(yaml);
    }

    private static boolean valid(JsonNode document) {
        JsonSchemaOptions options =
                new JsonSchemaOptions().setDraft(Draft.DRAFT202012).setBaseUri("urn:regulars:");
        JsonSchema schema =
                JsonSchema.of(new JsonObject(DocumentSchema.ofProgramme().toString()));
        return Validator.create(schema, options)
                .validate(new JsonObject(document.toString()))
                .getValid();
    }
}
