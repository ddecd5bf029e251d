package io.regulars.loyalty.model;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A tree as YAML: its parts line by line, and short ones within the line. */
final class Written {

    private Written() {}

    static String yaml(Map<String, Object> document) {
        StringBuilder text = new StringBuilder();
        document.forEach((word, value) -> {
            text.append(word).append(':');
            append(value, "  ", text);
        });
        return text.toString();
    }

    private static void append(Object value, String indent, StringBuilder text) {
        String flow = flow(value);
        if (flow.length() <= 90) {
            text.append(' ').append(flow).append('\n');
        } else if (value instanceof Map<?, ?> tree) {
            text.append('\n');
            tree.forEach((word, each) -> {
                text.append(indent).append(word).append(':');
                append(each, indent + "  ", text);
            });
        } else {
            text.append('\n');
            ((List<?>) value)
                    .forEach(each ->
                            text.append(indent).append("- ").append(flow(each)).append('\n'));
        }
    }

    private static String flow(Object value) {
        if (value instanceof Map<?, ?> tree) {
            return tree.entrySet().stream()
                    .map(each -> each.getKey() + ": " + flow(each.getValue()))
                    .collect(Collectors.joining(", ", "{ ", " }"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Written::flow).collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof String word && word.matches("[0-9].*") ? '"' + word + '"' : String.valueOf(value);
    }
}
