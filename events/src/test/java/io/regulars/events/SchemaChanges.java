package io.regulars.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What changed between the schema that landed and the one of this build. Breaking is what a reader of then or a fact
 * of then would stumble over; the rest is welcome and only has to be written down.
 */
final class SchemaChanges {

    private final List<String> breaking = new ArrayList<>();
    private final List<String> additions = new ArrayList<>();

    private SchemaChanges() {}

    static SchemaChanges between(JsonNode landed, JsonNode now) {
        SchemaChanges changes = new SchemaChanges();
        changes.compare("", landed, now);
        if (changes.breaking.isEmpty() && changes.additions.isEmpty() && !landed.equals(now)) {
            changes.additions.add("its wording changed");
        }
        return changes;
    }

    List<String> breaking() {
        return breaking;
    }

    List<String> additions() {
        return additions;
    }

    boolean none() {
        return breaking.isEmpty() && additions.isEmpty();
    }

    private void compare(String path, JsonNode landed, JsonNode now) {
        if (landed.isBoolean() || now.isBoolean()) {
            if (!landed.equals(now)) breaking.add(path + " changed whether it may be there at all");
            return;
        }
        for (String word : List.of("type", "format")) {
            if (!landed.path(word).equals(now.path(word))) {
                breaking.add(
                        "%s changed its %s from %s to %s".formatted(path, word, landed.path(word), now.path(word)));
            }
        }
        compareConstants(path, landed, now);
        compareFields(path, landed, now);
        if (landed.has("items") && now.has("items")) compare(path + "/*", landed.get("items"), now.get("items"));
    }

    private void compareConstants(String path, JsonNode landed, JsonNode now) {
        if (landed.has("enum") != now.has("enum")) {
            breaking.add(path + " changed between free text and a list of words");
            return;
        }
        Set<String> before = texts(landed.path("enum"));
        Set<String> after = texts(now.path("enum"));
        before.stream().filter(word -> !after.contains(word)).forEach(word -> breaking.add(path + " lost " + word));
        after.stream()
                .filter(word -> !before.contains(word))
                .forEach(word -> additions.add(path + " gained " + word
                        + " (readers of then park it: bring out all readers before the first writer)"));
    }

    private void compareFields(String path, JsonNode landed, JsonNode now) {
        JsonNode before = landed.path("properties");
        JsonNode after = now.path("properties");
        Set<String> requiredBefore = texts(landed.path("required"));
        Set<String> requiredAfter = texts(now.path("required"));
        for (var field : before.properties()) {
            String name = field.getKey();
            String place = path + "/" + name;
            if (!after.has(name)) {
                breaking.add(place + " was removed");
                continue;
            }
            compare(place, field.getValue(), after.get(name));
            boolean promised = requiredBefore.contains(name);
            if (promised && !requiredAfter.contains(name)) breaking.add(place + " may now be missing");
            if (!promised && requiredAfter.contains(name)) breaking.add(place + " became required");
        }
        for (var field : after.properties()) {
            if (before.has(field.getKey())) continue;
            String place = path + "/" + field.getKey();
            if (requiredAfter.contains(field.getKey())) breaking.add(place + " is new and required");
            else additions.add(place + " is new");
        }
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new LinkedHashSet<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
