package io.regulars.gateway.reading;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.JsonNodeDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.node.NullNode;
import io.regulars.gateway.receipt.Flaws;
import java.io.IOException;

/** Any JSON, but no number that JSON cannot write: written again, NaN would be a word. */
final class FiniteTree extends StdDeserializer<JsonNode> {

    private static final long serialVersionUID = 1;

    FiniteTree() {
        super(JsonNode.class);
    }

    @Override
    public JsonNode deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String at = StrictJson.pointer(parser);
        JsonNode tree =
                (JsonNode) JsonNodeDeserializer.getDeserializer(JsonNode.class).deserialize(parser, context);
        judge(tree, at, StrictJson.flaws(context));
        return tree;
    }

    @Override
    public JsonNode getNullValue(DeserializationContext context) {
        return NullNode.instance;
    }

    private static void judge(JsonNode node, String at, Flaws flaws) {
        if (node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue())) {
            flaws.check("must be a finite number", at);
        }
        node.properties().forEach(field -> judge(field.getValue(), at + "/" + escaped(field.getKey()), flaws));
        if (node.isArray()) for (int i = 0; i < node.size(); i++) judge(node.get(i), at + "/" + i, flaws);
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
