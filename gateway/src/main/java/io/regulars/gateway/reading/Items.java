package io.regulars.gateway.reading;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.regulars.platform.http.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Cuts a batch into its items without looking at more of them than their {@code type}. */
public final class Items {

    private Items() {}

    /** Where an item stands in the body. {@code type}: what it says it is; {@code broken}: it is no JSON at all. */
    public record Item(int from, int length, String type, boolean broken) {}

    /** The items of one JSON array; broken JSON breaks the whole. */
    public static List<Item> ofArray(byte[] body, int most) {
        try (JsonParser parser = StrictJson.CUTTER.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) throw StrictJson.malformed();
            List<Item> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() == null) throw StrictJson.malformed();
                if (items.size() <= most) items.add(item(parser));
                else parser.skipChildren();
            }
            if (parser.nextToken() != null) throw StrictJson.malformed();
            return items;
        } catch (IOException broken) {
            throw StrictJson.malformed();
        }
    }

    /** One item a line; a broken line is refused by itself, blank lines are skipped. */
    public static List<Item> ofLines(byte[] body, int most) {
        List<Item> items = new ArrayList<>();
        int from = 0;
        while (from < body.length && items.size() <= most) {
            int end = from;
            while (end < body.length && body[end] != '\n') end++;
            if (!isBlank(body, from, end)) items.add(line(body, from, end - from));
            from = end + 1;
        }
        return items;
    }

    private static Item line(byte[] body, int from, int length) {
        try (JsonParser parser = StrictJson.CUTTER.createParser(body, from, length)) {
            parser.nextToken();
            Item item = item(parser);
            return new Item(from, length, item.type(), false);
        } catch (IOException | Refusal broken) {
            return new Item(from, length, null, true);
        }
    }

    private static Item item(JsonParser parser) throws IOException {
        int from = (int) parser.currentTokenLocation().getByteOffset();
        String type = parser.currentToken() == JsonToken.START_OBJECT ? type(parser) : null;
        if (parser.currentToken() == JsonToken.START_ARRAY) parser.skipChildren();
        parser.finishToken();
        int end = (int) parser.currentLocation().getByteOffset();
        return new Item(from, end - from, type, false);
    }

    private static String type(JsonParser parser) throws IOException {
        String type = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean isType = "type".equals(parser.currentName());
            parser.nextToken();
            if (isType) type = parser.currentToken() == JsonToken.VALUE_STRING ? parser.getText() : "";
            parser.skipChildren();
        }
        if (parser.currentToken() != JsonToken.END_OBJECT) throw StrictJson.malformed();
        return type;
    }

    private static boolean isBlank(byte[] body, int from, int end) {
        for (int i = from; i < end; i++) if (body[i] != ' ' && body[i] != '\r' && body[i] != '\t') return false;
        return true;
    }
}
