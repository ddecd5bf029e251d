package io.regulars.loyalty.programme.text;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.regulars.loyalty.programme.rule.CamelCase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Why a text could not be read, with the place, and without the words of the reader. */
final class Unreadable {

    private Unreadable() {}

    static Fault fault(JacksonException unreadable) {
        String pointer = unreadable instanceof JsonMappingException mapping ? pointer(mapping) : "";
        return new Fault(pointer, sentence(unreadable) + where(unreadable.getLocation()));
    }

    /** Words that stand there without anything behind them: a slip, and no way to say that something is left out. */
    static List<Fault> empty(JsonNode document) {
        if (!document.isObject()) return List.of(new Fault("", "The document is not a programme; it has no id."));
        List<Fault> empty = new ArrayList<>();
        collectEmpty("", document, empty);
        return empty;
    }

    private static void collectEmpty(String pointer, JsonNode node, List<Fault> empty) {
        if (node.isNull()) empty.add(new Fault(pointer, "Nothing is written here; leave the word out."));
        node.properties()
                .forEach(field -> collectEmpty(pointer + "/" + escaped(field.getKey()), field.getValue(), empty));
        if (!node.isArray()) return;
        for (int i = 0; i < node.size(); i++) collectEmpty(pointer + "/" + i, node.get(i), empty);
    }

    private static String pointer(JsonMappingException unreadable) {
        return unreadable.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : escaped(step.getFieldName())))
                .collect(Collectors.joining());
    }

    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String sentence(JacksonException unreadable) {
        if (unreadable instanceof UnrecognizedPropertyException unknown) {
            return "Nothing here is called " + unknown.getPropertyName() + "; there is "
                    + unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", "))
                    + ".";
        }
        if (unreadable instanceof InvalidFormatException wrong) return "It cannot be " + wrong.getValue() + why(wrong);
        if (unreadable.getCause() instanceof InputCoercionException) return "This number is too large.";
        if (unreadable instanceof ValueInstantiationException wrong) {
            return "It is " + WantedWords.of(wrong.getType().getRawClass()) + ".";
        }
        if (unreadable instanceof MismatchedInputException wrong) {
            boolean missing = wrong.getOriginalMessage().startsWith("Missing required");
            return missing ? "It is required." : "It is " + WantedWords.of(wrong.getTargetType()) + ".";
        }
        return "It is neither YAML nor JSON: " + firstSentence(unreadable) + ".";
    }

    private static String why(InvalidFormatException wrong) {
        Class<?> wanted = wrong.getTargetType();
        if (wanted != null && wanted.isEnum()) {
            return "; it is one of "
                    + java.util.Arrays.stream(wanted.getEnumConstants())
                            .map(choice -> CamelCase.of((Enum<?>) choice))
                            .collect(Collectors.joining(", "))
                    + ".";
        }
        return "; it is " + WantedWords.of(wanted) + ".";
    }

    private static String firstSentence(JacksonException unreadable) {
        String message = unreadable.getOriginalMessage();
        return message.split("\n|, got this instead|: <org\\.", 2)[0].replaceFirst(" \\(Scalar value in YAML\\)", "");
    }

    private static String where(JsonLocation location) {
        if (location == null || location.getLineNr() < 1) return "";
        return " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }
}
