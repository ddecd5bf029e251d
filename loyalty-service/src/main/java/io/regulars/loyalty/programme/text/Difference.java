package io.regulars.loyalty.programme.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.regulars.loyalty.programme.document.ProgrammeDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What changed between two documents, defaults filled in, by pointer. What has an id is found by it wherever it stands;
 * its pointer counts in the newer document, that of something taken away in the older one.
 */
public final class Difference {

    /** Null before: added; null after: taken away. */
    public record Change(String pointer, JsonNode before, JsonNode after) {}

    private final List<Change> changes = new ArrayList<>();

    private Difference() {}

    public static List<Change> between(ProgrammeDocument before, ProgrammeDocument after) {
        Difference difference = new Difference();
        difference.compare("", DocumentText.tree(before), DocumentText.tree(after));
        return List.copyOf(difference.changes);
    }

    private void compare(String pointer, JsonNode before, JsonNode after) {
        if (before == null || after == null) {
            if (before != after) changes.add(new Change(pointer, before, after));
        } else if (before.isObject() && after.isObject()) {
            fields(pointer, before, after);
        } else if (haveIds(before) && haveIds(after) && before.size() + after.size() > 0) {
            items(pointer, before, after);
        } else if (!before.equals(after)) {
            changes.add(new Change(pointer, before, after));
        }
    }

    private void fields(String pointer, JsonNode before, JsonNode after) {
        Set<String> names = new LinkedHashSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            compare(pointer + "/" + Unreadable.escaped(name), before.get(name), after.get(name));
        }
    }

    private void items(String pointer, JsonNode before, JsonNode after) {
        Map<String, Integer> older = places(before);
        Map<String, Integer> newer = places(after);
        older.forEach((id, place) -> {
            if (!newer.containsKey(id)) compare(pointer + "/" + place, before.get(place), null);
        });
        newer.forEach((id, place) -> compare(
                pointer + "/" + place, older.containsKey(id) ? before.get(older.get(id)) : null, after.get(place)));
        List<String> stayed = older.keySet().stream().filter(newer::containsKey).toList();
        List<String> now = newer.keySet().stream().filter(older::containsKey).toList();
        if (!stayed.equals(now)) changes.add(new Change(pointer, ids(before), ids(after)));
    }

    private static JsonNode ids(JsonNode items) {
        var ids = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.arrayNode();
        items.forEach(item -> ids.add(item.get("id")));
        return ids;
    }

    private static Map<String, Integer> places(JsonNode items) {
        Map<String, Integer> places = new LinkedHashMap<>();
        for (int i = 0; i < items.size(); i++) places.put(items.get(i).get("id").asText(), i);
        return places;
    }

    private static boolean haveIds(JsonNode items) {
        if (!items.isArray()) return false;
        Set<String> seen = new LinkedHashSet<>();
        for (JsonNode item : items) {
            if (!item.path("id").isTextual() || !seen.add(item.get("id").asText())) return false;
        }
        return true;
    }
}
