package io.regulars.local.check.programme;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A part of a document people write, read without knowing the classes it was made for. */
record Words(Map<?, ?> all) {

    static Words of(String document) {
        Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(document);
        return new Words((Map<?, ?>) read);
    }

    Words in(String key) {
        return all.get(key) instanceof Map<?, ?> part ? new Words(part) : new Words(Map.of());
    }

    List<Words> list(String key) {
        if (!(all.get(key) instanceof List<?> parts)) return List.of();
        return parts.stream().map(part -> new Words((Map<?, ?>) part)).toList();
    }

    String text(String key, String otherwise) {
        Object value = all.get(key);
        return value == null ? otherwise : value.toString();
    }

    boolean has(String key) {
        return all.get(key) != null;
    }

    /** Whether it says this, or nothing. */
    boolean isOrSilent(String key, String value) {
        return text(key, value).equals(value);
    }

    boolean saysOnly(Set<String> keys) {
        return all.entrySet().stream().allMatch(each -> each.getValue() == null || keys.contains("" + each.getKey()));
    }
}
